package dev.openaierrors.error;

import static dev.openaierrors.error.Role.CALLED;
import static dev.openaierrors.error.Role.CLIENT;
import static dev.openaierrors.error.Role.ENDPOINT;
import static dev.openaierrors.error.Role.FOREIGN;
import static dev.openaierrors.error.Role.FRAMEWORK;
import static dev.openaierrors.error.Role.HOST;
import static dev.openaierrors.error.Role.LINK;
import static dev.openaierrors.error.Role.NAME;
import static dev.openaierrors.error.Role.QUOTING_KEY;
import static dev.openaierrors.error.Role.STAGED;
import static dev.openaierrors.error.Role.VENDOR;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tells where a text comes from: clients, hosts, other vendors, quotations. What tells the
 * kind of an error is in {@link ErrorKind}.
 */
final class Origins {

  private static final List<Phrase> ALL = new ArrayList<>();

  static {
    add(
        CLIENT,
        null,
        "com.openai.errors.",
        "com.openai.core.",
        "com.theokanning.openai.",
        "openaihttpexception",
        "dev.langchain4j.model.openai",
        "dev.ai4j.openai4j",
        "io.quarkiverse.langchain4j.openai",
        "org.springframework.ai.openai",
        "io.github.sashirestela.openai",
        "sashirestela.cleverclient",
        "com.aallam.openai",
        "io.cequence.openaiscala",
        "openaillmclient",
        "com.unfbx.chatgpt",
        "com.plexpt.chatgpt",
        "com.hw.openai.",
        "openai.error.",
        "openai.ratelimiterror",
        "openai.authenticationerror",
        "openai.badrequesterror",
        "openai.permissiondeniederror",
        "openai.notfounderror",
        "openai.internalservererror",
        "openai.unprocessableentityerror",
        "openai.conflicterror",
        "openai.invalidrequesterror",
        "openai.apierror",
        "openai.apiconnectionerror",
        "openai.apitimeouterror",
        "openai.apistatuserror",
        "openaiexception",
        "openaiserviceexception",
        "openaiioexception",
        "openai api error received",
        "error, status code: ",
        "openaiexceptions",
        "openai/_base_client.py",
        "openai/api_requestor.py",
        "node_modules/openai",
        "chatgptclient",
        "tectalicopenai",
        "openai/nodejs/",
        "openai/js 4.",
        "openai/js 5.",
        "openai/js 6.",
        "openai/python ",
        "openai/java ",
        "clientresultexception: http ",
        "openai:error_code=",
        "openai.clientpipelineextensions",
        "openai.chat.chatclient.",
        "openai.embeddings.embeddingclient.",
        "openai.assistants.");
    add(
        CLIENT,
        Provider.AZURE,
        "com.azure.ai.openai",
        "dev.langchain4j.model.azure",
        "org.springframework.ai.azure.openai",
        "azureexception",
        "azure exception",
        "azure.ai.openai.");
    add(
        HOST,
        Provider.OPENAI,
        "api.openai.com",
        "chat.openai.com",
        "chatgpt.com/backend-api",
        "[.openai.com/...]");
    add(HOST, Provider.AZURE, ".openai.azure.com", ".services.ai.azure.com");
    add(
        LINK,
        Provider.OPENAI,
        "platform.openai.com",
        "help.openai.com",
        "beta.openai.com",
        "developers.openai.com");
    add(LINK, Provider.AZURE, "aka.ms/oai", "azure openai api version", "openai s0 pricing");
    add(
        FRAMEWORK,
        null,
        "org.springframework.ai.retry",
        "transientaiexception",
        "springairetryautoconfiguration",
        "dev.langchain4j.exception.",
        "litellm.",
        "llm run errored with error");
    add(
        ENDPOINT,
        null,
        "/chat/completions",
        "/v1/completions",
        "/v1/embeddings",
        "/v1/responses",
        "/v1/images/generations",
        "/v1/audio/");
    add(
        CALLED,
        null,
        "openai api",
        "open ai api",
        "openai error",
        "openai request",
        "openai response",
        "openai call",
        "openai service",
        "openai:",
        "calling openai",
        "from openai",
        "reach openai",
        "to openai",
        "openai returned",
        "openai rejected",
        "openai answered",
        "openai failed",
        "openai embedding",
        "openai image",
        "openai chat",
        "openai completion",
        "llm:chatopenai",
        "llm:openai");
    add(CALLED, Provider.AZURE, "azure openai", "azureopenai", "llm:azurechatopenai");
    add(
        NAME,
        null,
        "whisper api",
        "dall-e",
        "openai",
        "chatgpt",
        "gpt-3",
        "gpt-4",
        "gpt-5",
        "gpt-6");
    azure();
    // DashScope's, whatever it calls the error; see Classifier.
    add(Role.PROVIDER, null, "throttling.");
    compatible();
    vendors();
    foreign();
    add(
        Role.ENVELOPE,
        null,
        "response.failed",
        "sequence_number",
        "response.error",
        "agent.session.failed",
        "agent.session.error",
        "agent.environment.failed",
        "agent.environment.expired",
        "thread.run.failed",
        "\"status_details\": { \"error\":",
        "\"status_details\": {\"error\":",
        "\"status_details\":{\"error\":",
        "\"status_details\": { \"type\": \"failed\"",
        "\"status_details\": {\"type\": \"failed\"",
        "\"status_details\":{\"type\":\"failed\"");
    add(Role.PRINTED, null, "error code: ", " status code (no body)");
    add(
        STAGED,
        null,
        "wiremock",
        "mockserver",
        "registered stub",
        "stubbed",
        "simulating",
        "assertionerror",
        "assertionfailed",
        "tests run:",
        "test passed",
        "\u2714",
        "\u2713",
        ".equals(",
        "insert into ",
        "select count(",
        "migrating schema",
        "pattern[",
        "documented response",
        "stepdefinitions.",
        "alertname",
        "http.client.requests",
        "gen_ai.client.",
        "expecting actual",
        "suppressed duplicate",
        "classnotfoundexception",
        "noclassdeffounderror",
        "which is not supported in thread");
    add(Role.SUCCESS, null, "succeeded", "successful", " 200 ok", "status=200", "finish_reason");
    add(
        QUOTING_KEY,
        null,
        "content",
        "contents",
        "prompt",
        "text",
        "title",
        "subject",
        "summary",
        "body",
        "question",
        "input",
        "output",
        "query",
        "comment",
        "description",
        "snippet",
        "chunk",
        "document",
        "answer",
        "user_message",
        "usermessage",
        "arguments",
        "args");
  }

  private Origins() {}

  /** Services that answer in OpenAI's format. */
  private static void compatible() {
    add(
        Role.PROVIDER,
        Provider.COMPATIBLE,
        "groq",
        "console.x.ai",
        "api.x.ai",
        "grok",
        "deepseek",
        "openrouter",
        "vllm",
        "siliconflow",
        "dashscope",
        "aliyun",
        "moonshot",
        "kimi",
        "together.ai",
        "cerebras",
        "perplexity",
        "fireworks.ai",
        "lm studio",
        "localai",
        "new_api_error",
        "one_api_error",
        "shell_api_error",
        "invalid_parameter_error",
        "free-models-per-",
        "rate_limit_reached_error",
        "exceeded_current_quota_error",
        "too many tokens for team",
        "litellm_verificationtokentable",
        "try pulling it first",
        "insufficient balance",
        "openai compatible",
        "openai-compatible",
        "openai_api_compatible",
        ":11434/v1",
        "allocationquota.");
  }

  /** What only Azure says. */
  private static void azure() {
    add(
        Role.PROVIDER,
        Provider.AZURE,
        "subscription key",
        "cognitiveservices.azure.com",
        "api deployment for this resource",
        "enabled only for api versions",
        "azure.requestfailedexception",
        "aiservices s0",
        "chatcompletions_create",
        "responsibleaipolicyviolation",
        "content management policy",
        "contact us through an azure support request",
        "consider switching to provisioned throughput",
        "for the deployment '");
  }

  /** Vendors with an API of their own, by name. */
  private static void vendors() {
    add(
        VENDOR,
        null,
        "anthropic",
        "claude",
        "vertexai",
        "vertex ai",
        "vertex_ai",
        "sagemaker",
        "bedrock",
        "stripe",
        "mistralai",
        "huggingface",
        "cohere",
        "elevenlabs",
        "ollama call",
        "ollama pull",
        "oauthexception",
        "error_description",
        "root_cause",
        "spotify",
        "sendgrid",
        "mailgun",
        "twilio",
        "shopify",
        "auth0",
        "binance",
        "snowflake",
        "zhipu",
        "bigmodel.cn",
        "qianfan",
        "minimax",
        "model.ollama",
        "ollamaexception",
        "geminiexception",
        "replicateexception",
        "ai.ollama",
        "langchain4j.model.google",
        "langchain4j.community.model",
        "watsonx");
  }

  /** What only the answers, hosts and classes of vendors with an API of their own have. */
  private static void foreign() {
    add(
        FOREIGN,
        null,
        "googleapis",
        "ai.google.dev",
        "com.google.genai",
        "com.google.cloud",
        "com.google.api",
        "generativelanguage",
        "resource_exhausted",
        "google.rpc",
        "\"status\": \"unavailable\"",
        "\"status\":\"unavailable\"",
        "\"status\": \"permission_denied\"",
        "\"status\":\"permission_denied\"",
        "\"status\": \"invalid_argument\"",
        "\"status\":\"invalid_argument\"",
        "\"status\": \"unauthenticated\"",
        "\"status\":\"unauthenticated\"",
        "amazonaws",
        "awssdk",
        "awserror",
        "amazon s3",
        "service: s3",
        "aws http error",
        "x-amzn-",
        "<code>slowdown",
        "sk_live_",
        "sk_test_",
        "mistral.ai",
        "service tier capacity exceeded",
        "hf access token",
        "ollamaapi",
        ":11434/api/",
        "dashscope.aliyuncs.com/api/",
        "dashscope-intl.aliyuncs.com/api/",
        "fbtrace_id",
        "\"__type\"",
        "request_log_url",
        "decline_code",
        "\"doc_url\"",
        "\"more_info\"",
        "slack.com",
        "com.slack",
        "discord.com",
        "api.github.com",
        "documentation_url",
        "twitter.com",
        "notion.so",
        "computervision",
        "cognitiveservices.vision",
        "cognitiveservices.speech",
        "documentintelligence",
        "formrecognizer",
        "management.azure.com",
        "com.azure.search",
        "com.azure.storage",
        "com.azure.cosmos",
        "com.azure.messaging",
        "com.azure.ai.vision",
        "com.azure.ai.textanalytics");
  }

  /** Everything in here. */
  static List<Phrase> all() {
    return List.copyOf(ALL);
  }

  private static void add(Role role, @Nullable Provider provider, String... texts) {
    for (String text : texts) {
      ALL.add(new Phrase(role, text, null, provider));
    }
  }
}

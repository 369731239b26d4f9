package dev.openaierrors.error;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Phrases that say more, or less, than the others of their role; each is one of {@link Phrases}.
 *
 * <p>{@code SpecialPhrasesTest} tells which are not looked for any more.
 */
final class SpecialPhrases {

  /** The name, which says that something failed where words of failure stand beside it. */
  static final String OPENAI = "openai";

  /** The package of OpenAI's exceptions in Python before 1.0; a class has to follow. */
  static final String PYTHON_PACKAGE = "openai.error.";

  /** What the exceptions of OpenAI's client for Java are in. */
  static final String JAVA_PACKAGE = "com.openai.errors.";

  /** How the errors of a client for Go begin. */
  static final String GO_CLIENT = "error, status code: ";

  /** How Copilot's clients, which call several vendors, begin to tell what was answered. */
  static final String COPILOT = "unhandled status from server:";

  /** How Codex says that it gives up; the id of the last request follows. */
  static final String CODEX = "exceeded retry limit, last status: ";

  /** What clients for Python that are generated as OpenAI's say, whoever's they are. */
  static final String NOT_CONNECTED = "apiconnectionerror: connection error.";

  static final String TIMED_OUT = "apitimeouterror: request timed out.";

  /** Only beside nobody else's name are these OpenAI's. */
  static final Set<String> BARE = Set.of(NOT_CONNECTED, TIMED_OUT);

  static final String GO_OPENAI = "github.com/sashabaranov/go-openai";
  static final String OPENAI_GO = "openai/openai-go";
  static final String OPENAI_PHP = "openai-php/client";
  static final String TECTALIC = "tectalic/openai";

  /** Repositories of clients, which are named where they are fetched, too. */
  static final Set<String> REPOSITORIES = Set.of(GO_OPENAI, OPENAI_GO, OPENAI_PHP, TECTALIC);

  /** What a client of many vendors calls whatever any of them has answered. */
  static final String AI_SDK = "ai_apicallerror";

  /** Before the names of what Groq's client for Python throws. */
  static final String GROQ = "groq.";

  /** The key that all events of the responses API have. */
  static final String SEQUENCE_NUMBER = "sequence_number";

  /** The key of what became of an answer of the realtime API. */
  static final String STATUS_DETAILS = "status_details";

  /** The type of most errors, which says nothing of the kind. */
  static final String GENERIC_TYPE = "invalid_request_error";

  /** The key of a payload that is named outside of it, too. */
  static final String PARAM = "param";

  /** Stands before how many attempts follow the one that failed, of how many. */
  static final String RETRIES_LEFT = "remaining retries";

  /** The key that an error object stands behind. */
  static final String ERROR = "error";

  /** All that the API says when requests come faster than it can scale. */
  static final Set<String> SLOW_DOWN = Set.of("slow down");

  /**
   * Sentences that others say, too, and what they have to be about, before them, to be OpenAI's.
   */
  static final Map<String, String> SUBJECTS =
      Map.ofEntries(
          Map.entry("does not exist or you do not have access to it", "model"),
          Map.entry("account associated with this api key has been deactivated", "openai"),
          Map.entry("organization associated with this api key has been deactivated", "openai"),
          Map.entry("not found, try pulling it first", "message"),
          Map.entry("try pulling it first", "message"),
          Map.entry("` has been deprecated", "the model `"),
          Map.entry("]': maximum input length is", "invalid 'input["),
          Map.entry("' does not exist", "the model"),
          Map.entry("' not found", "model '"),
          Map.entry("is not found", "models/"));

  /** Phrases that say something only with these words behind them. */
  static final Map<String, String> PREDICATES =
      Map.of(
          "the model: `",
          "does not exist",
          "the model: gpt",
          "does not exist",
          "the requested model '",
          "does not exist");

  /** Wording that leads in what failed: whatever stands behind it says more of the kind. */
  static final Set<String> LEADS_IN = Set.of("i/o error on", "error communicating with openai");

  /** Words for a server that was not even reached: no time-out behind them is its. */
  static final Set<String> UNREACHED =
      Set.of(
          "failed to establish a new connection",
          "failed to resolve",
          "unknownhostexception",
          "enotfound",
          "eai_again",
          "getaddrinfo",
          "name or service not known",
          "temporary failure in name resolution",
          "no such host",
          "failed host lookup",
          "could not resolve host",
          "unable to resolve host");

  /** Codes that others have as well, so that they do not tell whose an error is. */
  static final Set<String> SHARED_CODES =
      WordList.set(
          "rate_limit_exceeded rate_limit_reached rate_limit_reached_error "
              + "throttling_error requests tokens permission_error "
              + "permission_denied_error notfounderror internal_server_error "
              + "internal_error timeout_error request_forbidden token_limit_exceeded "
              + "requests_limit_exceeded invalid_api_key missing_api_key no_api_key "
              + "slow_down model_not_found model_not_available model_overloaded "
              + "server_overloaded content_filter session_expired connection_failed "
              + "access_terminated billing_not_active account_deactivated "
              + "organization_deactivated missing_scope insufficient_permissions "
              + "invalid_request_error invalid_parameter_error invalid_image "
              + "image_too_large resource_unavailable usage_limit_exceeded "
              + "operationnotsupported sandbox_error");

  /** Whatever the code: the project is gone, and its key has to go. */
  static final Set<String> ARCHIVED = Set.of("the project you are requesting has been archived");

  /** How Google answers every limit, with OpenAI's sentence about the quota. */
  static final Set<String> RESOURCE_EXHAUSTED = Set.of("resource_exhausted");

  /** A sentence that others use as OpenAI does, with a code of OpenAI's that they do not. */
  static final Set<String> TERMINATED =
      Set.of("your access was terminated due to violation of our policies");

  /** A request that is larger than its limit per minute by itself: no wait helps. */
  static final Set<String> TOO_LARGE =
      Set.of(
          "request too large for",
          "max 300000 tokens per request",
          "the input or output tokens must be reduced in order to run successfully");

  /** Hosts of vendors with an API of their own, some of whose servers take OpenAI's calls, too. */
  static final Set<String> HOSTS = Set.of("googleapis", "generativelanguage", "amazonaws");

  /** Hosts and classes that no server has in what it answers to a client of OpenAI's. */
  static final Set<String> ELSEWHERE =
      new LinkedHashSet<>(
          List.of(
              "googleapis",
              "com.google.cloud",
              "com.google.api",
              "amazonaws",
              "awssdk",
              "amazon s3",
              "service: s3",
              "slack.com",
              "com.slack",
              "discord.com",
              "api.github.com",
              "documentation_url",
              "twitter.com",
              "notion.so",
              "management.azure.com",
              "com.azure.search",
              "com.azure.storage",
              "com.azure.cosmos",
              "com.azure.messaging"));

  /** DashScope, which reports a limit per minute as a quota. */
  static final Set<String> THROTTLES = Set.of("dashscope", "aliyun", "throttling.");

  private SpecialPhrases() {}
}

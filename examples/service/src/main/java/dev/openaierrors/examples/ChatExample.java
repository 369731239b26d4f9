package dev.openaierrors.examples;

import static dev.openaierrors.examples.Answer.NONE;
import static dev.openaierrors.examples.Answer.error;
import static dev.openaierrors.examples.Answer.page;
import static dev.openaierrors.examples.Answer.silence;
import static dev.openaierrors.examples.Answer.stream;
import static dev.openaierrors.examples.Answer.text;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a chat service run into every kind of error that the OpenAI API knows, so that its log can
 * be looked at.
 *
 * <p>Ends with exit code 0 if every call went as it was meant to, be it well or ill.
 */
public final class ChatExample implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ChatExample.class);

  private static final String QUESTION = "What is the capital of France?";
  private static final String REQUEST = "invalid_request_error";
  private static final String QUOTA = "insufficient_quota";

  private final StubOpenAi api;
  private final OpenAIClient client;
  private final ChatService service;

  private int surprises;

  private ChatExample(StubOpenAi api) {
    this.api = api;
    this.client =
        OpenAIOkHttpClient.builder()
            .baseUrl(api.baseUrl())
            .apiKey("sk-proj-example")
            .maxRetries(0)
            .timeout(Duration.ofSeconds(10))
            .build();
    this.service = new ChatService(client);
  }

  /** Runs the example; takes no arguments. */
  public static void main(String[] args) throws IOException {
    int surprises;
    try (StubOpenAi api = StubOpenAi.start();
        ChatExample example = new ChatExample(api)) {
      surprises = example.run();
    }
    if (surprises > 0) {
      System.exit(1);
    }
  }

  /** Returns how many calls went otherwise than they were meant to. */
  private int run() {
    succeeds("ada", text("Paris."));
    credentials();
    succeeds("ivan", text("Paris, since 987 or so."));
    limits();
    money();
    faults();
    requests();
    network();
    exhaustion();
    recovery();
    return surprises;
  }

  /** The credits are used up, and it lasts: what alerts are for. */
  private void exhaustion() {
    for (String user : List.of("dora", "emil", "fay", "gil", "hope")) {
      fails(
          user,
          error(
              429,
              QUOTA,
              "credit_balance_exhausted",
              "You have no credits remaining. Add credits to continue using the API at"
                  + " https://platform.openai.com/settings/organization/billing/."));
      pause();
    }
  }

  /** Somebody added credits. The service goes on long enough to show that it is over. */
  private void recovery() {
    for (String user : List.of("iris", "jack", "kay", "lou", "mel", "nina", "otto", "zoe")) {
      succeeds(user, text("Still Paris."));
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(700);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void credentials() {
    fails(
        "ben",
        error(
            401,
            REQUEST,
            NONE,
            "You didn't provide an API key. You need to provide your API key in an Authorization"
                + " header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY)."));
    fails(
        "cleo",
        error(
            401,
            REQUEST,
            "invalid_api_key",
            "Incorrect API key provided: sk-proj-*******mple. You can find your API key at"
                + " https://platform.openai.com/account/api-keys."));
    fails(
        "dan",
        error(401, REQUEST, NONE, "You must be a member of an organization to use the API."));
    fails(
        "eve",
        error(
            401,
            REQUEST,
            "ip_not_authorized",
            "Your request comes from 203.0.113.7, which does not match the configured IP"
                + " allowlist of this project."));
    fails(
        "finn",
        error(
            403,
            "request_forbidden",
            "unsupported_country_region_territory",
            "Country, region, or territory not supported"));
    fails(
        "gus",
        error(
            403,
            REQUEST,
            NONE,
            "You have insufficient permissions for this operation. Missing scopes: model.request."
                + " Check that you have the correct role in your organization and project."));
    fails(
        "hana",
        error(
            401,
            REQUEST,
            "account_deactivated",
            "The OpenAI account associated with this API key has been deactivated."));
  }

  private void limits() {
    fails(
        "june",
        error(
                429,
                "tokens",
                "rate_limit_exceeded",
                "Rate limit reached for gpt-5.4-mini in organization org-example on tokens per min"
                    + " (TPM): Limit 30000, Used 29411, Requested 1281. Please try again in 1.384s."
                    + " Visit https://platform.openai.com/account/rate-limits to learn more.")
            .with("retry-after-ms", "1384")
            .with("Retry-After", "2")
            .with("x-ratelimit-limit-tokens", "30000")
            .with("x-ratelimit-remaining-tokens", "589"));
    fails(
        "kim",
        error(
            429,
            "tokens",
            "rate_limit_exceeded",
            "Request too large for gpt-5.4-mini in organization org-example on tokens per min"
                + " (TPM): Limit 30000, Requested 41250. The input or output tokens must be reduced"
                + " in order to run successfully."));
    fails(
        "leo",
        error(
            429,
            "rate_limit_error",
            "slow_down",
            "Slow down: your request rate rose too quickly. Return to the earlier rate."));
  }

  private void money() {
    fails(
        "mia",
        error(
            429,
            QUOTA,
            QUOTA,
            "You exceeded your current quota, please check your plan and billing details. For more"
                + " information on this error, read the docs:"
                + " https://platform.openai.com/docs/guides/error-codes/api-errors."));
    fails(
        "noor",
        error(
            429,
            QUOTA,
            "credit_balance_exhausted",
            "You have no credits remaining. Add credits to continue using the API at"
                + " https://platform.openai.com/settings/organization/billing/."));
    fails(
        "omar",
        error(
            429,
            QUOTA,
            "organization_spend_limit_exceeded",
            "Your organization has reached its monthly spend limit."));
    fails(
        "pia",
        error(
            429,
            QUOTA,
            "project_spend_limit_exceeded",
            "Your project has reached its monthly spend limit."));
    fails(
        "quin",
        error(
            429,
            QUOTA,
            "organization_usage_limit_exceeded",
            "Your organization has reached its approved usage limit."));
  }

  private void faults() {
    fails(
        "rosa",
        error(
            500,
            "server_error",
            NONE,
            "The server had an error while processing your request. Sorry about that! You can retry"
                + " your request, or contact us through our help center at help.openai.com if the"
                + " error persists."));
    fails("sam", page(502, "502 Bad Gateway"));
    fails(
        "tess",
        error(
                503,
                "service_unavailable_error",
                "server_is_overloaded",
                "Our servers are currently overloaded. Please try again later.")
            .with("Retry-After", "20"));
    failsInStream(
        "uma",
        stream(
            """
            {"id":"chatcmpl-example","object":"chat.completion.chunk","created":1767225600,\
            "model":"gpt-5.4-mini","choices":[{"index":0,"delta":{"content":"Par"}}]}\
            """,
            """
            {"error":{"message":"The server had an error while processing your request. Sorry about\
             that!","type":"server_error","param":null,"code":null}}\
            """));
  }

  private void requests() {
    fails(
        "vic",
        error(
            404,
            REQUEST,
            "model_not_found",
            "The model `gpt-5.4-mini` does not exist or you do not have access to it."));
    fails(
        "wren",
        error(
            400,
            REQUEST,
            "context_length_exceeded",
            "messages",
            "This model's maximum context length is 400000 tokens. However, your messages resulted"
                + " in 431204 tokens. Please reduce the length of the messages."));
    fails(
        "xena",
        error(
            400,
            REQUEST,
            "content_policy_violation",
            "Your request was rejected as a result of our safety system."));
    fails(
        "yuri",
        error(
            400,
            REQUEST,
            "unsupported_parameter",
            "max_tokens",
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
                + " 'max_completion_tokens' instead."));
    fails(
        "abel",
        error(
            425,
            "replica_error",
            "replica_not_ready",
            "The replica that holds this conversation is not ready."));
  }

  private void network() {
    ChatService impatient =
        new ChatService(client.withOptions(options -> options.timeout(Duration.ofMillis(300))));
    api.answerNext(silence());
    check("bea", false, impatient.ask("bea", QUESTION).isPresent());

    ChatService lost =
        new ChatService(client.withOptions(options -> options.baseUrl(api.unreachableBaseUrl())));
    check("carl", false, lost.ask("carl", QUESTION).isPresent());
  }

  private void succeeds(String user, Answer answer) {
    api.answerNext(answer);
    check(user, true, service.ask(user, QUESTION).isPresent());
  }

  private void fails(String user, Answer answer) {
    api.answerNext(answer);
    check(user, false, service.ask(user, QUESTION).isPresent());
  }

  private void failsInStream(String user, Answer answer) {
    api.answerNext(answer);
    check(user, false, service.stream(user, QUESTION).isPresent());
  }

  private void check(String user, boolean meant, boolean answered) {
    if (meant != answered) {
      surprises++;
      log.error("the call of {} was meant to {}", user, meant ? "succeed" : "fail");
    }
  }

  @Override
  public void close() {
    client.close();
  }
}

package dev.openaierrors.fuzz;

import java.util.List;

/** Errors as clients log them, to be put into surroundings or to be damaged. */
final class Errors {

  /** An answer of the API. */
  private record Answer(int status, String type, String code, String sentence) {

    String json() {
      return "{\"error\":{\"message\":\"%s\",\"type\":%s,\"param\":null,\"code\":%s}}"
          .formatted(sentence, quoted(type), quoted(code));
    }

    private static String quoted(String text) {
      return text.isEmpty() ? "null" : '"' + text + '"';
    }
  }

  private static final List<Answer> ANSWERS =
      List.of(
          answer(
              429,
              "insufficient_quota",
              "insufficient_quota",
              "You exceeded your current quota, please check your plan and billing details."),
          answer(
              429,
              "tokens",
              "rate_limit_exceeded",
              "Rate limit reached for gpt-5.4-mini in organization org-example on tokens per min (TPM): Limit 30000, Used 29411, Requested 1281. Please try again in 1.384s."),
          answer(
              429,
              "requests",
              "rate_limit_exceeded",
              "Rate limit reached for gpt-4o on requests per day (RPD): Limit 200, Used 200, Requested 1. Please try again in 7m12s."),
          answer(
              429,
              "tokens",
              "rate_limit_exceeded",
              "Request too large for gpt-5.4-mini on tokens per min (TPM): Limit 30000, Requested 41250."),
          answer(
              401,
              "invalid_request_error",
              "invalid_api_key",
              "Incorrect API key provided: sk-proj-********mple. You can find your API key at https://platform.openai.com/account/api-keys."),
          answer(
              401,
              "invalid_request_error",
              "",
              "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth."),
          answer(
              401,
              "invalid_request_error",
              "account_deactivated",
              "The OpenAI account associated with this API key has been deactivated."),
          answer(
              401,
              "invalid_request_error",
              "",
              "You must be a member of an organization to use the API."),
          answer(401, "invalid_request_error", "ip_not_authorized", "Your IP is not on the list."),
          answer(
              403,
              "request_forbidden",
              "unsupported_country_region_territory",
              "Country, region, or territory not supported"),
          answer(
              401,
              "invalid_request_error",
              "",
              "You have insufficient permissions for this operation. Missing scopes: model.request."),
          answer(
              404,
              "invalid_request_error",
              "model_not_found",
              "The model `gpt-6.1` does not exist or you do not have access to it."),
          answer(
              400,
              "invalid_request_error",
              "context_length_exceeded",
              "This model's maximum context length is 128000 tokens. However, your messages resulted in 130021 tokens."),
          answer(
              400,
              "invalid_request_error",
              "content_policy_violation",
              "Your request was rejected as a result of our safety system."),
          answer(
              400,
              "invalid_request_error",
              "unsupported_value",
              "Unsupported value: 'temperature' does not support 0.2 with this model."),
          answer(
              500,
              "server_error",
              "",
              "The server had an error while processing your request. Sorry about that!"),
          answer(
              503, "server_error", "", "That model is currently overloaded with other requests."),
          answer(503, "service_unavailable_error", "slow_down", "Slow Down"));

  /** Network failures and what else has no payload. */
  private static final List<String> PLAIN =
      List.of(
          "com.openai.errors.OpenAIIoException: Request failed\nCaused by: java.net.ConnectException: Failed to connect to api.openai.com/192.0.2.10:443",
          "java.net.UnknownHostException: api.openai.com: Name or service not known",
          "java.net.SocketTimeoutException: timeout calling https://api.openai.com/v1/chat/completions",
          "openai.APITimeoutError: Request timed out.");

  private Errors() {}

  private static Answer answer(int status, String type, String code, String sentence) {
    return new Answer(status, type, code, sentence);
  }

  /** One of them, in one of the forms of clients. */
  static String any(Choices choices) {
    if (choices.oneIn(8)) {
      return choices.of(PLAIN);
    }
    return form(choices.of(ANSWERS), choices.below(9));
  }

  private static String form(Answer answer, int form) {
    String json = answer.json();
    return switch (form) {
      case 0 -> "OpenAI answered %d: %s".formatted(answer.status, json);
      case 1 ->
          "com.openai.errors.RateLimitException: %d: %s".formatted(answer.status, answer.sentence);
      case 2 ->
          "org.springframework.ai.retry.NonTransientAiException: HTTP %d - %s"
              .formatted(answer.status, json);
      case 3 -> "openai.APIStatusError: Error code: %d - %s".formatted(answer.status, python(json));
      case 4 -> "dev.langchain4j.exception.HttpException: " + pretty(json);
      case 5 ->
          "POST https://api.openai.com/v1/chat/completions failed with status %d: %s"
              .formatted(answer.status, json);
      case 6 ->
          "call of OpenAI failed: {\"status\":%d,\"body\":\"%s\"}"
              .formatted(answer.status, escaped(json));
      case 7 -> "com.theokanning.openai.OpenAiHttpException: " + answer.sentence;
      default ->
          "com.azure.core.exception.HttpResponseException: Status code %d, \"%s\""
              .formatted(answer.status, json);
    };
  }

  private static String pretty(String json) {
    return json.replace("{\"error\":{", "{\n  \"error\": {\n    ")
        .replace(",\"type\":", ",\n    \"type\": ")
        .replace(",\"param\":", ",\n    \"param\": ")
        .replace(",\"code\":", ",\n    \"code\": ")
        .replace("}}", "\n  }\n}");
  }

  private static String python(String json) {
    return json.replace("'", "")
        .replace('"', '\'')
        .replace(":null", ": None")
        .replace("':'", "': '");
  }

  /** Inside a string of JSON. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\r", "\\r")
        .replace("\n", "\\n")
        .replace("\t", "\\t")
        .replace("\u001b", "\\u001b");
  }
}

package dev.openaierrors.benchmarks;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people look for OpenAI's errors with today: one expression of many words. */
final class Regex {

  static final List<String> PHRASES =
      List.of(
          "Incorrect API key provided",
          "invalid_api_key",
          "provide an API key",
          "You must be a member of an organization",
          "region, or territory not supported",
          "unsupported_country_region_territory",
          "Rate limit reached",
          "rate_limit_exceeded",
          "exceeded your current quota",
          "insufficient_quota",
          "billing_hard_limit_reached",
          "had an error while processing",
          "currently overloaded",
          "engine_overloaded",
          "slow_down",
          "insufficient permissions",
          "account_deactivated",
          "model_not_found",
          "does not exist or you do not have access",
          "context_length_exceeded",
          "maximum context length",
          "content_policy_violation",
          "content_filter",
          "invalid_request_error",
          "server_error",
          "api.openai.com",
          "com.openai.errors",
          "NonTransientAiException");

  static final Pattern ANY =
      Pattern.compile(PHRASES.stream().map(Pattern::quote).collect(Collectors.joining("|")));

  private Regex() {}
}

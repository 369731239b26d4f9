package dev.openaierrors.error;

import static dev.openaierrors.error.ErrorKind.ACCOUNT_DEACTIVATED;
import static dev.openaierrors.error.ErrorKind.CONTENT_POLICY_VIOLATION;
import static dev.openaierrors.error.ErrorKind.CONTEXT_LENGTH_EXCEEDED;
import static dev.openaierrors.error.ErrorKind.ENGINE_OVERLOADED;
import static dev.openaierrors.error.ErrorKind.INSUFFICIENT_QUOTA;
import static dev.openaierrors.error.ErrorKind.INVALID_API_KEY;
import static dev.openaierrors.error.ErrorKind.INVALID_AUTHENTICATION;
import static dev.openaierrors.error.ErrorKind.INVALID_REQUEST;
import static dev.openaierrors.error.ErrorKind.IP_NOT_AUTHORIZED;
import static dev.openaierrors.error.ErrorKind.MODEL_NOT_FOUND;
import static dev.openaierrors.error.ErrorKind.NOT_ORGANIZATION_MEMBER;
import static dev.openaierrors.error.ErrorKind.PERMISSION_DENIED;
import static dev.openaierrors.error.ErrorKind.RATE_LIMIT_EXCEEDED;
import static dev.openaierrors.error.ErrorKind.SERVER_ERROR;
import static dev.openaierrors.error.ErrorKind.SLOW_DOWN;
import static dev.openaierrors.error.ErrorKind.UNSUPPORTED_COUNTRY_REGION_TERRITORY;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers of the API, in words as it uses them. */
final class Samples {

  static final Sample QUOTA =
      new Sample(
          INSUFFICIENT_QUOTA,
          429,
          "insufficient_quota",
          "insufficient_quota",
          "You exceeded your current quota, please check your plan and billing details.");

  static final Sample RATE_LIMIT =
      new Sample(
          RATE_LIMIT_EXCEEDED,
          429,
          "tokens",
          "rate_limit_exceeded",
          "Rate limit reached for gpt-5.4-mini in organization org-example on tokens per min (TPM):"
              + " Limit 30000, Used 29411, Requested 1281. Please try again in 1.384s.");

  static final Sample TOO_LARGE =
      new Sample(
          RATE_LIMIT_EXCEEDED,
          429,
          "tokens",
          "rate_limit_exceeded",
          "Request too large for gpt-5.4-mini in organization org-example on tokens per min (TPM):"
              + " Limit 30000, Requested 41250.");

  private static final List<Sample> WRITTEN =
      List.of(
          QUOTA,
          RATE_LIMIT,
          TOO_LARGE,
          quota("credit_balance_exhausted", "There is no credit left on this account."),
          quota("organization_spend_limit_exceeded", "The organization may spend no more."),
          quota("project_spend_limit_exceeded", "The project may spend no more."),
          quota("organization_usage_limit_exceeded", "The organization may use no more."),
          request(INSUFFICIENT_QUOTA, 400, "billing_hard_limit_reached", "Billing hard limit"),
          new Sample(
              INSUFFICIENT_QUOTA,
              429,
              "billing_not_active",
              "billing_not_active",
              "Your account is not active, please check your billing details on our website."),
          request(
              INVALID_AUTHENTICATION,
              401,
              null,
              "You didn't provide an API key. You need to provide your API key in an Authorization"
                  + " header using Bearer auth."),
          request(
              INVALID_API_KEY,
              401,
              "invalid_api_key",
              "Incorrect API key provided: sk-proj-****mple."),
          new Sample(
              INVALID_API_KEY,
              401,
              null,
              "401",
              "Access denied due to invalid subscription key or wrong API endpoint."),
          request(
              NOT_ORGANIZATION_MEMBER,
              401,
              null,
              "You must be a member of an organization to use the API."),
          request(NOT_ORGANIZATION_MEMBER, 401, "mismatched_organization", "Wrong header"),
          request(NOT_ORGANIZATION_MEMBER, 401, "invalid_organization", ""),
          request(IP_NOT_AUTHORIZED, 401, "ip_not_authorized", "Your IP is not on the list."),
          new Sample(
              UNSUPPORTED_COUNTRY_REGION_TERRITORY,
              403,
              "request_forbidden",
              "unsupported_country_region_territory",
              "Country, region, or territory not supported"),
          new Sample(
              SERVER_ERROR,
              500,
              "server_error",
              null,
              "The server had an error while processing your request. Sorry about that!"),
          new Sample(
              ENGINE_OVERLOADED,
              503,
              "server_error",
              null,
              "That model is currently overloaded with other requests."),
          new Sample(
              ENGINE_OVERLOADED,
              429,
              "service_unavailable_error",
              "server_is_overloaded",
              "Our servers are currently overloaded. Please try again later."),
          new Sample(SLOW_DOWN, 503, "service_unavailable_error", "slow_down", "Slow Down"),
          new Sample(SLOW_DOWN, 429, "rate_limit_error", "slow_down", "Slow down, please."),
          request(
              PERMISSION_DENIED,
              401,
              null,
              "You have insufficient permissions for this operation. Missing scopes:"
                  + " model.request."),
          request(
              PERMISSION_DENIED,
              400,
              "unsupported_value",
              "Your organization must be verified to stream this model."),
          request(
              PERMISSION_DENIED,
              404,
              "model_not_found",
              "Your organization must be verified to use the model `gpt-5.4`."),
          request(
              PERMISSION_DENIED,
              403,
              "model_not_found",
              "Project `proj_example` does not have access to model `gpt-5.4`"),
          request(
              ACCOUNT_DEACTIVATED,
              401,
              "account_deactivated",
              "The OpenAI account associated with this API key has been deactivated."),
          request(
              MODEL_NOT_FOUND,
              404,
              "model_not_found",
              "The model `gpt-6.1` does not exist or you do not have access to it."),
          new Sample(
              MODEL_NOT_FOUND,
              404,
              null,
              "DeploymentNotFound",
              "The API deployment for this resource does not exist."),
          request(
              CONTEXT_LENGTH_EXCEEDED,
              400,
              "context_length_exceeded",
              "This model's maximum context length is 8192 tokens."),
          request(
              CONTEXT_LENGTH_EXCEEDED,
              400,
              "string_above_max_length",
              "Invalid 'input': string too long."),
          request(
              CONTENT_POLICY_VIOLATION,
              400,
              "content_policy_violation",
              "Your request was rejected as a result of our safety system."),
          request(
              INVALID_REQUEST,
              400,
              "unsupported_parameter",
              "Unsupported parameter: 'max_tokens' is not supported with this model."),
          request(INVALID_REQUEST, 400, "invalid_service_tier", "Invalid service_tier argument"),
          new Sample(
              INVALID_REQUEST,
              413,
              "server_error",
              null,
              "Maximum content size limit (26214400) exceeded (26270034 bytes read)"));

  /** At least one of every kind that comes as a payload. */
  static final List<Sample> ALL = all();

  private Samples() {}

  /** Of a kind for which none is written, one with each of its codes. */
  private static List<Sample> all() {
    List<Sample> all = new ArrayList<>(WRITTEN);
    for (ErrorKind kind : ErrorKind.values()) {
      if (WRITTEN.stream().noneMatch(sample -> sample.kind() == kind) && !isNetwork(kind)) {
        kind.signature().codes().forEach(code -> all.add(request(kind, 400, code, "It failed.")));
      }
    }
    return List.copyOf(all);
  }

  private static boolean isNetwork(ErrorKind kind) {
    return kind == ErrorKind.TIMEOUT || kind == ErrorKind.CONNECTION_ERROR;
  }

  private static Sample quota(String code, String message) {
    return new Sample(INSUFFICIENT_QUOTA, 429, "insufficient_quota", code, message);
  }

  private static Sample request(ErrorKind kind, int status, @Nullable String code, String message) {
    return new Sample(kind, status, "invalid_request_error", code, message);
  }
}

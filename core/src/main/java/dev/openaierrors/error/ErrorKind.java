package dev.openaierrors.error;

import static dev.openaierrors.error.Signs.signs;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue: every kind of OpenAI error that is told apart.
 *
 * <p>Adding a kind is adding a constant; {@code ErrorKindTest} tells what is still missing. New
 * kinds come in minor releases, so a {@code switch} over kinds needs a default.
 *
 * @see <a href="https://developers.openai.com/api/docs/guides/error-codes">OpenAI: error codes</a>
 */
public enum ErrorKind {
  /** 401: no credentials, malformed ones, or those of another issuer. */
  INVALID_AUTHENTICATION(
      "invalid_authentication",
      false,
      "The request carries no credentials, or such as nobody at the other end can read.",
      "Send an API key in the Authorization header and check that key and organization belong"
          + " together.",
      Page.API_KEYS,
      signs()
          .codes("invalid_issuer", "missing_api_key", "no_api_key", "token_expired", "invalid_token")
          .types("authentication_error")
          .sentences("you didn't provide an api key", "provide your api key in an authorization header", "missing bearer or basic authentication", "access denied due to missing subscription key", "access token is missing, invalid, audience is incorrect", "could not parse your authentication token", "your authentication token has been invalidated", "no auth credentials found", "no cookie auth credentials found", "malformed authorization header")
          .hints("invalid authentication", "authentication fails", "invalid authorization header", "user not found.")),
  /** 401: the key is wrong, revoked, or of another endpoint. */
  INVALID_API_KEY(
      "invalid_api_key",
      false,
      "The API key is misspelt, revoked, expired, or belongs to another endpoint.",
      "Put a valid API key for this endpoint into the service's configuration and redeploy.",
      Page.API_KEYS,
      signs()
          .codes("invalid_api_key", "incorrect_api_key", "api_key_revoked")
          .sentences("incorrect api key provided", "invalid subscription key or wrong api endpoint", "api key has been revoked", "api key you provided is invalid")
          .hints("invalid api key", "api key is invalid", "api key provided is invalid", "invalid proxy server token passed")),
  /** 401: the account is in no organization, or not in the one that was named. */
  NOT_ORGANIZATION_MEMBER(
      "not_organization_member",
      false,
      "The account belongs to no organization, or not to the one that the request names.",
      "Have an owner invite the account, or correct or drop the OpenAI-Organization header.",
      Page.ORGANIZATION,
      signs()
          .codes("no_organization", "mismatched_organization", "invalid_organization", "organization_not_found", "not_organization_member")
          .sentences("must be a member of an organization to use the api", "no such organization", "openai-organization header should match organization", "you are not a member of the organization")),
  /** 401: the source address is outside the allowlist. */
  IP_NOT_AUTHORIZED(
      "ip_not_authorized",
      false,
      "The request comes from an address outside the project's or organization's IP allowlist.",
      "Add the service's egress address to the IP allowlist, or send from an allowed address.",
      Page.IP_ALLOWLIST,
      signs()
          .codes("ip_not_authorized")
          .sentences("ip not authorized", "ip address is not authorized", "does not match the configured ip allowlist", "not in the ip allowlist", "access denied due to virtual network/firewall rules")),
  /** 403: the request leaves from a place that is not served. */
  UNSUPPORTED_COUNTRY_REGION_TERRITORY(
      "unsupported_country_region_territory",
      false,
      "The request leaves from a country, region or territory that OpenAI does not serve.",
      "Route the service's egress through a supported country.",
      Page.COUNTRIES,
      signs()
          .codes("unsupported_country_region_territory", "unsupported_country")
          .sentences("country, region, or territory not supported", "accessing the api from an unsupported country")),
  /** 429: requests come faster than a limit allows. */
  RATE_LIMIT_EXCEEDED(
      "rate_limit_exceeded",
      true,
      "Requests or tokens come faster than the organization's limit for this model allows.",
      "Slow down and retry after the delay that the answer names, with back-off and jitter; ask"
          + " for a higher limit if this lasts.",
      Page.RATE_LIMITS,
      signs()
          .codes("rate_limit_exceeded", "rate_limit_reached", "token_limit_exceeded", "too_many_requests", "requests_limit_exceeded", "rate_limit_error")
          .types("requests", "tokens", "rate_limit_error", "rate_limit_reached_error", "throttling_error", "rate_limit_exceeded")
          .sentences("exceeded token rate limit of your current", "exceeded call rate limit of your current", "exceeded the token rate limit for your current", "exceeded the call rate limit for your current", "request reached organization", "request reached max organization", "rate limit exceeded: free-models", "too many tokens for team", "enqueued token limit reached")
          .hints("rate limit reached for", "request too large for", "rate limit reached", "rate limit is exceeded. try again in", "rate limit exceeded", "too many requests", "tokens per minute limit exceeded", "rate limit specific to this model", "throttling threshold")),
  /** 429: the credits are used up or a spend limit is reached. */
  INSUFFICIENT_QUOTA(
      "insufficient_quota",
      false,
      "The credits are used up, or a monthly limit is reached.",
      "Buy credits or raise the limit in the billing settings; stop retrying until then.",
      Page.BILLING,
      signs()
          .codes("insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "credit_balance_exhausted", "organization_spend_limit_exceeded", "project_spend_limit_exceeded", "organization_usage_limit_exceeded", "insufficient_user_quota", "quota_exceeded", "insufficient_credits")
          .types("insufficient_quota", "billing_not_active", "exceeded_current_quota_error")
          .sentences("you exceeded your current quota", "exceeded current quota, please check", "billing hard limit has been reached", "your account is not active, please check your billing details", "you have no credits remaining", "all available credits or reached its monthly spending limit", "requires more credits, or fewer max_tokens", "pre-consumed quota failed", "reached your specified monthly usage limit", "you've reached your usage limit")
          .hints("insufficient balance", "run out of credits", "exceeded your quota", "insufficient quota")),
  /** 500, 502, 520: a fault at OpenAI or its edge. */
  SERVER_ERROR(
      "server_error",
      true,
      "Something failed at OpenAI, or at the edge in front of it.",
      "Retry after a short wait; if it lasts, look at status.openai.com and give the request id to"
          + " support.",
      Page.ERROR_CODES,
      signs()
          .codes("server_error", "internal_error", "internal_server_error", "bad_gateway", "internalerror", "vector_store_timeout")
          .types("server_error", "api_error", "internal_error", "internal_server_error")
          .sentences("the server had an error while processing your request", "the server had an error processing your request", "the server experienced an error while processing your request", "an error occurred while processing your request. you can retry", "we were unable to process your prompt. please try again", "the model produced invalid content", "the model `has failed to process")
          .hints("internal server error", "bad gateway", "unknown error", "internalservererror", "upstream connect error")),
  /** 503: high traffic at OpenAI. */
  ENGINE_OVERLOADED(
      "engine_overloaded",
      true,
      "OpenAI has more traffic than it can serve at the moment.",
      "Retry after a growing wait, or fall back to another model meanwhile.",
      Page.ERROR_CODES,
      signs()
          .codes("server_is_overloaded", "engine_overloaded", "model_overloaded")
          .types("service_unavailable_error", "engine_overloaded_error")
          .sentences("model is currently overloaded", "engine is currently overloaded", "server is currently overloaded", "currently overloaded with other requests", "servers are currently overloaded", "server is overloaded or not ready yet")
          .hints("service unavailable", "servers are experiencing high demand", "overloaded", "503 service temporarily unavailable")),
  /** 429 or 503: this client's own request rate rose too fast. */
  SLOW_DOWN(
      "slow_down",
      true,
      "This client's request rate rose too suddenly.",
      "Drop to the earlier rate, hold it for at least 15 minutes, then raise it gradually.",
      Page.ERROR_CODES,
      signs()
          .codes("slow_down")
          .sentences("request rate increased too quickly", "reduce your request rate to its original level", "maintain a consistent rate for at least 15 minutes")
          .hints("slow down")),
  /** 403, 401 or 400: key, role, project or organization lacks a right. */
  PERMISSION_DENIED(
      "permission_denied",
      false,
      "The key, its role, its project or an unverified organization lacks the right to do this.",
      "Grant the missing scope or role, verify the organization, or use a model that is permitted.",
      Page.PERMISSIONS,
      signs()
          .codes("insufficient_permissions", "missing_scope", "permission_denied", "permission_error", "project_not_permitted")
          .types("permission_error", "insufficient_permissions", "permission_denied_error")
          .sentences("insufficient permissions for this operation", "your organization must be verified", "organization must be verified to", "does not have access to model", "not allowed to sample from this model", "missing scopes:")
          .hints("you are not allowed to", "permission denied", "your request was blocked")),
  /** 401 or 403: the account was closed. */
  ACCOUNT_DEACTIVATED(
      "account_deactivated",
      false,
      "OpenAI has deactivated the account or organization of this key.",
      "Contact OpenAI's support, or switch the service to a key of another account.",
      Page.SUPPORT,
      signs()
          .codes("account_deactivated", "organization_deactivated", "organization_restricted")
          .sentences("account associated with this api key has been deactivated", "openai account has been deactivated", "associated with a deactivated account", "your access was terminated due to violation of our policies", "this organization has been disabled")
          .hints("organization has been restricted")),
  /** 404: no such model, or no access to it. */
  MODEL_NOT_FOUND(
      "model_not_found",
      false,
      "The model or deployment does not exist, is retired, or is not open to this account.",
      "Correct the model or deployment name in the service's configuration.",
      Page.MODELS,
      signs()
          .codes("model_not_found", "deploymentnotfound", "deployment_not_found", "invalid_engine", "model_not_available", "engine_not_found")
          .types("notfounderror", "model_not_found")
          .sentences("does not exist or you do not have access to it", "that model does not exist", "api deployment for this resource does not exist", "invalid model name passed in model", "model has been deprecated, learn more")
          .hints("` does not exist", "try pulling it first", "has been deprecated, learn more here", "model not exist", "no such model")),
  /** 400: prompt and completion do not fit into the model's window. */
  CONTEXT_LENGTH_EXCEEDED(
      "context_length_exceeded",
      false,
      "Prompt and requested completion are longer than the model's context window.",
      "Shorten or split the input, ask for fewer output tokens, or use a model with a larger"
          + " context.",
      Page.MODELS,
      signs()
          .codes("context_length_exceeded", "string_above_max_length", "context_window_exceeded", "max_tokens_exceeded")
          .sentences("model's maximum context length is", "model maximum context length is", "exceeds the context window of this model", "input exceeds the context window", "maximum context length of")
          .hints("maximum context length", "contextwindowexceeded", "reduce the length of the messages", "reduce your prompt; or completion length")),
  /** 400: prompt or output was refused. */
  CONTENT_POLICY_VIOLATION(
      "content_policy_violation",
      false,
      "The safety system or content filter refused the prompt or the output.",
      "Change the input; do not send it again as it is.",
      Page.SAFETY,
      signs()
          .codes("content_policy_violation", "content_filter", "moderation_blocked", "invalid_prompt", "bio_policy", "cyber_policy", "responsibleaipolicyviolation", "content_filter_error", "sensitive_words_detected")
          .types("content_policy_violation", "content_filter_error")
          .sentences("rejected as a result of our safety system", "rejected by the safety system", "azure openai's content management policy", "triggering azure openai's content", "potentially violating our usage policy", "flagged as potentially violating", "blocked by our content filters")
          .hints("contentpolicyviolation", "content management policy", "our safety system", "usage policies")),
  /** 400, 404, 409, 413, 415, 422: the request itself is wrong. */
  INVALID_REQUEST(
      "invalid_request",
      false,
      "The request itself is wrong, whoever sends it and whenever.",
      "Correct the parameter that the error names; the same request will fail again.",
      Page.ERROR_CODES,
      signs()
          .codes("unsupported_parameter", "unknown_parameter", "missing_required_parameter", "invalid_service_tier", "unknown_url", "unsupported_value", "invalid_value", "invalid_type", "invalid_function_parameters", "invalid_intent", "invalid_parameter_error", "request_too_large", "invalid_image_url", "invalid_base64", "previous_response_not_found", "conversation_locked", "invalid_json", "array_above_max_length", "integer_above_max_value", "integer_below_min_value", "invalid_file", "file_not_found", "badrequest", "empty_array", "unsupported_file", "unsupported_country_code", "operationnotsupported", "invalid_encrypted_content", "decimal_above_max_value", "invalid_beta", "missing_model", "invalid_request_error", "invalid_request")
          .types("invalid_request_error", "not_found_error", "badrequesterror", "image_generation_user_error", "conflict_error")
          .sentences("maximum content size limit (", "unsupported parameter: '", "unknown parameter: '", "missing required parameter: '", "you must provide a model parameter", "invalid parameter: messages with role", "invalid schema for function '", "unsupported value: '", "unrecognized request argument supplied", "we could not parse the json body of your request", "invalid url (post /v", "is not supported with this model", "expected a string with maximum length", "this is not a chat model", "invalid value: '", "invalid type for '", "tool_calls must be followed by tool messages", "tool_calls' must be followed by tool messages", "invalid service_tier argument", "is enabled only for api versions", "does not support this api, neither v1/")
          .hints("request entity too large", "file is too large", "bad request", "cannot find file", "invalid request")),
  /** 408, 504 or none: no answer in time. */
  TIMEOUT(
      "timeout",
      true,
      "No complete answer came in time.",
      "Retry with back-off; raise the client's time-out, stream the answer, or ask for less"
          + " output.",
      Page.LATENCY,
      signs()
          .codes("timeout", "request_timeout", "cf_gateway_timeout", "gateway_timeout")
          .types("timeout_error")
          .hints("request timed out", "timed out", "sockettimeoutexception", "interruptedioexception: timeout", "httptimeoutexception", "apitimeouterror", "openai.error.timeout", "timeoutexception", "timeout on blocking read", "request timeout", "a timeout occurred", "gateway timeout", "gateway time-out", "channel response timed out", "request timeout has expired", "readtimeout", "timeout has expired", "timeout awaiting", "deadline exceeded")),
  /** No status: network, proxy, TLS or DNS failure on the way. */
  CONNECTION_ERROR(
      "connection_error",
      true,
      "The connection to the API failed: network, proxy, TLS or DNS.",
      "Check egress rules, proxy, certificates and name resolution of the service; retry with"
          + " back-off.",
      Page.ERROR_CODES,
      signs()
          .codes("connection_error")
          .hints("connectexception", "unknownhostexception", "sslhandshakeexception", "sslexception", "apiconnectionerror", "failed to connect to", "connection refused", "connection reset", "unexpected end of stream", "connection aborted", "premature close", "prematurecloseexception", "connection prematurely closed", "unresolvedaddressexception", "noroutetohostexception", "network is unreachable", "name or service not known", "could not resolve host", "unable to resolve host", "unresolvedmodelserverexception", "header parser received no bytes", "error communicating with openai", "connection error.", "certpathbuilderexception", "remote host terminated the handshake", "socketexception", "closedchannelexception", "connection closed", "goaway received")),
  /** Any status: an OpenAI error of none of the other kinds. */
  UNKNOWN(
      "unknown",
      false,
      "An error in OpenAI's form that this version does not know.",
      "Read the logged message; give the request id to support if it does not help.",
      Page.ERROR_CODES,
      signs());

  private static final Map<String, ErrorKind> BY_ID = new HashMap<>();

  static {
    for (ErrorKind kind : values()) {
      BY_ID.put(kind.id, kind);
    }
  }

  private final String id;
  private final boolean retryable;
  private final String cause;
  private final String fix;
  private final String page;
  private final Signs signs;

  ErrorKind(
      String id, boolean retryable, String cause, String fix, String page, Signs signs) {
    this.id = id;
    this.retryable = retryable;
    this.cause = cause;
    this.fix = fix;
    this.page = page;
    this.signs = signs;
  }

  /**
   * The stable name: lower case letters and underscores only, so it is safe in file names, metric
   * labels and routing keys.
   */
  public String id() {
    return id;
  }

  /** Whether sending the same request again can help; one error may differ from its kind. */
  public boolean retryable() {
    return retryable;
  }

  /** Why it happens, one sentence. */
  public String cause() {
    return cause;
  }

  /** What to do, one sentence. */
  public String fix() {
    return fix;
  }

  /** Address of OpenAI's page about it. */
  public String page() {
    return page;
  }

  /**
   * The kind with this {@link #id()}.
   *
   * @return null if there is none
   */
  public static @Nullable ErrorKind fromId(String id) {
    return BY_ID.get(id);
  }

  /** How errors of this kind are recognised. */
  Signs signs() {
    return signs;
  }

  /** OpenAI's pages, the source of what the constants say. */
  private static final class Page {
    static final String ERROR_CODES =
        "https://developers.openai.com/api/docs/guides/error-codes";
    static final String RATE_LIMITS =
        "https://developers.openai.com/api/docs/guides/rate-limits";
    static final String MODELS = "https://developers.openai.com/api/docs/models";
    static final String LATENCY =
        "https://developers.openai.com/api/docs/guides/latency-optimization";
    static final String SAFETY =
        "https://developers.openai.com/api/docs/guides/safety-best-practices";
    static final String COUNTRIES = "https://developers.openai.com/api/docs/supported-countries";
    static final String API_KEYS = "https://platform.openai.com/settings/organization/api-keys";
    static final String ORGANIZATION = "https://platform.openai.com/settings/organization/people";
    static final String IP_ALLOWLIST =
        "https://platform.openai.com/settings/organization/security/ip-allowlist";
    static final String BILLING = "https://platform.openai.com/settings/organization/billing";
    static final String PERMISSIONS =
        "https://platform.openai.com/settings/organization/people/roles";
    static final String SUPPORT = "https://help.openai.com/";

    private Page() {}
  }
}

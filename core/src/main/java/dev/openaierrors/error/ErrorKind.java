package dev.openaierrors.error;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue: every kind of OpenAI error that is told apart.
 *
 * <p>Adding a kind is adding a constant; {@code EveryKindTest} tells what is still missing. New
 * kinds come in minor releases, so a {@code switch} over kinds needs a default.
 *
 * @see <a href="https://developers.openai.com/api/docs/guides/error-codes">OpenAI: error codes</a>
 */
public enum ErrorKind {
  /** 401: no credentials, malformed ones, or those of another issuer. */
  INVALID_AUTHENTICATION(
      "invalid_authentication",
      false,
      "The request has no credentials, or credentials that the API cannot parse.",
      "Send an API key in the Authorization header and check that key and organization belong"
          + " together.",
      Page.API_KEYS),
  /** 401: the key is wrong, revoked, or of another endpoint. */
  INVALID_API_KEY(
      "invalid_api_key",
      false,
      "The API key is mistyped, revoked, expired, or issued for a different endpoint.",
      "Put a valid API key for this endpoint into the service's configuration and redeploy.",
      Page.API_KEYS),
  /** 401: the account is in no organization, or not in the one that was named. */
  NOT_ORGANIZATION_MEMBER(
      "not_organization_member",
      false,
      "The account belongs to no organization, or not to the one that the request names.",
      "Have an owner invite the account, or correct or drop the OpenAI-Organization header.",
      Page.ORGANIZATION),
  /** 401: the source address is outside the allowlist. */
  IP_NOT_AUTHORIZED(
      "ip_not_authorized",
      false,
      "The request comes from an address outside the project's or organization's IP allowlist.",
      "Add the service's egress address to the IP allowlist, or send from an allowed address.",
      Page.IP_ALLOWLIST),
  /** 403: the request leaves from a place that is not served. */
  UNSUPPORTED_COUNTRY_REGION_TERRITORY(
      "unsupported_country_region_territory",
      false,
      "The request leaves from a country, region or territory that OpenAI does not serve.",
      "Route the service's egress through a supported country.",
      Page.COUNTRIES),
  /** 429: requests come faster than a limit allows. */
  RATE_LIMIT_EXCEEDED(
      "rate_limit_exceeded",
      true,
      "Requests or tokens come faster than the organization's limit for this model allows.",
      "Slow down and retry with back-off and jitter; ask for a higher limit if this lasts.",
      Page.RATE_LIMITS),
  /** 429: the credits are used up or a spend limit is reached. */
  INSUFFICIENT_QUOTA(
      "insufficient_quota",
      false,
      "The credits are used up, or a monthly limit is reached.",
      "Buy credits or raise the limit in the billing settings; stop retrying until then.",
      Page.BILLING),
  /** 500, 502, 520: a fault at OpenAI or its edge. */
  SERVER_ERROR(
      "server_error",
      true,
      "Something failed at OpenAI, or at the edge in front of it.",
      "Retry after a short wait; if it lasts, look at status.openai.com and give the request id to"
          + " support.",
      Page.ERROR_CODES),
  /** 503: high traffic at OpenAI. */
  ENGINE_OVERLOADED(
      "engine_overloaded",
      true,
      "OpenAI has more traffic than it can serve at the moment.",
      "Retry after a growing wait, or fall back to another model meanwhile.",
      Page.ERROR_CODES),
  /** 429 or 503: this client's own request rate rose too fast. */
  SLOW_DOWN(
      "slow_down",
      true,
      "This client's request rate rose too suddenly.",
      "Drop to the earlier rate, hold it for at least 15 minutes, then raise it gradually.",
      Page.ERROR_CODES),
  /** 403, 401 or 400: key, role, project or organization lacks a right. */
  PERMISSION_DENIED(
      "permission_denied",
      false,
      "The key, its role, its project or an unverified organization lacks the right to do this.",
      "Grant the missing scope or role, verify the organization, or use a model that is permitted.",
      Page.PERMISSIONS),
  /** 401 or 403: the account was closed. */
  ACCOUNT_DEACTIVATED(
      "account_deactivated",
      false,
      "OpenAI has deactivated the account or organization of this key.",
      "Contact OpenAI's support, or switch the service to a key of another account.",
      Page.SUPPORT),
  /** 404: no such model, or no access to it. */
  MODEL_NOT_FOUND(
      "model_not_found",
      false,
      "The model or deployment does not exist, is retired, or is not open to this account.",
      "Correct the model or deployment name in the service's configuration.",
      Page.MODELS),
  /** 400: prompt and completion do not fit into the model's window. */
  CONTEXT_LENGTH_EXCEEDED(
      "context_length_exceeded",
      false,
      "Prompt and requested completion are longer than the model's context window.",
      "Shorten or split the input, ask for fewer output tokens, or use a model with a larger"
          + " context.",
      Page.MODELS),
  /** 400: prompt or output was refused. */
  CONTENT_POLICY_VIOLATION(
      "content_policy_violation",
      false,
      "The safety system or content filter refused the prompt or the output.",
      "Change the input; do not send it again as it is.",
      Page.SAFETY),
  /** 400, 404, 409, 413, 415, 422: the request itself is wrong. */
  INVALID_REQUEST(
      "invalid_request",
      false,
      "The request itself is wrong, whoever sends it and whenever.",
      "Correct the request as the message says; the same one will fail again.",
      Page.ERROR_CODES),
  /** 408, 504 or none: no answer in time. */
  TIMEOUT(
      "timeout",
      true,
      "The response did not arrive, or did not finish, before the timeout.",
      "Retry with back-off; raise the client's time-out, stream the answer, or ask for less"
          + " output.",
      Page.LATENCY),
  /** No status: network, proxy, TLS or DNS failure on the way. */
  CONNECTION_ERROR(
      "connection_error",
      true,
      "The connection to the API failed: network, proxy, TLS or DNS.",
      "Check egress rules, proxy, certificates and name resolution of the service; retry with"
          + " back-off.",
      Page.ERROR_CODES),
  /** Any status: an OpenAI error of none of the other kinds. */
  UNKNOWN(
      "unknown",
      false,
      "An OpenAI-style error that this version does not recognize.",
      "Read the logged message; give the request id to support if it does not help.",
      Page.ERROR_CODES);

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

  ErrorKind(String id, boolean retryable, String cause, String fix, String page) {
    this.id = id;
    this.retryable = retryable;
    this.cause = cause;
    this.fix = fix;
    this.page = page;
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

  /**
   * What to do about an error with this code: some codes of a kind have a remedy of their own.
   *
   * @param code the payload's {@code code} in lower case; null gives {@link #fix()}
   */
  public String fix(@Nullable String code) {
    Signature.Remedy own = code == null ? null : signature().remedies().get(code);
    return own == null ? fix : own.fix();
  }

  /**
   * Whether sending the same request again can help against an error with this code.
   *
   * @param code the payload's {@code code} in lower case; null gives {@link #retryable()}
   */
  public boolean retryable(@Nullable String code) {
    Signature.Remedy own = code == null ? null : signature().remedies().get(code);
    Boolean helps = own == null ? null : own.retryable();
    return helps == null ? retryable : helps;
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
  Signature signature() {
    // Not held: a service that starts names kinds, and needs no signature before the first error.
    return Signatures.of(id);
  }

  /** OpenAI's pages, the source of what the constants say. */
  private static final class Page {
    static final String ERROR_CODES = "https://developers.openai.com/api/docs/guides/error-codes";
    static final String RATE_LIMITS = "https://developers.openai.com/api/docs/guides/rate-limits";
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

package dev.openaierrors.error;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How errors of one kind are recognised. All words are lower case with single blanks; case and
 * white space do not matter when they are looked for.
 *
 * <p>What counts how much is decided in {@link Role}.
 *
 * @param codes values of a payload's {@code code} that OpenAI made up itself
 * @param commonCodes values of {@code code} that other services use as well
 * @param types values of a payload's {@code type} that say more than that something failed
 * @param sentences wording that is OpenAI's, or a compatible service's, own
 * @param phrases wording that is typical, but that others could use
 * @param hints words that mean something only beside other evidence
 * @param remedies what is to be done about errors with a certain code, or with a certain wording
 *     where there is no code, if that is not what helps against the kind; by code or wording
 */
record Signs(
    List<String> codes,
    List<String> commonCodes,
    List<String> types,
    List<String> sentences,
    List<String> phrases,
    List<String> hints,
    Map<String, Remedy> remedies) {

  /**
   * What helps against some errors of a kind.
   *
   * @param retryable whether sending the same request again can help; null as for the kind
   * @param fix what to do, one sentence
   */
  record Remedy(@Nullable Boolean retryable, String fix) {}

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
          "could not resolve host",
          "unable to resolve host");

  /** Codes that others have as well, so that they do not tell whose an error is. */
  static final Set<String> SHARED_CODES =
      Set.of(
          "rate_limit_exceeded",
          "rate_limit_reached",
          "rate_limit_reached_error",
          "throttling_error",
          "requests",
          "tokens",
          "permission_error",
          "permission_denied_error",
          "notfounderror",
          "internal_server_error",
          "internal_error",
          "timeout_error",
          "request_forbidden",
          "token_limit_exceeded",
          "requests_limit_exceeded",
          "invalid_api_key",
          "missing_api_key",
          "no_api_key",
          "slow_down",
          "model_not_found",
          "model_not_available",
          "model_overloaded",
          "server_overloaded",
          "content_filter",
          "session_expired",
          "connection_failed",
          "access_terminated",
          "billing_not_active",
          "account_deactivated",
          "organization_deactivated",
          "missing_scope",
          "insufficient_permissions",
          "invalid_request_error",
          "invalid_parameter_error",
          "invalid_image",
          "image_too_large",
          "resource_unavailable",
          "usage_limit_exceeded",
          "operationnotsupported",
          "sandbox_error");

  static Signs by() {
    List<String> none = List.of();
    return new Signs(none, none, none, none, none, none, Map.of());
  }

  Signs codes(String... values) {
    return new Signs(List.of(values), commonCodes, types, sentences, phrases, hints, remedies);
  }

  Signs commonCodes(String... values) {
    return new Signs(codes, List.of(values), types, sentences, phrases, hints, remedies);
  }

  Signs types(String... values) {
    return new Signs(codes, commonCodes, List.of(values), sentences, phrases, hints, remedies);
  }

  Signs sentences(String... values) {
    return new Signs(codes, commonCodes, types, List.of(values), phrases, hints, remedies);
  }

  Signs phrases(String... values) {
    return new Signs(codes, commonCodes, types, sentences, List.of(values), hints, remedies);
  }

  Signs hints(String... values) {
    return new Signs(codes, commonCodes, types, sentences, phrases, List.of(values), remedies);
  }

  /** Errors with this code, or this wording, have a fix of their own. */
  Signs fix(String codeOrWording, String whatToDo) {
    return remedy(codeOrWording, new Remedy(null, whatToDo));
  }

  /** Errors with this code, or this wording, can be retried, and have a fix of their own. */
  Signs retry(String codeOrWording, String whatToDo) {
    return remedy(codeOrWording, new Remedy(true, whatToDo));
  }

  /** Errors with this code, or this wording, cannot be retried, and have a fix of their own. */
  Signs noRetry(String codeOrWording, String whatToDo) {
    return remedy(codeOrWording, new Remedy(false, whatToDo));
  }

  private Signs remedy(String codeOrWording, Remedy remedy) {
    Map<String, Remedy> more = new HashMap<>(remedies);
    more.put(codeOrWording, remedy);
    return new Signs(codes, commonCodes, types, sentences, phrases, hints, Map.copyOf(more));
  }
}

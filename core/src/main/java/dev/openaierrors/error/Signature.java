package dev.openaierrors.error;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
record Signature(
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

  static Signature by() {
    List<String> none = List.of();
    return new Signature(none, none, none, none, none, none, Map.of());
  }

  Signature codes(String... values) {
    return new Signature(List.of(values), commonCodes, types, sentences, phrases, hints, remedies);
  }

  Signature commonCodes(String... values) {
    return new Signature(codes, List.of(values), types, sentences, phrases, hints, remedies);
  }

  Signature types(String... values) {
    return new Signature(codes, commonCodes, List.of(values), sentences, phrases, hints, remedies);
  }

  Signature sentences(String... values) {
    return new Signature(codes, commonCodes, types, List.of(values), phrases, hints, remedies);
  }

  Signature phrases(String... values) {
    return new Signature(codes, commonCodes, types, sentences, List.of(values), hints, remedies);
  }

  Signature hints(String... values) {
    return new Signature(codes, commonCodes, types, sentences, phrases, List.of(values), remedies);
  }

  /** Errors with one of these codes, or wordings, have a fix of their own. */
  Signature fix(String whatToDo, String... codesOrWordings) {
    return remedy(new Remedy(null, whatToDo), codesOrWordings);
  }

  /** Errors with one of these codes, or wordings, can be retried, and have a fix of their own. */
  Signature retry(String whatToDo, String... codesOrWordings) {
    return remedy(new Remedy(true, whatToDo), codesOrWordings);
  }

  /**
   * Errors with one of these codes, or wordings, cannot be retried, and have a fix of their own.
   */
  Signature noRetry(String whatToDo, String... codesOrWordings) {
    return remedy(new Remedy(false, whatToDo), codesOrWordings);
  }

  private Signature remedy(Remedy remedy, String... codesOrWordings) {
    Map<String, Remedy> more = new HashMap<>(remedies);
    for (String codeOrWording : codesOrWordings) {
      more.put(codeOrWording, remedy);
    }
    return new Signature(codes, commonCodes, types, sentences, phrases, hints, Map.copyOf(more));
  }
}

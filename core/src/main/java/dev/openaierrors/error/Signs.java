package dev.openaierrors.error;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
 * @param fixes what to do about errors with a certain code, where that is not the kind's fix
 */
record Signs(
    List<String> codes,
    List<String> commonCodes,
    List<String> types,
    List<String> sentences,
    List<String> phrases,
    List<String> hints,
    Map<String, String> fixes) {

  static Signs by() {
    List<String> none = List.of();
    return new Signs(none, none, none, none, none, none, Map.of());
  }

  Signs codes(String... values) {
    return new Signs(List.of(values), commonCodes, types, sentences, phrases, hints, fixes);
  }

  Signs commonCodes(String... values) {
    return new Signs(codes, List.of(values), types, sentences, phrases, hints, fixes);
  }

  Signs types(String... values) {
    return new Signs(codes, commonCodes, List.of(values), sentences, phrases, hints, fixes);
  }

  Signs sentences(String... values) {
    return new Signs(codes, commonCodes, types, List.of(values), phrases, hints, fixes);
  }

  Signs phrases(String... values) {
    return new Signs(codes, commonCodes, types, sentences, List.of(values), hints, fixes);
  }

  Signs hints(String... values) {
    return new Signs(codes, commonCodes, types, sentences, phrases, List.of(values), fixes);
  }

  Signs fix(String code, String whatToDo) {
    Map<String, String> more = new HashMap<>(fixes);
    more.put(code, whatToDo);
    return new Signs(codes, commonCodes, types, sentences, phrases, hints, Map.copyOf(more));
  }
}

package dev.openaierrors.error;

import java.util.List;

/**
 * How errors of one kind are recognised: values of {@code code} and {@code type}, and wording. All
 * in lower case, white space as one blank; case and white space do not matter when they are looked
 * for.
 *
 * @param codes values of a payload's {@code code}
 * @param types values of a payload's {@code type}
 * @param sentences wording that is OpenAI's own: enough by itself where it is said as an error
 * @param hints wording that others use too: counts only beside other evidence
 */
record Signs(
    List<String> codes, List<String> types, List<String> sentences, List<String> hints) {

  static Signs signs() {
    return new Signs(List.of(), List.of(), List.of(), List.of());
  }

  Signs codes(String... values) {
    return new Signs(List.of(values), types, sentences, hints);
  }

  Signs types(String... values) {
    return new Signs(codes, List.of(values), sentences, hints);
  }

  Signs sentences(String... values) {
    return new Signs(codes, types, List.of(values), hints);
  }

  Signs hints(String... values) {
    return new Signs(codes, types, sentences, List.of(values));
  }
}

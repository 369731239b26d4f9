package dev.openaierrors.internal;

import dev.openaierrors.internal.jackson.ErrorReportConfiguration;
import dev.openaierrors.internal.jackson.JsonParser;
import dev.openaierrors.internal.jackson.StreamReadConstraints;
import dev.openaierrors.internal.jackson.StreamWriteConstraints;
import dev.openaierrors.internal.jackson.io.ContentReference;
import dev.openaierrors.internal.jackson.io.IOContext;
import dev.openaierrors.internal.jackson.json.JsonReadFeature;
import dev.openaierrors.internal.jackson.json.ReaderBasedJsonParser;
import dev.openaierrors.internal.jackson.sym.CharsToNameCanonicalizer;
import dev.openaierrors.internal.jackson.util.BufferRecycler;

/**
 * Makes readers of JSON, without Jackson's factory: that is two thirds of what would be loaded, for
 * choices nobody has here.
 *
 * <p>No buffer outlives its reader, and no name is interned: names come from strangers, and nothing
 * of ours may stay with the user's threads.
 */
public final class JsonStreams {

  /** Numbers are read as text, and longer ones are none of ours. */
  private static final int LONGEST_NUMBER = 100;

  /** Keeps no name; the newer way to make one asks for the factory. */
  @SuppressWarnings("deprecation")
  private static final CharsToNameCanonicalizer NAMES = CharsToNameCanonicalizer.createRoot();

  private static final int STRICT = JsonParser.Feature.collectDefaults();
  private static final int LENIENT =
      STRICT
          | mask(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          | mask(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          | mask(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          | mask(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          | mask(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          | mask(JsonReadFeature.ALLOW_TRAILING_COMMA);

  private JsonStreams() {}

  /**
   * Reads JSON as people write it: single quotes, names without quotes, a comma too many.
   *
   * @param json holds it from {@code from} to {@code to}, and is not copied
   * @param depth objects and arrays in each other, at most
   * @param longest characters of a string, at most
   */
  public static JsonParser lenient(char[] json, int from, int to, int depth, int longest) {
    return reader(json, from, to, LENIENT, depth, longest);
  }

  /**
   * Reads JSON as the standard has it.
   *
   * @param depth objects and arrays in each other, at most
   * @param longest characters of a string, at most
   */
  public static JsonParser strict(char[] json, int depth, int longest) {
    return reader(json, 0, json.length, STRICT, depth, longest);
  }

  private static JsonParser reader(
      char[] json, int from, int to, int features, int depth, int longest) {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(depth)
            .maxStringLength(longest)
            .maxNumberLength(LONGEST_NUMBER)
            .build();
    return new ReaderBasedJsonParser(
        context(limits), features, null, null, NAMES.makeChild(), json, from, to, false);
  }

  private static IOContext context(StreamReadConstraints limits) {
    return new IOContext(
        limits,
        StreamWriteConstraints.defaults(),
        ErrorReportConfiguration.defaults(),
        new BufferRecycler(),
        ContentReference.redacted(),
        false);
  }

  private static int mask(JsonReadFeature feature) {
    return feature.mappedFeature().getMask();
  }
}

package dev.openaierrors.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.openaierrors.internal.jackson.JsonParser;
import dev.openaierrors.internal.jackson.JsonToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As much of Jackson is inside our jar as is needed, and no more. */
class InternalJacksonTest {

  private static final String OURS = "dev.openaierrors.internal.jackson.";

  /** What is left out: named by classes that are there, in methods that nobody calls. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "Base64Variants",
          "JsonFactory",
          "JsonGenerator",
          "JsonPointer",
          "TokenStreamFactory",
          "internal.shaded.fdp.*",
          "io.BigDecimalParser",
          "io.BigIntegerParser",
          "type.ResolvedType",
          "type.TypeReference",
          "util.InternCache",
          "util.RecyclerPool$*");

  private static final Path CLASSES = classes();

  @Test
  void everyClassCanBeVerifiedWithoutWhatIsLeftOut() throws Exception {
    for (String name : classNames()) {
      Class<?> type = Class.forName(name, true, getClass().getClassLoader());
      assertThat(type.getProtectionDomain()).isEqualTo(JsonStreams.class.getProtectionDomain());
    }
  }

  /** A newer Jackson may want more classes, or other ones. */
  @Test
  void nothingIsMissingButWhatIsLeftOut() {
    Matcher missing =
        Pattern.compile("-> " + Pattern.quote(OURS) + "(\\S+) +not found").matcher(dependencies());
    Set<String> names = new TreeSet<>();
    while (missing.find()) {
      names.add(
          missing
              .group(1)
              .replaceFirst("^(internal\\.shaded\\.fdp\\.).*", "$1*")
              .replaceFirst("^(util\\.RecyclerPool\\$).*", "$1*"));
    }
    assertThat(names).containsExactlyInAnyOrderElementsOf(LEFT_OUT);
  }

  @Test
  void noClassIsThereThatNothingNeeds() throws IOException {
    String dependencies = dependencies();
    Set<String> needless = classNames();
    needless.removeIf(
        name -> Pattern.compile("-> " + Pattern.quote(name) + "\\s").matcher(dependencies).find());
    assertThat(needless).isEmpty();
  }

  @Test
  void everyKindOfValueIsReadInEveryWayThatIsAllowed() throws IOException {
    assertThat(read("{'a':\"\\u20ac\\n\\\"\", b : [-7, 1.5e9, NaN, true, null,],}"))
        .isEqualTo("{ a \u20ac\n\" b [ -7 1.5e9 NaN true null ] } ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":", "{\"a\":1e", "[1}", "[[[[[[[[[[1]]]]]]]]]]", "{a\u0000", "\"x"})
  void whatIsNoneOrTooDeepOrTooLongIsRefused(String json) {
    assertThatIOException().isThrownBy(() -> read(json));
    assertThatIOException().isThrownBy(() -> read("'" + "x".repeat(101) + "'"));
    assertThatIOException().isThrownBy(() -> read("1".repeat(102)));
  }

  private static String read(String text) throws IOException {
    StringBuilder read = new StringBuilder();
    try (JsonParser json = JsonStreams.lenient(text.toCharArray(), 0, text.length(), 9, 100)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        read.append(json.getText()).append(' ');
      }
    }
    return read.toString();
  }

  private static String dependencies() {
    StringWriter out = new StringWriter();
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    jdeps.run(
        new PrintWriter(out), new PrintWriter(out), "-v", "--multi-release", "17", CLASSES + "");
    return out.toString();
  }

  private static Set<String> classNames() throws IOException {
    Path folder = CLASSES.resolve(OURS.replace('.', '/'));
    try (Stream<Path> files = Files.walk(folder)) {
      Set<String> names = new TreeSet<>();
      files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.endsWith(".class"))
          .forEach(
              file -> names.add(file.replaceAll("[/\\\\]", ".").replaceFirst("\\.class$", "")));
      assertThat(names).hasSizeGreaterThan(50);
      return names;
    }
  }

  private static Path classes() {
    try {
      return Path.of(JsonStreams.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}

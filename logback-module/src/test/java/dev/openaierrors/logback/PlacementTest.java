package dev.openaierrors.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.plugin.PlacementContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told at the start of an appender that stands where it does harm. */
class PlacementTest extends PlacementContract {

  private static final Path EXAMPLES = Path.of("src", "test", "resources", "examples");
  private static final String CONSOLE =
      "<appender name='CONSOLE' class='dev.openaierrors.logback.CapturingAppender'/>";
  private static final String OURS =
      "<appender name='OPENAI' class='dev.openaierrors.logback.OpenAiErrorAppender'>"
          + "<appender-ref ref='CONSOLE'/>%s</appender>";
  private static final String FILTER =
      "<filter class='dev.openaierrors.logback.OpenAiErrorFilter'>%s</filter>";

  @TempDir Path folder;

  @Override
  protected List<String> told(String ours, String... loggers) throws Exception {
    String xml = configuration(ours, String.join("", loggers));
    try (Logback logback = Logback.fromText(xml, Map.of())) {
      return logback.sentences();
    }
  }

  @Override
  protected String ours(String more) {
    return with(more);
  }

  @Override
  protected String filter() {
    return FILTER.formatted("");
  }

  @Override
  protected String shown() {
    return "<appender name=\"OPENAI\">";
  }

  @Override
  protected String root(String... references) {
    return toRoot(references);
  }

  @Override
  protected String logger(String attributes, String... references) {
    return to(attributes, references);
  }

  private static String configuration(String... parts) {
    return "<configuration>" + CONSOLE + String.join("", parts) + "</configuration>";
  }

  private List<String> toldOfFile(String... parts) throws Exception {
    Path file = Files.writeString(folder.resolve("logback.xml"), configuration(parts));
    try (Logback logback = Logback.fromFile(file.toFile())) {
      return logback.sentences();
    }
  }

  private static String with(String more) {
    return OURS.formatted(more);
  }

  private static String toRoot(String... references) {
    return element("root", "", "appender-ref", references);
  }

  private static String to(String attributes, String... references) {
    return element("logger", attributes, "appender-ref", references);
  }

  @Test
  void aTargetBesideAnAsynchronousAppenderInFrontOfItDoesSoToo() throws Exception {
    String async =
        "<appender name='ASYNC' class='ch.qos.logback.classic.AsyncAppender'>"
            + "<appender-ref ref='OPENAI'/></appender>";
    assertThat(told(ours(""), async, root("ASYNC", "CONSOLE"))).hasSize(1);
  }

  @Test
  void attributesAreNoSettings() throws Exception {
    assertThat(
            toldOfFile(
                OURS.replace("<appender name='OPENAI'", "<appender name='OPENAI' fields='kind'")
                    .formatted("<slack url='https://hooks.slack.com/services/x'/>"),
                root("OPENAI")))
        .anySatisfy(told -> assertThat(told).contains("'fields' of <appender>", "<fields>"))
        .anySatisfy(told -> assertThat(told).contains("'url' of <slack>", "<url>"));
  }

  /** Older versions of Logback do not make such an appender at all, so nothing of ours runs. */
  @Test
  @Tag("newest-only")
  void aReferenceThatLeadsNowhereIsToldWithTheNameThatIsNear() throws Exception {
    assertThat(toldOfFile(ours("<appender-ref ref='CONSLE'/>"), root("OPENAI")))
        .singleElement()
        .asString()
        .contains("there is no appender 'CONSLE'", "'CONSOLE'");
  }

  /** Each of them could be taken for a mistake, and none is. */
  static Stream<List<String>> harmless() {
    String other = CONSOLE.replace("'CONSOLE'", "'OTHER'");
    return Stream.of(
        List.of(other, with(""), toRoot("OPENAI", "OTHER")),
        List.of(with(""), to("name='a'", "OPENAI"), toRoot("OPENAI")),
        List.of(with(FILTER.formatted("<onMismatch>NEUTRAL</onMismatch>")), toRoot("OPENAI")),
        List.of(other, with(FILTER.formatted("")), toRoot("OTHER", "OPENAI")),
        List.of(with(FILTER.formatted("")), to("name='a'", "OPENAI")),
        List.of(
            "<appender name='OPENAI' class='dev.openaierrors.logback.OpenAiErrorAppender'>"
                + "<mode>observe</mode></appender>",
            toRoot("CONSOLE", "OPENAI")),
        List.of(
            "<appender name='OPENAI' class='dev.openaierrors.logback.OpenAiErrorAppender'>"
                + "<mode>observe</mode>"
                + FILTER.formatted("")
                + "</appender>",
            toRoot("OPENAI")),
        List.of(
            "<property name='WHERE' value='CONSOLE'/>",
            OURS.replace("ref='CONSOLE'", "ref='${WHERE}'").formatted(""),
            toRoot("OPENAI")));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void whatIsMeantSoIsNotToldOf(List<String> parts) throws Exception {
    assertThat(toldOfFile(parts.toArray(new String[0]))).isEmpty();
  }

  @Test
  @Tag("newest-only") // The pages are written for it.
  void theExamplesOfThePagesAreNotToldOf() throws Exception {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.filter(it -> !it.endsWith("status.xml")).toList()) {
        try (Logback logback = Logback.fromFile(file.toFile(), ExamplesTest.properties(folder))) {
          assertThat(logback.problems()).as(file.toString()).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aReloadTellsItOnceForEachTime(int reloads) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("logback.xml"), configuration(ours(""), root("CONSOLE", "OPENAI")));
    try (Logback logback = Logback.fromFile(file.toFile())) {
      logback.context().getStatusManager().clear();
      for (int i = 0; i < reloads; i++) {
        logback.context().reset();
        logback.configurator().doConfigure(file.toFile());
      }
      assertThat(logback.sentences()).hasSize(reloads);
    }
  }
}

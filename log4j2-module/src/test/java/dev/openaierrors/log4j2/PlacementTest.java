package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.plugin.PlacementContract;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.logging.log4j.core.config.AbstractConfiguration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.composite.CompositeConfiguration;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told at the start of an appender that stands where it does harm. */
class PlacementTest extends PlacementContract {

  private static final String OURS =
      "<OpenAiErrors name='OPENAI'><AppenderRef ref='CONSOLE'/>%s</OpenAiErrors>";

  @Override
  protected List<String> told(String ours, String... loggers) throws Exception {
    try (Log4j log4j = Log4j.fromText(configuration(ours, String.join("", loggers)))) {
      return log4j.sentences();
    }
  }

  private static String configuration(String ours, String loggers) {
    return "<Configuration><Appenders><Capture name='CONSOLE'/><Capture name='OTHER'/>"
        + ours
        + "</Appenders><Loggers>"
        + loggers
        + "</Loggers></Configuration>";
  }

  @Override
  protected String ours(String more) {
    return with(more);
  }

  @Override
  protected String filter() {
    return "<OpenAiErrorFilter/>";
  }

  @Override
  protected String shown() {
    return "<OpenAiErrors name=\"OPENAI\">";
  }

  @Override
  protected String root(String... references) {
    return toRoot(references);
  }

  @Override
  protected String logger(String attributes, String... references) {
    return to(attributes, references);
  }

  private static String with(String more) {
    return OURS.formatted(more);
  }

  private static String toRoot(String... references) {
    return element("Root", "", "AppenderRef", references);
  }

  private static String to(String attributes, String... references) {
    return element("Logger", attributes, "AppenderRef", references);
  }

  /** As Spring Boot makes of two files: the root logger has the references of both. */
  @Test
  void aConfigurationOfTwoFilesThatWritesEachLineTwiceIsToldOf() throws Exception {
    try (Log4j log4j = Log4j.notStarted(false)) {
      String first =
          "<Configuration><Appenders><Capture name='CONSOLE'/></Appenders><Loggers>"
              + root("CONSOLE")
              + "</Loggers></Configuration>";
      String second =
          "<Configuration><Appenders>"
              + ours("")
              + "</Appenders><Loggers>"
              + root("OPENAI")
              + "</Loggers></Configuration>";
      log4j
          .context()
          .start(new CompositeConfiguration(List.of(file(log4j, first), file(log4j, second))));
      assertThat(log4j.sentences()).singleElement().asString().contains("'CONSOLE'", "twice");
    }
  }

  private static AbstractConfiguration file(Log4j log4j, String xml) throws Exception {
    return new XmlConfiguration(
        log4j.context(),
        new ConfigurationSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
  }

  /** Each of them could be taken for a mistake, and none is. */
  static Stream<List<String>> harmless() {
    return Stream.of(
        List.of(with(""), toRoot("OPENAI", "OTHER")),
        List.of(
            with(""),
            "<Root><AppenderRef ref='OPENAI'/><AppenderRef ref='CONSOLE' level='FATAL'/></Root>"),
        List.of(
            OURS.replace("ref='CONSOLE'", "ref='CONSOLE' level='ERROR'").formatted(""),
            toRoot("OPENAI", "CONSOLE")),
        List.of(with("<OpenAiErrorFilter onMismatch='NEUTRAL'/>"), toRoot("OPENAI")),
        List.of(with("<OpenAiErrorFilter/>"), toRoot("OTHER", "OPENAI")),
        List.of(with("<OpenAiErrorFilter/>"), to("name='a'", "OPENAI") + toRoot("OTHER")),
        List.of("<OpenAiErrors name='OPENAI' mode='observe'/>", toRoot("CONSOLE", "OPENAI")),
        List.of(
            "<OpenAiErrors name='OPENAI' mode='observe'><OpenAiErrorFilter/></OpenAiErrors>",
            toRoot("OPENAI")));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void whatIsMeantSoIsNotToldOf(List<String> parts) throws Exception {
    assertThat(told(parts.get(0), parts.get(1))).isEmpty();
  }
}

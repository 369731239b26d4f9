package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

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
class PlacementTest {

  private static final String OURS =
      "<OpenAiErrors name='OPENAI'><AppenderRef ref='CONSOLE'/>%s</OpenAiErrors>";

  private static List<String> told(String ours, String loggers) throws Exception {
    try (Log4j log4j = Log4j.fromText(configuration(ours, loggers))) {
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

  private static String ours(String more) {
    return OURS.formatted(more);
  }

  private static String root(String... references) {
    return logger("Root", references);
  }

  private static String logger(String element, String... references) {
    StringBuilder xml = new StringBuilder("<" + element + ">");
    for (String reference : references) {
      xml.append("<AppenderRef ref='%s'/>".formatted(reference));
    }
    return xml.append("</%s>".formatted(element.split(" ", 2)[0])).toString();
  }

  @Test
  void aTargetBesideItWritesEachLineTwice() throws Exception {
    assertThat(told(ours(""), root("CONSOLE", "OPENAI")))
        .singleElement()
        .asString()
        .contains("<OpenAiErrors name=\"OPENAI\">", "'CONSOLE'", "the logger 'ROOT'", "twice");
  }

  @Test
  void aTargetAtALoggerAboveOrBelowDoesSoToo() throws Exception {
    assertThat(told(ours(""), logger("Logger name='com.acme'", "OPENAI") + root("CONSOLE")))
        .singleElement()
        .asString()
        .contains("'ROOT'");
    assertThat(told(ours(""), logger("Logger name='com.acme'", "CONSOLE") + root("OPENAI")))
        .singleElement()
        .asString()
        .contains("'com.acme'");
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

  @Test
  void aFilterOfOursAtItTakesAllOtherLinesAway() throws Exception {
    assertThat(told(ours("<OpenAiErrorFilter/>"), root("OPENAI")))
        .singleElement()
        .asString()
        .contains("<OpenAiErrors name=\"OPENAI\">", "all other lines are lost");
  }

  /** Each of them could be taken for a mistake, and none is. */
  static Stream<List<String>> harmless() {
    return Stream.of(
        List.of(ours(""), root("OPENAI", "OTHER")),
        List.of(ours(""), logger("Logger name='a' additivity='false'", "CONSOLE") + root("OPENAI")),
        List.of(ours(""), logger("Logger name='a' additivity='false'", "OPENAI") + root("CONSOLE")),
        List.of(
            ours(""),
            "<Root><AppenderRef ref='OPENAI'/><AppenderRef ref='CONSOLE' level='FATAL'/></Root>"),
        List.of(
            OURS.replace("ref='CONSOLE'", "ref='CONSOLE' level='ERROR'").formatted(""),
            root("OPENAI", "CONSOLE")),
        List.of(ours("<OpenAiErrorFilter onMismatch='NEUTRAL'/>"), root("OPENAI")),
        List.of(ours("<OpenAiErrorFilter/>"), root("OTHER", "OPENAI")),
        List.of(ours("<OpenAiErrorFilter/>"), logger("Logger name='a'", "OPENAI") + root("OTHER")),
        List.of("<OpenAiErrors name='OPENAI' mode='observe'/>", root("CONSOLE", "OPENAI")),
        List.of(
            "<OpenAiErrors name='OPENAI' mode='observe'><OpenAiErrorFilter/></OpenAiErrors>",
            root("OPENAI")));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void whatIsMeantSoIsNotToldOf(List<String> parts) throws Exception {
    assertThat(told(parts.get(0), parts.get(1))).isEmpty();
  }
}

package dev.openaierrors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Where our appender stands in a context of Log4j, and where it does not. */
class Log4jPlacementTest {

  private static final String ERROR = "OpenAI: 429 insufficient_quota";
  private static final String SHOWN = "[insufficient_quota] " + ERROR;
  private static final String NOT_SHOWN = "[] " + ERROR;

  @TempDir Path folder;
  private final LoggerContext context = new LoggerContext("test");

  @AfterEach
  void stop() {
    context.stop();
  }

  /** Files as appenders, which show the kind, and these loggers. */
  private void configure(String loggers, String... more) throws IOException {
    StringBuilder xml = new StringBuilder("<Configuration status='OFF'><Appenders>");
    for (String name : List.of("CONSOLE", "FILE", "AUDIT")) {
      xml.append("<File name='" + name + "' fileName='" + folder.resolve(name) + "'>")
          .append("<PatternLayout pattern='[%X{openai.error.kind}] %m%n'/></File>");
    }
    xml.append(String.join("", more))
        .append("</Appenders><Loggers>")
        .append(loggers)
        .append("</Loggers></Configuration>");
    byte[] bytes = xml.toString().getBytes(StandardCharsets.UTF_8);
    context.setConfiguration(
        new XmlConfiguration(context, new ConfigurationSource(new ByteArrayInputStream(bytes))));
  }

  private static String root(String... references) {
    return logger("Root", "", references);
  }

  private static String logger(String element, String attributes, String... references) {
    StringBuilder xml = new StringBuilder("<" + element + " level='INFO' " + attributes + ">");
    for (String reference : references) {
      xml.append("<AppenderRef ref='" + reference + "'/>");
    }
    return xml.append("</" + element + ">").toString();
  }

  private Log4jInstallation installation(String... namesAndValues) {
    Map<String, Object> properties = new HashMap<>(Map.of("openai.errors.alerts", "off"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.put("openai.errors." + namesAndValues[i], namesAndValues[i + 1]);
    }
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    Log4jInstallation installation =
        new Log4jInstallation(context, StarterSettings.of(environment));
    context.addPropertyChangeListener(installation);
    return installation;
  }

  private Set<String> appendersOf(String logger) {
    return new TreeSet<>(
        Objects.requireNonNull(context.getConfiguration().getLoggers().get(logger))
            .getAppenders()
            .keySet());
  }

  private List<String> lines(String appender) throws IOException {
    return Files.readAllLines(folder.resolve(appender));
  }

  @Test
  void itStandsBeforeThoseOfRootWhichGetTheFields() throws IOException {
    configure(root("CONSOLE", "FILE"));
    installation().install(false);
    assertThat(appendersOf("")).containsExactly("OPENAI");
    context.getLogger("com.acme.Chat").error(ERROR);
    assertThat(lines("CONSOLE")).containsExactly(SHOWN);
    assertThat(lines("FILE")).containsExactly(SHOWN);
  }

  @Test
  void whereRootHasNoneThereIsNothingToStandBefore() throws IOException {
    configure(root());
    installation().install(true);
    assertThat(appendersOf("")).isEmpty();
  }

  @Test
  void howeverOftenItIsLookedAtEachLineIsWrittenOnce() throws IOException {
    configure(root("CONSOLE"));
    Log4jInstallation installation = installation();
    installation.install(false);
    installation.install(false);
    installation.install(true);
    assertThat(appendersOf("")).containsExactly("OPENAI");
    context.getLogger("x").error(ERROR);
    assertThat(lines("CONSOLE")).containsExactly(SHOWN);
  }

  /** What a reference asks for holds behind ours as before. */
  @Test
  void aReferenceKeepsItsLevelAndItsFilter() throws IOException {
    configure(
        "<Root level='INFO'><AppenderRef ref='CONSOLE' level='ERROR'/><AppenderRef ref='FILE'>"
            + "<RegexFilter regex='.*429.*' onMatch='DENY' onMismatch='ACCEPT'/></AppenderRef>"
            + "</Root>");
    installation().install(true);
    context.getLogger("x").warn("slow");
    context.getLogger("x").error(ERROR);
    assertThat(lines("CONSOLE")).containsExactly(SHOWN);
    assertThat(lines("FILE")).containsExactly("[] slow");
  }

  @Test
  void whereTheUserHasOneTheStarterAddsNone() throws IOException {
    configure(
        root("OWN"),
        "<OpenAiErrors name='OWN' alerts='off'><AppenderRef ref='CONSOLE'/></OpenAiErrors>");
    installation().install(true);
    assertThat(appendersOf("")).containsExactly("OWN");
    context.getLogger("x").error(ERROR);
    assertThat(lines("CONSOLE")).containsExactly(SHOWN);
  }

  @Test
  void oneThatObservesStandsBesideTheOthersAndChangesNothing() throws IOException {
    configure(root("CONSOLE"));
    Log4jInstallation installation = installation("mode", "observe");
    installation.install(false);
    installation.install(true);
    assertThat(appendersOf("")).containsExactly("CONSOLE", "OPENAI");
    context.getLogger("x").error(ERROR);
    assertThat(lines("CONSOLE")).containsExactly(NOT_SHOWN);
  }

  @Test
  void aLoggerThatKeepsItsEventsHasOneOfItsOwn() throws IOException {
    configure(logger("Logger", "name='audit' additivity='false'", "AUDIT") + root("CONSOLE"));
    installation("loggers", "audit").install(false);
    assertThat(appendersOf("audit")).containsExactly("OPENAI-audit");
    assertThat(appendersOf("")).containsExactly("OPENAI");
    context.getLogger("audit.of.chat").error(ERROR);
    assertThat(lines("AUDIT")).containsExactly(SHOWN);
    assertThat(lines("CONSOLE")).isEmpty();
  }

  @Test
  void aLoggerWhoseEventsComeToRootTooIsEnrichedInBoth() throws IOException {
    configure(logger("Logger", "name='com.acme'", "FILE") + root("CONSOLE"));
    installation("loggers", "com.acme").install(false);
    context.getLogger("com.acme.Chat").error(ERROR);
    assertThat(lines("FILE")).containsExactly(SHOWN);
    assertThat(lines("CONSOLE")).containsExactly(SHOWN);
  }

  @Test
  void aLoggerThatIsNotNamedIsLeftAsItIs() throws IOException {
    configure(logger("Logger", "name='com.acme' additivity='false'", "FILE") + root("CONSOLE"));
    installation("loggers", "com").install(false);
    assertThat(appendersOf("com.acme")).containsExactly("FILE");
    context.getLogger("com.acme.Chat").error(ERROR);
    assertThat(lines("FILE")).containsExactly(NOT_SHOWN);
  }

  @Test
  void aContextWithAnotherConfigurationHasItAgain() throws IOException {
    configure(root("CONSOLE"));
    installation().install(true);
    configure(root("FILE"));
    assertThat(appendersOf("")).containsExactly("OPENAI");
    context.getLogger("x").error(ERROR);
    assertThat(lines("FILE")).containsExactly(SHOWN);
    assertThat(lines("CONSOLE")).isEmpty();
  }
}

package dev.openaierrors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.status.Status;
import dev.openaierrors.logback.OpenAiErrorAppender;
import io.sentry.test.LookedForAppender;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Where our appender stands in a context of Logback, and where it does not. */
class LogbackPlacementTest {

  private static final String ERROR = "OpenAI: 429 insufficient_quota";
  private static final String KIND = "openai.error.kind";

  private final LoggerContext context = new LoggerContext();
  private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> console = list("CONSOLE");

  LogbackPlacementTest() {
    context.setMDCAdapter(new LogbackMDCAdapter());
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  private ListAppender<ILoggingEvent> list(String name) {
    return started(new ListAppender<>(), name);
  }

  private <T extends Appender<ILoggingEvent>> T started(T appender, String name) {
    appender.setContext(context);
    appender.setName(name);
    appender.start();
    return appender;
  }

  private LogbackInstallation installation(String... namesAndValues) {
    Map<String, Object> properties = new HashMap<>(Map.of("openai.errors.alerts", "off"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.put("openai.errors." + namesAndValues[i], namesAndValues[i + 1]);
    }
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    return new LogbackInstallation(context, StarterSettings.of(environment));
  }

  private static List<String> names(Logger logger) {
    List<String> names = new ArrayList<>();
    logger.iteratorForAppenders().forEachRemaining(one -> names.add(one.getName()));
    return names;
  }

  private static List<String> behind(Logger logger, String name) {
    List<String> names = new ArrayList<>();
    if (logger.getAppender(name) instanceof OpenAiErrorAppender ours) {
      ours.iteratorForAppenders().forEachRemaining(one -> names.add(one.getName()));
    }
    return names;
  }

  private List<String> told() {
    return context.getStatusManager().getCopyOfStatusList().stream()
        .filter(status -> status.getMessage().startsWith("openai-errors:"))
        .map(Status::getMessage)
        .toList();
  }

  private static @Nullable String kind(ListAppender<ILoggingEvent> appender) {
    assertThat(appender.list).hasSize(1);
    return appender.list.get(0).getMDCPropertyMap().get(KIND);
  }

  @Test
  void itStandsBeforeThoseOfRootWhichGetTheFields() {
    root.addAppender(console);
    root.addAppender(list("FILE"));
    installation().install(false);
    assertThat(names(root)).containsExactly("OPENAI");
    assertThat(behind(root, "OPENAI")).containsExactly("CONSOLE", "FILE");
    context.getLogger("com.acme.Chat").error(ERROR);
    assertThat(kind(console)).isEqualTo("insufficient_quota");
  }

  @Test
  void whereRootHasNoneThereIsNothingToStandBefore() {
    installation().install(true);
    assertThat(names(root)).isEmpty();
    assertThat(told()).isEmpty();
  }

  @Test
  void howeverOftenItIsLookedAtThereIsOne() {
    root.addAppender(console);
    LogbackInstallation installation = installation();
    installation.install(false);
    Appender<ILoggingEvent> first = root.getAppender("OPENAI");
    installation.install(false);
    installation.install(true);
    assertThat(names(root)).containsExactly("OPENAI");
    assertThat(root.getAppender("OPENAI")).isSameAs(first);
    assertThat(behind(root, "OPENAI")).containsExactly("CONSOLE");
    context.getLogger("x").error(ERROR);
    assertThat(console.list).hasSize(1);
  }

  /** As another library adds one while the service starts. */
  @Test
  void whatIsAddedLaterComesBehindItAtTheNextLook() {
    root.addAppender(console);
    LogbackInstallation installation = installation();
    installation.install(false);
    ListAppender<ILoggingEvent> late = list("LATE");
    root.addAppender(late);
    installation.install(false);
    assertThat(names(root)).containsExactly("OPENAI");
    assertThat(behind(root, "OPENAI")).containsExactly("CONSOLE", "LATE");
    context.getLogger("x").error(ERROR);
    assertThat(kind(late)).isEqualTo("insufficient_quota");
  }

  /** Its own starter would add a second one, if it did not see it at root. */
  @Test
  void whatIsLookedForAtRootStaysThereUntilTheServiceHasStarted() {
    root.addAppender(console);
    LookedForAppender looked = started(new LookedForAppender(), "SENTRY");
    root.addAppender(looked);
    LogbackInstallation installation = installation();
    installation.install(false);
    assertThat(names(root)).containsExactlyInAnyOrder("OPENAI", "SENTRY");
    installation.install(true);
    assertThat(names(root)).containsExactly("OPENAI");
    assertThat(behind(root, "OPENAI")).containsExactly("CONSOLE", "SENTRY");
    // What was ready once, stays so.
    installation.install(false);
    assertThat(names(root)).containsExactly("OPENAI");
  }

  @ParameterizedTest
  @ValueSource(strings = {"at root", "at a logger", "behind an asynchronous one"})
  void whereTheUserHasOneTheStarterAddsNoneAndSaysSoOnce(String where) {
    OpenAiErrorAppender own = new OpenAiErrorAppender();
    own.setAlerts("off");
    own.addAppender(list("BEHIND"));
    started(own, "OWN");
    root.addAppender(console);
    switch (where) {
      case "at root" -> root.addAppender(own);
      case "at a logger" -> context.getLogger("audit").addAppender(own);
      default -> {
        AsyncAppender async = new AsyncAppender();
        async.addAppender(own);
        root.addAppender(started(async, "ASYNC"));
      }
    }
    List<String> before = names(root);
    LogbackInstallation installation = installation();
    installation.install(false);
    installation.install(true);
    assertThat(names(root)).isEqualTo(before);
    assertThat(told())
        .containsExactly(
            "openai-errors: the configuration has an appender of ours, so the starter adds none.");
  }

  @Test
  void oneThatObservesStandsBesideTheOthersAndChangesNothing() {
    root.addAppender(console);
    LogbackInstallation installation = installation("mode", " Observe ");
    installation.install(false);
    installation.install(true);
    assertThat(names(root)).containsExactly("CONSOLE", "OPENAI");
    assertThat(behind(root, "OPENAI")).isEmpty();
    context.getLogger("x").error(ERROR);
    assertThat(kind(console)).isNull();
  }

  @Test
  void aLoggerThatKeepsItsEventsHasOneThatCountsThem() {
    root.addAppender(console);
    Logger audit = context.getLogger("audit");
    audit.setAdditive(false);
    ListAppender<ILoggingEvent> file = list("AUDIT");
    audit.addAppender(file);
    installation("loggers", "audit").install(false);
    assertThat(names(audit)).containsExactly("OPENAI");
    assertThat(names(root)).containsExactly("OPENAI");
    context.getLogger("audit.of.chat").error(ERROR);
    assertThat(kind(file)).isEqualTo("insufficient_quota");
    assertThat(console.list).isEmpty();
  }

  /** The one at root counts what comes there as well. */
  @Test
  void aLoggerWhoseEventsComeToRootTooHasOneOfAnotherName() {
    root.addAppender(console);
    Logger chat = context.getLogger("com.acme.chat");
    ListAppender<ILoggingEvent> file = list("CHAT");
    chat.addAppender(file);
    installation("loggers[0]", "com.acme.chat").install(false);
    assertThat(names(chat)).containsExactly("OPENAI-com.acme.chat");
    chat.error(ERROR);
    assertThat(kind(file)).isEqualTo("insufficient_quota");
    assertThat(kind(console)).isEqualTo("insufficient_quota");
  }

  @Test
  void aLoggerThatIsNotNamedIsLeftAsItIs() {
    root.addAppender(console);
    Logger chat = context.getLogger("com.acme.chat");
    ListAppender<ILoggingEvent> file = list("CHAT");
    chat.addAppender(file);
    installation("loggers", "com.acme").install(false);
    assertThat(names(chat)).containsExactly("CHAT");
    chat.error(ERROR);
    assertThat(kind(file)).isNull();
  }

  @Test
  void aNamedLoggerWithoutAnAppenderIsToldOnceWithThoseThatHaveOne() {
    root.addAppender(console);
    context.getLogger("audit").addAppender(list("AUDIT"));
    context.getLogger("com.acme");
    LogbackInstallation installation = installation("loggers", "com.acme");
    installation.install(false);
    installation.install(true);
    assertThat(told())
        .hasSize(1)
        .first()
        .asString()
        .startsWith(
            "openai-errors: openai.errors: loggers: 'com.acme' has no appender of its own, so it is"
                + " left out; those that have one: ")
        .contains("audit");
    assertThat(context.exists("com.acme.nothing")).as("a logger that nobody made").isNull();
  }

  private void configure(String xml) throws Exception {
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static final String XML =
      "<configuration><appender name='NEW' class='ch.qos.logback.core.read.ListAppender'/>"
          + "<root level='INFO'><appender-ref ref='NEW'/></root></configuration>";

  /** As a scan does, or Spring Cloud. */
  @Test
  void aContextThatIsConfiguredAgainHasItAgain() throws Exception {
    root.addAppender(console);
    installation().install(true);
    context.reset();
    assertThat(names(root)).isEmpty();
    configure(XML);
    assertThat(names(root)).containsExactly("OPENAI");
    assertThat(behind(root, "OPENAI")).containsExactly("NEW");
  }

  @Test
  void whatIsForgottenIsNotPutInPlaceAgain() throws Exception {
    root.addAppender(console);
    installation().install(true);
    LogbackInstallation.forget(context);
    context.reset();
    configure(XML);
    assertThat(names(root)).containsExactly("NEW");
  }
}

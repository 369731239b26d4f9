package dev.openaierrors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** When the starter looks at the appenders, and that a service starts whatever happens to it. */
class InstallListenerTest {

  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

  @AfterEach
  void forget() {
    LogbackInstallation.forget(context);
  }

  private List<String> told() {
    return context.getStatusManager().getCopyOfStatusList().stream()
        .map(status -> status.getMessage())
        .filter(message -> message.startsWith("openai-errors: openai.errors"))
        .toList();
  }

  private static ApplicationEnvironmentPreparedEvent prepared(Map<String, Object> properties) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    return new ApplicationEnvironmentPreparedEvent(
        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ApplicationStartingEvent.class,
        ApplicationEnvironmentPreparedEvent.class,
        ApplicationPreparedEvent.class,
        ContextRefreshedEvent.class,
        ApplicationStartedEvent.class
      })
  void itHearsOfEachStepOfAStart(Class<?> event) {
    assertThat(new InstallListener().supportsEventType(ResolvableType.forClass(event))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ApplicationReadyEvent.class,
        ApplicationFailedEvent.class,
        ContextClosedEvent.class,
        Object.class
      })
  void itHearsOfNothingElse(Class<?> event) {
    assertThat(new InstallListener().supportsEventType(ResolvableType.forClass(event))).isFalse();
    assertThat(new InstallListener().supportsEventType(ResolvableType.NONE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "openai.errors.enabled, maybe, 'openai.errors.enabled: ''maybe'' is neither true nor false, so"
        + " true is used.'",
    "openai.errors.pattern, 2, 'openai.errors.pattern: ''2'' is neither true nor false, so true is"
        + " used.'",
    "openai.errors, alerts, 'openai.errors: is no setting and is ignored; the settings are below it,"
        + " such as openai.errors.enabled.'",
    "openai.errors.service, '${openai.errors.service}', 'openai.errors.service: cannot be read, so it"
        + " counts as not set; does it refer to itself?'",
  })
  void whatIsWrongWithAPropertyIsToldOnceInASentence(String name, String value, String sentence) {
    context.getStatusManager().clear();
    InstallListener listener = new InstallListener();
    ApplicationEnvironmentPreparedEvent event = prepared(Map.of(name, value));
    listener.onApplicationEvent(event);
    listener.onApplicationEvent(event);
    assertThat(told()).containsExactly("openai-errors: " + sentence);
  }

  @Test
  void aWordWithoutAnEndIsCutAndOnOneLine() {
    context.getStatusManager().clear();
    new InstallListener()
        .onApplicationEvent(prepared(Map.of("openai.errors.enabled", "x\n".repeat(500))));
    assertThat(told()).singleElement().asString().hasSizeLessThan(160).doesNotContain("\n");
  }

  @Test
  void whereAllIsRightNothingIsTold() {
    context.getStatusManager().clear();
    new InstallListener().onApplicationEvent(prepared(Map.of("openai.errors.alerts", "off")));
    assertThat(told()).isEmpty();
  }
}

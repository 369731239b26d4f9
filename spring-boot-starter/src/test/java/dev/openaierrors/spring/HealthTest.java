package dev.openaierrors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What health says where no incident is open, and whose alerts it asks. */
class HealthTest {

  private final Logger root =
      ((LoggerContext) LoggerFactory.getILoggerFactory())
          .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final List<Appender<ILoggingEvent>> before = new ArrayList<>();

  @BeforeEach
  void quietRoot() {
    root.iteratorForAppenders().forEachRemaining(before::add);
    before.forEach(root::detachAppender);
    ListAppender<ILoggingEvent> list = new ListAppender<>();
    list.setContext(root.getLoggerContext());
    list.setName("LIST");
    list.start();
    root.addAppender(list);
  }

  @AfterEach
  void asBefore() {
    LogbackInstallation.forget(root.getLoggerContext());
    root.detachAndStopAllAppenders();
    before.forEach(root::addAppender);
  }

  private static void install() {
    Map<String, Object> properties =
        new HashMap<>(
            Map.of(
                "openai.errors.alert.quota.when", "first",
                "openai.errors.jmx", "off",
                "spring.application.name", "shop"));
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    new LogbackInstaller().install(StarterSettings.of(environment), true);
  }

  private static Health ofBoot3() {
    return new HealthAutoConfiguration.OfBoot3().openaierrorsHealthIndicator().health();
  }

  @Test
  void withoutAlertsAServiceIsUp() {
    assertThat(ofBoot3().getStatus()).isEqualTo(Status.UP);
    assertThat(ofBoot3().getDetails()).isEqualTo(Map.of("open", List.of()));
  }

  @Test
  void withoutAnIncidentAServiceIsUp() {
    install();
    assertThat(ofBoot3().getStatus()).isEqualTo(Status.UP);
    assertThat(ofBoot3().getDetails()).isEqualTo(Map.of("open", List.of()));
  }

  /** A service is not taken out of service, or killed, for a failure that is not its own. */
  @Test
  void theStatusIsNoneThatStopsAService() {
    assertThat(HealthAutoConfiguration.DEGRADED)
        .isNotIn(Status.DOWN.getCode(), Status.OUT_OF_SERVICE.getCode(), Status.UP.getCode());
  }

  @Test
  void alertsAreFoundByTheNameOfTheirAppender() {
    assertThat(RunningAlerts.ofFramework()).isEmpty();
    install();
    assertThat(RunningAlerts.ofFramework().keySet()).containsExactly(Installer.NAME);
    assertThat(
            Objects.requireNonNull(RunningAlerts.ofFramework().get(Installer.NAME))
                .getDestinations())
        .isNotEmpty();
  }
}

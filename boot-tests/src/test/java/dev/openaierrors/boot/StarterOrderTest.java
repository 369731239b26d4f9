package dev.openaierrors.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sentry.test.LateAppender;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.core.Ordered;

/** What others do while a service starts, and what services before it have left behind. */
class StarterOrderTest {

  private static final String QUOTA =
      "429 You exceeded your current quota, please check your plan and billing details. (from"
          + " https://api.openai.com/v1)";

  private static final String COPIED = "LOG_CORRELATION_PATTERN";
  private static final Duration SOON = Duration.ofSeconds(6);

  @TempDir private Path folder;

  /** Does something at an event, in this order among the listeners. */
  private record At(Class<? extends ApplicationEvent> event, int order, Runnable step)
      implements SmartApplicationListener {

    @Override
    public boolean supportsEventType(Class<? extends ApplicationEvent> type) {
      return event == type;
    }

    @Override
    public int getOrder() {
      return order;
    }

    @Override
    public void onApplicationEvent(ApplicationEvent happened) {
      step.run();
    }
  }

  /** A runner that does not return keeps a service from ever being ready. */
  @Test
  void whatIsLookedForAtRootStandsBehindOursBeforeTheRunnersRun() {
    int last = Ordered.LOWEST_PRECEDENCE;
    List<String> refreshed = new ArrayList<>();
    List<String> started = new ArrayList<>();
    try (Service service =
        Service.starting(Framework.LOGBACK)
            .listenedBy(new At(ContextRefreshedEvent.class, 0, LateAppender::addToRoot))
            .listenedBy(
                new At(
                    ContextRefreshedEvent.class,
                    last,
                    () -> refreshed.addAll(Framework.LOGBACK.appendersOfRoot())))
            .listenedBy(
                new At(
                    ApplicationStartedEvent.class,
                    last,
                    () -> started.addAll(Framework.LOGBACK.appendersOfRoot())))
            .start()) {
      assertThat(refreshed).containsExactlyInAnyOrder("OPENAI", "LATE");
      assertThat(started).containsExactly("OPENAI");
      assertThat(service.context().isActive()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServiceThatIsRunAgainHasItsOwnPattern(Framework framework) {
    String left = patternOfOneThatRan(framework);
    System.setProperty(COPIED, left);
    try (Service service =
        Service.starting(framework).with("--logging.pattern.correlation=mine ").start()) {
      framework.error(QUOTA, Map.of());
      assertThat(service.lines()).anyMatch(line -> line.contains("mine "));
      assertThat(service.lines()).noneMatch(line -> line.contains("retryable="));
    }
    System.setProperty(COPIED, left);
    try (Service service =
        Service.starting(framework).with("--openai.errors.pattern=off").start()) {
      framework.error(QUOTA, Map.of());
      assertThat(service.lines()).noneMatch(line -> line.contains("retryable="));
    }
  }

  /** Spring Boot leaves it behind. */
  private static String patternOfOneThatRan(Framework framework) {
    try (Service service = Service.starting(framework).start()) {
      assertThat(service.context().isActive()).isTrue();
      String pattern = System.getProperty(COPIED, "");
      assertThat(pattern).contains("openai.error.kind");
      return pattern;
    }
  }

  /** As Spring Cloud does with its bootstrap context. */
  @ParameterizedTest
  @EnumSource
  void settingsOfAContextBeforeWhoseLoggingWasGivenUpAreForgotten(Framework framework)
      throws Exception {
    try (Service service =
        Service.starting(framework)
            .configuredBy(folder, StarterConfigurations.own(framework, "one"))
            .with("--spring.application.name=chat-api")
            .with("--openai.errors.alert.quota.when=first")
            .listenedBy(
                new At(
                    ApplicationEnvironmentPreparedEvent.class,
                    LoggingApplicationListener.DEFAULT_ORDER - 3,
                    () -> bootstrap(framework)))
            .start()) {
      framework.error(QUOTA, Map.of());
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(service.lines())
                      .anyMatch(line -> line.contains("[FIRING]") && line.contains("chat-api")));
    }
  }

  private static void bootstrap(Framework framework) {
    PrintStream out = System.out;
    Service.starting(framework).with("--spring.application.name=bootstrap").start();
    System.setOut(out);
    LoggingSystem logging = LoggingSystem.get(StarterOrderTest.class.getClassLoader());
    logging.cleanUp();
    logging.beforeInitialize();
  }
}

package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Failure;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.OpenAiError;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts of a service that starts, which need not be there before it has. */
class LaterAlertsTest {

  private static final Duration TICK = Duration.ofSeconds(1);

  private final ManualHost.ManualClock clock = new ManualHost.ManualClock();
  private final ManualHost host = new ManualHost(clock);
  private final AlertServices services = new AlertServices(clock);

  @AfterEach
  void close() {
    services.close();
  }

  /** As the starter gives them, with one property. */
  private static Settings starters(String name, String text) {
    return new Settings().set(name, text).readElsewhere(List.of("enabled"));
  }

  private AlertServices.Handle start() {
    return services.start("A", host, starters("service", "chat"));
  }

  private Failure refusal() {
    OpenAiError error =
        Objects.requireNonNull(
            ErrorAnalyzer.create().analyze("OpenAI: 401 Incorrect API key provided: x."));
    Failure.Source source = new Failure.Source("com.acme.Chat", "ERROR", "main");
    return new Failure(clock.instant(), error, source, null, (int) clock.millis());
  }

  @Test
  void beginWithTheFirstFailure() {
    AlertServices.Handle handle = start();
    assertThat(services.names()).isEmpty();
    handle.accept(refusal());
    assertThat(services.names()).containsExactly("A");
    host.pass(TICK);
    assertThat(host.states()).containsExactly("firing");
    handle.stop();
    assertThat(host.states()).containsExactly("firing", "stopped");
  }

  @Test
  void beginWhenTheServiceHasStarted() {
    start().begin(Runnable::run);
    assertThat(services.names()).containsExactly("A");
  }

  @Test
  void beginWithTheFirstFailureWhereThereIsNoThread() {
    AlertServices.Handle handle = start();
    handle.begin(
        task -> {
          throw new RejectedExecutionException("stopping");
        });
    assertThat(services.names()).isEmpty();
    handle.accept(refusal());
    assertThat(services.names()).containsExactly("A");
  }

  /** The service has started, and goes on. */
  @Test
  void harmNobodyWhereTheMachineHasNoThreadLeft() {
    AlertServices.Handle handle = start();
    handle.begin(
        task -> {
          throw new OutOfMemoryError("unable to create native thread");
        });
    handle.accept(refusal());
    assertThat(services.names()).containsExactly("A");
  }

  @Test
  void beginWhereSomebodyLooksAtThem() {
    start();
    assertThat(services.bean("A")).isNotNull();
  }

  /** So that a mistake is told at the start, and what is kept is taken up. */
  @ParameterizedTest
  @ValueSource(strings = {"stateFile", "alerts", "jmx", "zone", "maxKeys", "sevice"})
  void beginAtOnceWhereSomethingIsSaidAboutThem(String name) {
    services.start("A", host, starters(name, "true"));
    assertThat(services.names()).containsExactly("A");
  }

  @Test
  void beginAtOnceWhereTheyGoOn() {
    AlertServices.Handle first = start();
    first.accept(refusal());
    host.pass(TICK);
    ManualHost next = new ManualHost(clock);
    AlertServices.Handle second = services.start("A", next, starters("service", "chat"));
    first.stop();
    assertThat(host.states()).containsExactly("firing");
    second.stop();
    assertThat(next.states()).containsExactly("stopped");
  }

  /** The last one runs them, as ever. */
  @Test
  void ofOneNameAreRunByTheLast() {
    AlertServices.Handle first = start();
    ManualHost next = new ManualHost(clock);
    AlertServices.Handle second = services.start("A", next, starters("service", "chat"));
    first.accept(refusal());
    next.pass(TICK);
    assertThat(next.states()).containsExactly("firing");
    first.stop();
    assertThat(next.states()).containsExactly("firing");
    second.stop();
    assertThat(next.states()).containsExactly("firing", "stopped");
  }

  @Test
  void doNotBeginAfterTheEnd() {
    AlertServices.Handle handle = start();
    handle.leave();
    handle.stop();
    handle.accept(refusal());
    handle.begin(Runnable::run);
    AlertServices.Handle other = services.start("B", host, starters("service", "chat"));
    services.close();
    other.accept(refusal());
    assertThat(services.names()).isEmpty();
  }

  @Test
  void beginAgainAfterAReloadBeforeThat() {
    AlertServices.Handle first = start();
    first.suspend();
    AlertServices.Handle second = start();
    second.accept(refusal());
    host.pass(TICK);
    assertThat(host.states()).containsExactly("firing");
  }
}

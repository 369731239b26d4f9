package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertListener;
import dev.openaierrors.alert.AlertListener.Outcome;
import dev.openaierrors.alert.AlertListeners;
import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.ErrorGroup;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Limit;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import dev.openaierrors.plugin.ManualHost.ManualClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What listeners hear of an appender's errors, incidents and notices. */
class ListenersTest {

  private static final Duration TICK = Duration.ofSeconds(2);
  private static final ErrorKind QUOTA = ErrorKind.INSUFFICIENT_QUOTA;

  private final ManualClock clock = new ManualClock();
  private final ManualHost host = new ManualHost(clock);
  private final AlertServices services = new AlertServices(clock);
  private final HeardNews news = HeardNews.add();
  private int message;

  @AfterEach
  void close() {
    services.close();
    news.close();
  }

  private Failure failure(String text, Throwable thrown) {
    OpenAiError error = Objects.requireNonNull(ErrorAnalyzer.create().analyze(text));
    Failure.Source source = new Failure.Source("com.acme.Chat", "ERROR", "main");
    return new Failure(clock.instant(), error, source, thrown, ++message);
  }

  private Failure quota() {
    return failure(PluginContract.QUOTA, new IOException());
  }

  private static Settings settings(String quiet) {
    Settings rule = new Settings().set("name", "quota").set("when", "first").set("quiet", quiet);
    return new Settings().add("alert", rule);
  }

  @Test
  void aFailureIsCountedOnceAndItsRepeatsApart() {
    AlertServices.Handle handle = services.start("A", host, settings("1h"));
    IOException thrown = new IOException();
    handle.accept(failure(PluginContract.QUOTA, thrown));
    handle.accept(failure(PluginContract.QUOTA, thrown));
    handle.accept(quota());
    host.pass(TICK);
    assertThat(news.failures(QUOTA)).isEqualTo(2);
    assertThat(news.repeats(QUOTA)).isEqualTo(1);
  }

  @Test
  void aStormIsCountedWholeWhetherAlertsAreOnOrOff() {
    int many = 3 * AlertMonitor.CAPACITY;
    AlertServices.Handle on = services.start("A", host, settings("1h"));
    AlertServices.Handle off = services.start("B", host, new Settings().set("alerts", "off"));
    for (int i = 0; i < many; i++) {
      on.accept(quota());
    }
    host.pass(TICK);
    assertThat(news.failures(QUOTA)).isEqualTo(many);
    for (int i = 0; i < many; i++) {
      off.accept(quota());
    }
    host.pass(TICK);
    assertThat(news.failures(QUOTA)).isEqualTo(2L * many);
  }

  @Test
  void withoutAlertsErrorsAreCountedAndNothingElseHappens() {
    AlertServices.Handle handle =
        services.start("A", host, settings("1h").set("alerts", "off").set("jmx", "true"));
    handle.accept(quota());
    host.pass(TICK);
    handle.stop();
    assertThat(news.failures(QUOTA)).isEqualTo(1);
    assertThat(news.incidents).isEmpty();
    assertThat(host.logged).isEmpty();
  }

  @Test
  void anIncidentOpensAndCloses() {
    AlertServices.Handle handle = services.start("A", host, settings("10m"));
    handle.accept(quota());
    host.pass(TICK);
    assertThat(news.incidents).containsExactly("opened quota critical");
    host.pass(Duration.ofHours(4));
    assertThat(news.incidents).containsExactly("opened quota critical", "closed quota critical");
  }

  @Test
  void anIncidentThatGetsWorseChanges() {
    Settings settings =
        new Settings().add("alert", new Settings().set("name", "outage").set("when", "first"));
    AlertServices.Handle handle = services.start("A", host, settings);
    for (int i = 0; i < 20; i++) {
      handle.accept(
          failure(
              "OpenAI: 500 The server had an error while processing your request. Sorry about that!",
              new IOException()));
      host.pass(Duration.ofMinutes(1));
    }
    for (int i = 0; i < 20; i++) {
      handle.accept(
          failure(
              "OpenAI: 500 The server had an error while processing your request. Sorry about that!",
              new IOException()));
      host.pass(Duration.ofSeconds(5));
    }
    assertThat(news.incidents).contains("opened outage warning");
    assertThat(news.incidents).last().isEqualTo("changed from warning outage critical");
  }

  @Test
  void theEndOfAnAppenderClosesWhatIsOpen() {
    AlertServices.Handle handle = services.start("A", host, settings("1h"));
    handle.accept(quota());
    host.pass(TICK);
    handle.stop();
    assertThat(news.incidents).containsExactly("opened quota critical", "closed quota critical");
  }

  @Test
  void aReloadClosesNothing() {
    AlertServices.Handle handle = services.start("A", host, settings("1h"));
    handle.accept(quota());
    host.pass(TICK);
    handle.suspend();
    services.start("A", host, settings("2h"));
    host.pass(TICK);
    assertThat(news.incidents).containsExactly("opened quota critical");
  }

  @Test
  void whatWasOpenBeforeARestartIsOpen(@TempDir Path folder) {
    Settings kept = settings("1h").set("stateFile", folder.resolve("alerts.state").toString());
    AlertServices.Handle handle = services.start("A", host, kept);
    handle.accept(quota());
    host.pass(TICK);
    handle.stop();
    news.incidents.clear();
    services.start("A", host, kept);
    host.pass(TICK);
    assertThat(news.incidents).containsExactly("opened quota critical");
    assertThat(host.states()).doesNotHaveDuplicates();
  }

  @Test
  void noticesAreCountedByDestinationAndOutcome() {
    AlertServicesTest.ListSink works = new AlertServicesTest.ListSink();
    AlertServices.Handle handle = services.start("A", host, settings("1h").add(works));
    assertThat(news.knows("list")).as("before anything is sent").isTrue();
    handle.accept(quota());
    host.pass(TICK);
    handle.stop();
    assertThat(news.notices("log", Outcome.DELIVERED)).isEqualTo(2);
    assertThat(news.notices("list", Outcome.DELIVERED)).isEqualTo(works.sent.size());
    assertThat(news.notices("list", Outcome.FAILED)).isZero();
  }

  @Test
  void aLateListenerHearsOfAllThatWas() {
    AlertServices.Handle handle = services.start("A", host, settings("1h"));
    handle.accept(quota());
    host.pass(TICK);
    List<String> heard = new ArrayList<>();
    AlertListener late =
        new AlertListener() {
          @Override
          public void errors(ErrorGroup group, long failures, long repeats) {
            if (group.kind() == QUOTA) {
              heard.add("errors " + (failures > 0));
            }
          }

          @Override
          public void opened(Alert alert) {
            heard.add("opened " + alert.rule());
          }

          @Override
          public void notices(String destination, Outcome outcome, long count) {
            if (destination.equals("log") && outcome == Outcome.DELIVERED) {
              heard.add("log " + (count > 0));
            }
          }
        };
    AlertListeners.add(late);
    AlertListeners.add(late);
    try {
      assertThat(heard).containsExactly("errors true", "opened quota", "log true");
    } finally {
      AlertListeners.remove(late);
    }
    handle.accept(quota());
    host.pass(TICK);
    assertThat(heard).hasSize(3);
  }

  @Test
  void aListenerThatThrowsIsToldOfOnceAndDisturbsNobody() {
    AlertListener wrong =
        new AlertListener() {
          @Override
          public void errors(ErrorGroup group, long failures, long repeats) {
            throw new IllegalStateException("wrong");
          }
        };
    try (HeardNews after = afterwards(wrong)) {
      AlertServices.Handle handle = services.start("A", host, settings("1h"));
      handle.accept(quota());
      handle.accept(quota());
      host.pass(TICK);
      assertThat(after.failures(QUOTA)).isEqualTo(2);
      assertThat(host.states()).containsExactly("firing");
      assertThat(host.told).filteredOn(told -> told.contains("a listener failed")).hasSize(1);
    } finally {
      AlertListeners.remove(wrong);
    }
  }

  /** One that is told after this one, which may have been thrown at it what was before. */
  private static HeardNews afterwards(AlertListener wrong) {
    try {
      AlertListeners.add(wrong);
    } catch (IllegalStateException itsOwnFault) {
      // Whoever adds a listener hears of it at once.
    }
    return HeardNews.add();
  }

  @Test
  void errorsAreToldApartByWhatMetricsAreLabelledWith() {
    OpenAiError error =
        Objects.requireNonNull(
            ErrorAnalyzer.create()
                .analyze(
                    "OpenAI: 429: Rate limit reached for gpt-5.4-mini on tokens per min (TPM):"
                        + " Limit 30000. Please try again in 1.384s."));
    assertThat(ErrorGroup.of(error))
        .isEqualTo(
            new ErrorGroup(
                ErrorKind.RATE_LIMIT_EXCEEDED, Provider.OPENAI, true, Limit.TOKENS_PER_MINUTE));
  }
}

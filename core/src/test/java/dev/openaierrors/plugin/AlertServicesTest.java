package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.OpenAiAlerts;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.plugin.ManualHost.ManualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of an appender's alerts, in a host whose time passes when the test says so. */
class AlertServicesTest {

  private static final Duration TICK = Duration.ofSeconds(2);

  private final ManualClock clock = new ManualClock();
  private final ManualHost host = new ManualHost(clock);
  private final AlertServices services = new AlertServices(clock);

  @AfterEach
  void close() {
    services.close();
  }

  /** Keeps what it gets. */
  public static class ListSink implements AlertSink {
    final List<Alert> sent = new ArrayList<>();
    String channel = "";
    boolean closed;

    /** A setting. */
    public void setChannel(String channel) {
      this.channel = channel;
    }

    @Override
    public String name() {
      return "list";
    }

    @Override
    public void send(Alert alert) throws DeliveryException {
      sent.add(alert);
    }

    @Override
    public void close() {
      closed = true;
    }

    List<String> states() {
      return sent.stream().map(alert -> alert.state().id()).toList();
    }
  }

  private Failure quota() {
    OpenAiError error =
        Objects.requireNonNull(ErrorAnalyzer.create().analyze(PluginContract.QUOTA));
    return new Failure(
        clock.instant(),
        error,
        new Failure.Source("com.acme.Chat", "ERROR", "main"),
        null,
        (int) clock.millis());
  }

  private static Settings settings(String quiet) {
    Settings rule = new Settings();
    rule.set("name", "quota");
    rule.set("when", "first");
    rule.set("quiet", quiet);
    Settings settings = new Settings();
    settings.add("alert", rule);
    return settings;
  }

  @Test
  void nothingIsSaidBeforeTheHostTicks() {
    AlertServices.Handle handle = services.start("A", host, settings("1h"));
    handle.accept(quota());
    assertThat(host.logged).isEmpty();
    host.pass(TICK);
    assertThat(host.states()).containsExactly("firing");
  }

  @Test
  void twoSuccessesAMinuteApartResolve() {
    AlertServices.Handle handle = services.start("A", host, settings("1h"));
    handle.accept(quota());
    host.pass(TICK);
    OpenAiAlerts.success("gpt-5.4-mini");
    host.pass(Duration.ofSeconds(61));
    OpenAiAlerts.success(null);
    host.pass(Duration.ofMinutes(5));
    assertThat(host.states()).containsExactly("firing", "resolved");
    assertThat(host.logged.get(1).message()).contains("Calls succeed again");
  }

  @Test
  void successesReachNobodyAfterTheEnd() {
    services.start("A", host, settings("1h")).stop();
    OpenAiAlerts.success("gpt-5.4-mini");
    assertThat(host.logged).isEmpty();
  }

  @Test
  void theNextAppenderOfTheNameGoesOn() {
    AlertServices.Handle first = services.start("A", host, settings("1h"));
    first.accept(quota());
    host.pass(TICK);
    first.suspend();
    assertThat(host.isTicking()).isFalse();
    ManualHost next = new ManualHost(clock);
    AlertServices.Handle second = services.start("A", next, settings("1h"));
    second.accept(quota());
    next.pass(Duration.ofSeconds(10));
    assertThat(next.logged).isEmpty();
    second.stop();
    assertThat(next.states()).containsExactly("stopped");
    assertThat(next.logged.get(0).fields()).containsEntry("openai.alert.count", "2");
  }

  @Test
  void anotherAppenderHasAlertsOfItsOwn() {
    AlertServices.Handle handle = services.start("A", host, settings("1h"));
    handle.accept(quota());
    ManualHost other = new ManualHost(clock);
    services.start("B", other, settings("1h"));
    other.pass(TICK);
    assertThat(other.logged).isEmpty();
  }

  @Test
  void anAppenderThatIsReplacedHasNoSayAnyMore() {
    AlertServices.Handle first = services.start("A", host, settings("1h"));
    ManualHost next = new ManualHost(clock);
    services.start("A", next, settings("1h"));
    first.stop();
    first.leave();
    first.suspend();
    assertThat(services.rules("A")).isNotNull();
    first.accept(quota());
    next.pass(TICK);
    assertThat(next.states()).containsExactly("firing");
  }

  @Test
  void whatNoAppenderTookOverIsForgottenAtTheSecondReload() {
    services.start("A", host, settings("1h")).suspend();
    services.sweep();
    assertThat(services.rules("A")).isNotNull();
    services.sweep();
    assertThat(services.rules("A")).isNull();
    assertThat(host.logged).isEmpty();
  }

  @Test
  void whatRunsIsNeverSwept() {
    services.start("A", host, settings("1h"));
    services.sweep();
    services.sweep();
    assertThat(services.rules("A")).isNotNull();
  }

  @Test
  void whatIsOpenSurvivesARestartEvenAKill(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("alerts.state");
    Settings kept = settings("1h");
    kept.set("stateFile", file.toString());
    AlertServices.Handle handle = services.start("A", host, kept);
    handle.accept(quota());
    host.pass(TICK);
    assertThat(file).exists();

    ManualHost afterwards = new ManualHost(clock);
    AlertServices restarted = new AlertServices(clock);
    AlertServices.Handle again = restarted.start("A", afterwards, killed(kept, file));
    again.accept(quota());
    afterwards.pass(Duration.ofSeconds(10));
    assertThat(afterwards.logged).isEmpty();
    again.stop();
    assertThat(afterwards.logged.get(0).fields())
        .containsEntry("openai.alert.id", host.logged.get(0).fields().get("openai.alert.id"))
        .containsEntry("openai.alert.count", "2");
  }

  /** What a process leaves that is killed now: the file as it is, in use by nobody. */
  private static Settings killed(Settings settings, Path file) throws Exception {
    settings.set(
        "stateFile", Files.copy(file, file.resolveSibling(file.getFileName() + "-")).toString());
    return settings;
  }

  @Test
  void itTicksOnlyWhileTimeChangesSomething() {
    AlertServices.Handle handle = services.start("A", host, settings("10s"));
    assertThat(host.isTicking()).isFalse();
    handle.accept(quota());
    assertThat(host.isTicking()).isTrue();
    host.pass(Duration.ofSeconds(9));
    assertThat(host.isTicking()).isTrue();
    host.pass(Duration.ofSeconds(10));
    assertThat(host.states()).containsExactly("firing", "resolved");
    assertThat(host.isTicking()).isFalse();
    handle.accept(quota());
    host.pass(TICK);
    assertThat(host.states()).containsExactly("firing", "resolved", "reopened");
  }

  @Test
  void whatIsCountedAndNotYetAlertedOfNeedsNoTicks() {
    AlertServices.Handle handle = services.start("A", host, rarely());
    handle.accept(quota());
    host.pass(TICK);
    assertThat(host.isTicking()).isFalse();
    handle.accept(quota());
    host.pass(TICK);
    assertThat(host.isTicking()).isFalse();
    handle.accept(quota());
    host.pass(TICK);
    assertThat(host.states()).containsExactly("firing");
    assertThat(host.isTicking()).isTrue();
  }

  /** Alerts of the third failure. */
  private static Settings rarely() {
    Settings settings = settings("1h");
    Settings rule = new Settings();
    rule.set("name", "quota");
    rule.set("when", "3 in 1h");
    settings.add("alert", rule);
    return settings;
  }

  @Test
  void aHostThatCannotTickNowIsAskedAgain() {
    List<String> refusals = new ArrayList<>();
    ManualHost full =
        new ManualHost(clock) {
          @Override
          public Runnable every(Duration period, Runnable ticked) {
            if (refusals.isEmpty()) {
              refusals.add("no thread");
              throw new OutOfMemoryError("unable to create native thread");
            }
            return super.every(period, ticked);
          }
        };
    AlertServices.Handle handle = services.start("A", full, settings("1h"));
    assertThatThrownBy(() -> handle.accept(quota())).isInstanceOf(OutOfMemoryError.class);
    handle.accept(quota());
    full.pass(TICK);
    assertThat(full.states()).containsExactly("firing");
  }

  @Test
  void whenAppendersStoppedFirstTheDestinationsGetTheLastWordAllTheSame() {
    ListSink sink = new ListSink();
    Settings own = settings("1h");
    own.add(sink);
    AlertServices.Handle handle = services.start("A", host, own);
    handle.accept(quota());
    host.pass(TICK);
    handle.suspend();
    services.close();
    assertThat(sink.states()).containsExactly("firing", "stopped");
    assertThat(sink.closed).isTrue();
  }

  @Test
  void whatComesAfterTheLastWordIsStillTold() {
    ListSink sink = new ListSink();
    Settings own = settings("1h");
    own.add(sink);
    AlertServices.Handle handle = services.start("A", host, own);
    services.leave();
    handle.accept(quota());
    handle.suspend();
    services.close();
    assertThat(sink.states()).containsExactly("firing", "stopped");
  }

  @Test
  void theLastWordIsSaidOnce() {
    ListSink sink = new ListSink();
    Settings own = settings("1h");
    own.add(sink);
    AlertServices.Handle handle = services.start("A", host, own);
    handle.accept(quota());
    services.leave();
    services.leave();
    handle.leave();
    handle.stop();
    services.close();
    assertThat(host.states()).containsExactly("firing", "stopped");
    assertThat(sink.states()).containsExactly("firing", "stopped");
  }

  @Test
  void nothingIsALastWordOfWhatThisRunHasNotToldNorSeen(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("alerts.state");
    Settings kept = settings("1h");
    kept.set("stateFile", file.toString());
    services.start("A", host, kept).accept(quota());
    host.pass(Duration.ofMinutes(1));
    services.close();
    assertThat(host.states()).containsExactly("firing", "stopped");

    ManualHost afterwards = new ManualHost(clock);
    AlertServices.Handle again = services.start("A", afterwards, kept);
    afterwards.pass(Duration.ofMinutes(5));
    again.stop();
    assertThat(afterwards.logged).isEmpty();
  }

  @Test
  void processesThatLiveForSecondsAddUp(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("alerts.state");
    Settings kept = rarely();
    kept.set("stateFile", file.toString());
    for (int run = 0; run < 2; run++) {
      AlertServices.Handle handle = services.start("A", host, kept);
      handle.accept(quota());
      handle.stop();
    }
    services.start("A", host, kept).accept(quota());
    host.pass(TICK);
    assertThat(host.states()).containsExactly("firing");
    assertThat(host.logged.get(0).fields()).containsEntry("openai.alert.count", "3");
  }

  @Test
  void processesThatAreKilledAfterSecondsAddUp(@TempDir Path folder) throws Exception {
    Settings kept = rarely();
    for (int run = 0; run < 2; run++) {
      Path file = folder.resolve("alerts.state" + "-".repeat(run));
      kept.set("stateFile", file.toString());
      new AlertServices(clock).start("A", host, kept).accept(quota());
      host.pass(Duration.ofSeconds(6));
      assertThat(host.isTicking()).isFalse();
      killed(kept, file);
    }
    services.start("A", host, kept).accept(quota());
    host.pass(TICK);
    assertThat(host.states()).containsExactly("firing");
  }

  @Test
  void aNoticeIsWrittenDownBeforeItIsSent(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("alerts.state");
    List<String> atTheTime = new ArrayList<>();
    Settings kept = settings("1h");
    kept.set("stateFile", file.toString());
    kept.add(
        new ListSink() {
          @Override
          public void send(Alert alert) {
            try {
              atTheTime.add(Files.readString(file));
            } catch (IOException none) {
              atTheTime.add(none.toString());
            }
          }
        });
    services.start("A", host, kept).accept(quota());
    host.pass(TICK);
    assertThat(atTheTime).singleElement().asString().contains("\"phase\":\"firing\"");
  }

  @Test
  void whatCouldNotBeSentIsSentAfterARestart(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("alerts.state");
    Settings kept = settings("1h");
    kept.set("stateFile", file.toString());
    kept.add(
        new ListSink() {
          @Override
          public void send(Alert alert) throws DeliveryException {
            throw new DeliveryException("HTTP 503", true, null);
          }
        });
    services.start("A", host, kept).accept(quota());
    host.pass(Duration.ofSeconds(5));

    ListSink sink = new ListSink();
    Settings works = settings("1h");
    works.add(sink);
    ManualHost afterwards = new ManualHost(clock);
    new AlertServices(clock).start("A", afterwards, killed(works, file));
    afterwards.pass(TICK);
    assertThat(sink.states()).containsExactly("firing");
    assertThat(sink.sent.get(0).id()).isEqualTo(host.logged.get(0).fields().get("openai.alert.id"));
    assertThat(afterwards.logged).as("the log got it before").isEmpty();
    afterwards.pass(Duration.ofMinutes(5));
    assertThat(sink.sent).hasSize(1);
  }

  /** Nothing is listed there by default, so people look into the log. */
  @Test
  void aDestinationThatFailsIsSaidInTheLogWhateverTheLogMakesOfIt() {
    List<String> heard = new ArrayList<>();
    ManualHost brittle =
        new ManualHost(clock) {
          @Override
          public void log(AlertEvent event) {
            heard.add(String.valueOf(event.fields().get("openai.alert.state")));
            if (heard.contains("failing")) {
              throw new IllegalStateException("an appender fails");
            }
          }
        };
    Settings own = settings("1h").add(failing());
    services.start("A", brittle, own).accept(quota());
    brittle.pass(Duration.ofMinutes(10));

    assertThat(heard).containsExactly("firing", "failing");
    assertThat(brittle.sentences)
        .containsExactly(
            "openai-errors: list: an alert was not delivered: HTTP 503; tried again each minute"
                + " until delivery recovers.");
  }

  /** Else each failure of the log would bring another event for it. */
  @Test
  void aLogThatFailsIsNotSaidInTheLog() {
    List<String> tried = new ArrayList<>();
    ManualHost broken =
        new ManualHost(clock) {
          @Override
          public void log(AlertEvent event) {
            tried.add(String.valueOf(event.fields().get("openai.alert.state")));
            throw new IllegalStateException("an appender fails");
          }
        };
    services.start("A", broken, settings("1h")).accept(quota());
    broken.pass(Duration.ofMinutes(10));

    assertThat(tried).hasSizeLessThan(15).containsOnly("firing");
    assertThat(broken.sentences).singleElement().asString().contains("log: an alert was not");
  }

  private static ListSink failing() {
    return new ListSink() {
      @Override
      public void send(Alert alert) throws DeliveryException {
        throw new DeliveryException("HTTP 503", true, null);
      }
    };
  }

  @Test
  void aFileSystemThatHangsStopsNoAlert(@TempDir Path folder) {
    Settings kept = settings("10s");
    kept.set("stateFile", folder.resolve("alerts.state").toString());
    ManualHost hangs =
        new ManualHost(clock) {
          @Override
          public Executor executor() {
            return task -> {};
          }
        };
    AlertServices.Handle handle = services.start("A", hangs, kept);
    handle.accept(quota());
    hangs.pass(Duration.ofSeconds(30));
    handle.stop();
    assertThat(hangs.states()).containsExactly("firing", "resolved");
  }

  @Test
  void theFirstHasTheFileAndTheSecondTakesItOver(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("alerts.state");
    Settings kept = settings("1h");
    kept.set("stateFile", file.toString());
    AlertServices.Handle first = services.start("A", host, kept);
    ManualHost other = new ManualHost(clock);
    AlertServices others = new AlertServices(clock);
    AlertServices.Handle second = others.start("A", other, kept);
    assertThat(other.sentences)
        .singleElement()
        .asString()
        .contains("stateFile", "in use by another process");

    first.accept(quota());
    host.pass(TICK);
    String written = Files.readString(file);
    first.stop();
    assertThat(written).contains("\"phase\":\"firing\"");

    second.accept(quota());
    other.pass(TICK);
    assertThat(other.logged).as("it knows what the first told").isEmpty();
    others.close();
    assertThat(other.sentences).hasSize(1);
    assertThat(Files.readString(file)).contains("\"count\":2");
  }

  @Test
  void aDamagedStateFileCostsOneSentence(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("alerts.state"), "{}");
    Settings kept = settings("1h");
    kept.set("stateFile", file.toString());
    services.start("A", host, kept).accept(quota());
    host.pass(TICK);
    assertThat(host.states()).containsExactly("firing");
    assertThat(host.sentences).singleElement().asString().contains("stateFile", "is damaged");
  }

  @Test
  void aDestinationThatKeepsStatesHearsThatAnIncidentGoesOnWhereSomethingFails() {
    ListSink sink =
        new ListSink() {
          @Override
          public boolean keepsState() {
            return true;
          }
        };
    Settings own = settings("10m");
    own.add(sink);
    AlertServices.Handle handle = services.start("A", host, own);
    handle.accept(quota());
    host.pass(Duration.ofMinutes(4));
    handle.accept(quota());
    host.pass(Duration.ofMinutes(20));
    assertThat(sink.states()).containsExactly("firing", "ongoing", "ongoing");
  }

  /** It forgets what it hears of no more, and a long silence is no end yet. */
  @Test
  void anAlertmanagerHearsEachMinuteThatAnIncidentIsStillOpen() throws Exception {
    AtomicInteger posts = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v2/alerts",
        exchange -> {
          posts.addAndGet(exchange.getRequestMethod().equals("POST") ? 1 : 0);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      Settings alertmanager = new Settings();
      alertmanager.set("url", "http://127.0.0.1:" + server.getAddress().getPort());
      Settings own = settings("10m");
      own.add("alertmanager", alertmanager);
      AlertServices.Handle handle = services.start("A", host, own);
      handle.accept(quota());
      host.pass(Duration.ofMinutes(11));
      assertThat(host.states()).containsExactly("firing", "resolved");
      assertThat(posts).hasValueBetween(10, 11);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aDestinationOfTheUsersOwnGetsAllAndIsClosed() {
    ListSink sink = new ListSink();
    Settings own = settings("10s");
    own.add(sink);
    AlertServices.Handle handle = services.start("A", host, own);
    handle.accept(quota());
    host.pass(Duration.ofMinutes(1));
    assertThat(sink.sent)
        .extracting(alert -> alert.state().id())
        .containsExactly("firing", "resolved");
    handle.stop();
    assertThat(sink.closed).isTrue();
  }

  @Test
  void aReloadClosesTheDestinationsThatItReplaces() {
    ListSink old = new ListSink();
    Settings before = settings("1h");
    before.add(old);
    services.start("A", host, before);
    services.start("A", host, settings("1h"));
    assertThat(old.closed).isTrue();
  }

  @Test
  void aDestinationThatFailsIsReportedOnceAndDelaysNobody() {
    Settings own = settings("1h");
    own.add(
        new ListSink() {
          @Override
          public void send(Alert alert) {
            throw new IllegalStateException("T0PSECRET");
          }
        });
    services.start("A", host, own).accept(quota());
    host.pass(Duration.ofMinutes(5));
    assertThat(host.states()).contains("firing");
    assertThat(host.sentences).singleElement().asString().contains("list");
  }

  @Test
  void aClassOfTheUsersOwnIsMadeAndToldItsSettings() {
    String type = ListSink.class.getName();
    Settings told = new Settings().set("class", type).set("channel", "x").set("chanel", "ops");
    AlertSink sink = SinkClass.create(told.set("channel", "ops"), host);
    assertThat(sink)
        .isInstanceOfSatisfying(ListSink.class, s -> assertThat(s.channel).isEqualTo("ops"));
    assertThat(host.sentences)
        .containsExactly(
            "openai-errors: sink: 'chanel' is no setting of it and is ignored; did you mean"
                + " 'channel'? Known: channel.");
  }

  @Test
  void aClassThatIsNoDestinationIsTold() {
    for (String name : List.of("com.acme.Missing", "java.lang.String", "")) {
      assertThat(SinkClass.create(new Settings().set("class", name), host)).isNull();
    }
    assertThat(host.sentences)
        .hasSize(3)
        .anySatisfy(s -> assertThat(s).contains("there is no class 'com.acme.Missing'"))
        .anySatisfy(s -> assertThat(s).contains("'java.lang.String' does not implement"))
        .anySatisfy(s -> assertThat(s).contains("has no class"));
  }
}

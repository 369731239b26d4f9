package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.OpenAiAlerts;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.plugin.ManualHost.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    public void send(Alert alert) {
      sent.add(alert);
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private Failure quota() {
    OpenAiError error =
        Objects.requireNonNull(ErrorAnalyzer.create().analyze(PluginContract.QUOTA));
    return new Failure(
        clock.instant(), error, "com.acme.Chat", "main", null, (int) clock.millis(), "ERROR");
  }

  private static AlertSettings settings(String quiet) {
    RuleSettings rule = new RuleSettings();
    rule.setName("quota");
    rule.setWhen("first");
    rule.setQuiet(quiet);
    AlertSettings settings = new AlertSettings();
    settings.add(rule);
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
    assertThat(next.isTicking()).isTrue();
    assertThat(services.rules("A")).isNotNull();
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
    AlertSettings kept = settings("1h");
    kept.setStateFile(file.toString());
    AlertServices.Handle handle = services.start("A", host, kept);
    handle.accept(quota());
    host.pass(TICK);
    assertThat(file).exists();

    // The first is not stopped: as if it had been killed.
    ManualHost afterwards = new ManualHost(clock);
    AlertServices restarted = new AlertServices(clock);
    AlertServices.Handle again = restarted.start("A", afterwards, kept);
    again.accept(quota());
    afterwards.pass(Duration.ofSeconds(10));
    assertThat(afterwards.logged).isEmpty();
    again.stop();
    assertThat(afterwards.logged.get(0).fields())
        .containsEntry("openai.alert.id", host.logged.get(0).fields().get("openai.alert.id"))
        .containsEntry("openai.alert.count", "2");
  }

  @Test
  void aDamagedStateFileCostsOneSentence(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("alerts.state"), "{}");
    AlertSettings kept = settings("1h");
    kept.setStateFile(file.toString());
    services.start("A", host, kept).accept(quota());
    host.pass(TICK);
    assertThat(host.states()).containsExactly("firing");
    assertThat(host.sentences).singleElement().asString().contains("stateFile", "is damaged");
  }

  @Test
  void aDestinationOfTheUsersOwnGetsAllAndIsClosed() {
    ListSink sink = new ListSink();
    AlertSettings own = settings("10s");
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
    AlertSettings before = settings("1h");
    before.add(old);
    services.start("A", host, before);
    services.start("A", host, settings("1h"));
    assertThat(old.closed).isTrue();
  }

  @Test
  void aDestinationThatFailsIsReportedOnceAndDelaysNobody() {
    AlertSettings own = settings("1h");
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
    SinkClass wanted = new SinkClass(ListSink.class.getName());
    wanted.set("channel", "ops");
    wanted.set("chanel", "ops");
    AlertSink sink = wanted.create(Class::forName, host.sentences::add);
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
      assertThat(new SinkClass(name).create(Class::forName, host.sentences::add)).isNull();
    }
    assertThat(host.sentences)
        .hasSize(3)
        .anySatisfy(s -> assertThat(s).contains("there is no class 'com.acme.Missing'"))
        .anySatisfy(s -> assertThat(s).contains("'java.lang.String' does not implement"))
        .anySatisfy(s -> assertThat(s).contains("has no class"));
  }
}

package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.plugin.AlertServicesTest.ListSink;
import dev.openaierrors.plugin.ManualHost.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that say nothing for a while. */
class MutesTest {

  private static final Duration TICK = Duration.ofSeconds(2);
  private static final String SLOW_DOWN =
      "OpenAI: 503 {\"error\":{\"message\":\"Slow Down\",\"type\":\"service_unavailable_error\","
          + "\"param\":null,\"code\":\"slow_down\"}}";

  private final ManualClock clock = new ManualClock();
  private final ManualHost host = new ManualHost(clock);
  private final AlertServices services = new AlertServices(clock);
  private final ListSink sink = new ListSink();
  private int failures;

  @AfterEach
  void close() {
    services.close();
  }

  private AlertServices.Handle start(String quiet, String... settings) {
    Settings given = new Settings();
    given.add(
        "alert", new Settings().set("name", "quota").set("when", "first").set("quiet", quiet));
    given.add(sink);
    for (int i = 0; i < settings.length; i += 2) {
      given.set(settings[i], settings[i + 1]);
    }
    return services.start("A", host, given);
  }

  private Failure failure(String text) {
    OpenAiError error = Objects.requireNonNull(ErrorAnalyzer.create().analyze(text));
    failures++;
    return new Failure(
        clock.instant(),
        error,
        new Failure.Source("com.acme.Chat", "ERROR", "main-" + failures),
        null,
        failures);
  }

  private void fail(AlertServices.Handle handle) {
    handle.accept(failure(PluginContract.QUOTA));
    host.pass(TICK);
  }

  private AlertsMXBean bean() {
    return Objects.requireNonNull(services.bean("A"));
  }

  @Test
  void aMutedRuleIsSilentAndItsErrorsAreCounted() {
    AlertServices.Handle handle = start("2h");
    bean().mute("quota", "1h");
    host.pass(TICK);
    fail(handle);
    fail(handle);

    assertThat(host.states()).containsExactly("muted");
    assertThat(sink.sent).isEmpty();
    assertThat(bean().getMuted()).containsExactly("quota until 2026-11-24T10:00:00Z");
    assertThat(bean().getErrors()).containsEntry("insufficient_quota", 2L);
    assertThat(bean().getRates()).isEqualTo(Map.of("insufficient_quota", 0.4));
    assertThat(bean().getSamples())
        .hasEntrySatisfying(
            "insufficient_quota",
            line -> assertThat(line).contains(" com.acme.Chat: ", "exceeded your current quota"));
    assertThat(bean().getOpen()).hasSize(1);
  }

  @Test
  void itsBeginningAndItsEndAreLoggedOnceEach() {
    start("2h", "zone", "Europe/Berlin");
    bean().mute("quota", "1h");
    host.pass(Duration.ofHours(3));

    assertThat(host.logged)
        .extracting(AlertEvent::message)
        .containsExactly(
            "[MUTED] Rule quota is silent until 11:00 UTC+01:00. Errors are counted all the same,"
                + " and what is open then is told.",
            "[UNMUTED] Rule quota is told again; no notice was held back.");
    assertThat(host.logged)
        .allSatisfy(event -> assertThat(event).returns(Severity.INFO, AlertEvent::severity));
    assertThat(host.logged.get(0).fields())
        .isEqualTo(
            Map.of(
                "openai.alert.state", "muted",
                "openai.alert.rule", "quota",
                "openai.alert.severity", "info"));
    assertThat(sink.sent).isEmpty();
    assertThat(host.isTicking()).isFalse();
  }

  /** Neither people nor destinations know of it: a reminder would remind of nothing. */
  @Test
  void whatBeganMeanwhileAndIsOpenAtTheEndIsToldAsABeginning() {
    AlertServices.Handle handle = start("2h");
    bean().mute("quota", "30m");
    fail(handle);
    fail(handle);
    host.pass(Duration.ofMinutes(30));

    assertThat(host.states()).containsExactly("muted", "unmuted", "firing");
    assertThat(sink.states()).containsExactly("firing");
    assertThat(sink.sent.get(0).counts().failures()).isEqualTo(2);
    host.pass(Duration.ofMinutes(5));
    assertThat(sink.sent).hasSize(1);
  }

  @Test
  void whatWasToldBeforeAndIsOpenAtTheEndIsRemindedOf() {
    AlertServices.Handle handle = start("2h");
    fail(handle);
    bean().mute("quota", "30m");
    fail(handle);
    host.pass(Duration.ofMinutes(31));

    assertThat(sink.states()).containsExactly("firing", "reminder");
    assertThat(sink.sent.get(1).id()).isEqualTo(sink.sent.get(0).id());
  }

  /** PagerDuty would keep it open for ever. */
  @Test
  void whatWasToldBeforeAndEndedMeanwhileIsToldAsOverAtTheEnd() {
    AlertServices.Handle handle = start("10m");
    fail(handle);
    bean().mute("quota", "30m");
    host.pass(Duration.ofMinutes(29));
    assertThat(sink.states()).containsExactly("firing");
    host.pass(Duration.ofMinutes(2));

    assertThat(sink.states()).containsExactly("firing", "resolved");
    assertThat(host.states()).containsExactly("firing", "muted", "unmuted", "resolved");
    assertThat(host.logged.get(2).message()).endsWith("1 notice was held back.");
  }

  @Test
  void whatBeganAndEndedMeanwhileIsNotTold() {
    AlertServices.Handle handle = start("10m");
    bean().mute("quota", "30m");
    fail(handle);
    host.pass(Duration.ofHours(1));

    assertThat(sink.sent).isEmpty();
    assertThat(host.states()).containsExactly("muted", "unmuted");
  }

  @Test
  void otherRulesAreTold() {
    AlertServices.Handle handle = start("2h");
    bean().mute("quota", "30m");
    fail(handle);
    handle.accept(failure(SLOW_DOWN));
    host.pass(TICK);

    assertThat(sink.sent).extracting(Alert::rule).containsExactly("slow-down");
  }

  @Test
  void aStarMutesAllButTests() {
    AlertServices.Handle handle = start("2h");
    bean().mute("*", "30m");
    fail(handle);
    handle.accept(failure(SLOW_DOWN));
    bean().sendTestAlert();
    host.pass(TICK);
    assertThat(sink.states()).containsExactly("test");
    host.pass(Duration.ofMinutes(30));

    assertThat(sink.sent).extracting(Alert::rule).contains("quota");
    assertThat(host.logged.get(0).message()).startsWith("[MUTED] All rules are silent until");
  }

  @Test
  void aRuleThatIsMutedTwiceIsSilentUntilBothAreOver() {
    AlertServices.Handle handle = start("5h");
    bean().mute("*", "1h");
    bean().mute("quota", "30m");
    fail(handle);
    host.pass(Duration.ofMinutes(59));
    assertThat(sink.sent).isEmpty();
    host.pass(Duration.ofMinutes(2));

    assertThat(sink.states()).containsExactly("firing");
  }

  @Test
  void unmutingEndsIt() {
    AlertServices.Handle handle = start("2h");
    bean().mute("quota", "2h");
    fail(handle);
    bean().unmute("quota");
    host.pass(TICK);
    bean().unmute("quota");
    host.pass(TICK);

    assertThat(host.states()).containsExactly("muted", "unmuted", "firing");
    assertThat(bean().getMuted()).isEmpty();
  }

  @Test
  void anotherEndIsLoggedAnew() {
    start("2h");
    bean().mute("quota", "2h");
    host.pass(TICK);
    bean().mute("quota", "3h");
    host.pass(TICK);
    bean().mute("slow-down", "1h");
    bean().unmute("*");
    host.pass(TICK);

    assertThat(host.states()).containsExactly("muted", "muted", "unmuted");
  }

  @ParameterizedTest
  @CsvSource({
    "qouta, 2h, ''qouta' is no rule; did you mean 'quota'? Known: *, '",
    "quota, soon, ''soon' is no end of a mute; write a time as 2026-12-01T08:00Z or'",
    "quota, , ''null' is no end of a mute; write a time as 2026-12-01T08:00Z or'",
    ", 2h, ''null' is no rule; '",
    "quota, 2020-01-01T00:00Z, ''2020-01-01T00:00Z' is over already; give a time'",
    "quota, 400d, ''400d' is more than a year ahead; mute it for a shorter time'",
  })
  void aWrongValueIsAnsweredByWhatWouldBeRight(String rule, String until, String sentence) {
    start("2h");

    assertThatThrownBy(() -> bean().mute(rule, until))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .message()
        .startsWith(sentence.substring(1, sentence.length() - 1));
    assertThat(bean().getMuted()).isEmpty();
  }

  @Test
  void whatStaysMutedIsSaidToWhoeverUnmutesIt(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mutes"), "quota 2h\n");
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    start("2h", "muteFile", file.toString());
    host.pass(TICK);
    bean().mute("*", "1h");

    assertThatThrownBy(() -> bean().unmute("quota"))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("'quota' is muted by the file; take its line out of that");
    assertThatThrownBy(() -> bean().unmute("slow-down"))
        .hasMessage("all rules are muted; unmute '*', which ends that");
    assertThatThrownBy(() -> bean().unmute("qouta")).hasMessageStartingWith("'qouta' is no rule");
  }

  @Test
  void aFileMutesWithinTenSecondsAndUntilItsLineIsTakenOut(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("mutes");
    AlertServices.Handle handle = start("2h", "muteFile", file.toString());
    host.pass(TICK);
    Files.writeString(file, "quota 2h\nqouta 1h\n");
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    host.pass(Duration.ofSeconds(10));
    fail(handle);

    assertThat(host.states()).containsExactly("muted");
    assertThat(host.told)
        .singleElement()
        .asString()
        .startsWith("WARN openai-errors: muteFile: line 2: 'qouta' is no rule");
    Files.writeString(file, "# over\n");
    host.pass(Duration.ofSeconds(10));
    assertThat(host.states()).containsExactly("muted", "unmuted", "firing");
    assertThat(host.told).hasSize(1);
  }

  @Test
  void aFileIsLookedAtBeforeTheFirstNotice(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mutes"), "quota 2h\n");
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    fail(start("2h", "muteFile", file.toString()));

    assertThat(host.states()).containsExactly("muted");
  }

  @Test
  void aFileIsNeverLookedAtByAThreadThatLogs(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mutes"), "nonsense\n");
    AlertServices.Handle handle = start("2h", "muteFile", file.toString());
    handle.accept(failure(PluginContract.QUOTA));

    assertThat(host.told).isEmpty();
  }

  /** As on a network that is away. */
  @Test
  void aFileSystemThatHangsStopsNoNotice(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mutes"), "quota 2h\n");
    CountDownLatch hanging = new CountDownLatch(1);
    ManualHost slow =
        new ManualHost(clock) {
          @Override
          public Executor executor() {
            return task -> {
              Thread thread =
                  new Thread(
                      () -> {
                        try {
                          hanging.await();
                        } catch (InterruptedException stopped) {
                          return;
                        }
                        task.run();
                      });
              thread.setDaemon(true);
              thread.start();
            };
          }
        };
    Settings given = new Settings().set("muteFile", file.toString());
    given.add("alert", new Settings().set("name", "quota").set("when", "first"));
    AlertServices.Handle handle = services.start("A", slow, given);
    handle.accept(failure(PluginContract.QUOTA));
    slow.pass(Duration.ofSeconds(30));

    assertThat(slow.states()).containsExactly("firing");
    hanging.countDown();
  }

  @Test
  void aReloadKeepsMutesByHandAndEndsThoseOfAFileThatIsNotNamedAnyMore(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("mutes"), "outage 2h\n");
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    start("2h", "muteFile", file.toString());
    host.pass(TICK);
    bean().mute("quota", "2h");
    host.pass(TICK);
    start("2h");
    host.pass(TICK);

    assertThat(bean().getMuted()).singleElement().asString().startsWith("quota until");
    assertThat(host.states()).containsExactly("muted", "muted", "unmuted");
  }

  @Test
  void whatStillWaitsForItsDestinationWhenTheMuteBeginsIsNotToldEither() {
    AlertServices.Handle handle = start("5h", "quietHours", "09:00-10:00");
    handle.accept(failure(SLOW_DOWN));
    host.pass(TICK);
    bean().mute("slow-down", "2h");
    host.pass(Duration.ofMinutes(90));
    assertThat(sink.sent).isEmpty();
    host.pass(Duration.ofMinutes(31));

    assertThat(host.states()).containsExactly("firing", "muted", "unmuted", "reminder");
    assertThat(sink.states()).containsExactly("reminder");
  }

  @Test
  void whatWasToldBeforeARestartCountsAsTold(@TempDir Path folder) throws IOException {
    String state = folder.resolve("alerts.state").toString();
    AlertServices.Handle handle = start("10m", "stateFile", state);
    fail(handle);
    handle.leave();
    handle.stop();
    sink.sent.clear();
    start("10m", "stateFile", state);
    host.pass(TICK);
    bean().mute("quota", "1h");
    host.pass(Duration.ofMinutes(61));

    assertThat(sink.states()).containsExactly("resolved");
  }

  @Test
  void theEndOfTheServiceSaysNothingOfAMutedRule() {
    AlertServices.Handle handle = start("2h");
    fail(handle);
    bean().mute("quota", "2h");
    host.pass(TICK);
    handle.leave();
    handle.stop();

    assertThat(host.states()).containsExactly("firing", "muted");
    assertThat(sink.states()).containsExactly("firing");
  }

  @Test
  void aDestinationThatKeepsStatesGoesOnToHearOfWhatItKnows() {
    List<String> states = new ArrayList<>();
    Settings given = new Settings();
    given.add("alert", new Settings().set("name", "quota").set("when", "first").set("quiet", "2h"));
    given.add(
        new AlertSink() {
          @Override
          public String name() {
            return "states";
          }

          @Override
          public boolean keepsState() {
            return true;
          }

          @Override
          public void send(Alert alert) {
            states.add(alert.rule() + " " + alert.state().id());
          }
        });
    AlertServices.Handle handle = services.start("A", host, given);
    fail(handle);
    bean().mute("*", "1h");
    for (int i = 0; i < 3; i++) {
      fail(handle);
      handle.accept(failure(SLOW_DOWN));
      host.pass(Duration.ofSeconds(60));
    }

    assertThat(states).contains("quota firing", "quota ongoing").doesNotContain("quota reminder");
    assertThat(states).noneMatch(state -> state.startsWith("slow-down"));
  }

  /** Else it would stay open for good where its beginning is known. */
  @Test
  void whatEndedMeanwhileIsToldAtTheLatestWhenTheServiceStops() {
    AlertServices.Handle handle = start("1m");
    fail(handle);
    bean().mute("quota", "4h");
    host.pass(Duration.ofMinutes(3));
    assertThat(sink.states()).containsExactly("firing");

    handle.leave();
    handle.stop();
    services.close();

    assertThat(sink.states()).containsExactly("firing", "resolved");
  }

  /** A mute by hand is gone then, and one by a file goes on. */
  @Test
  void whatAMuteLetNobodyHearOfIsNoReminderAfterARestart(@TempDir Path folder) {
    String file = folder.resolve("alerts.state").toString();
    AlertServices.Handle handle = start("2h", "stateFile", file);
    bean().mute("quota", "1h");
    fail(handle);
    handle.leave();
    handle.stop();
    assertThat(sink.sent).isEmpty();
    start("2h", "stateFile", file);
    host.pass(Duration.ofSeconds(3));

    assertThat(sink.states()).containsExactly("firing");
  }
}

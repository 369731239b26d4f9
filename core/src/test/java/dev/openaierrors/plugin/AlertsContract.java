package dev.openaierrors.plugin;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.delivery.HookStub;
import dev.openaierrors.delivery.PagerDutyStub;
import dev.openaierrors.delivery.VendorSchemas;
import dev.openaierrors.delivery.WebhookFormat;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.SecretShapes;
import dev.openaierrors.error.SecretShapes.Planted;
import dev.openaierrors.plugin.PluginContract.LogCall;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What alerts do in every framework.
 *
 * <p>The stage: the root logger hands every event, those of the logger {@code openai.alerts} too,
 * to the plugin's appender {@code OPENAI}, and that to the target, which remembers them. A logger
 * {@code twice} hands its events to the appender a second time.
 */
public abstract class AlertsContract {

  private static final String QUOTA = PluginContract.QUOTA;

  private static final String OVERLOADED = "openai 503: The engine is currently overloaded";
  private static final String SLOW_DOWN =
      "openai.RateLimitError: Error code: 429 - {'error': {'message': 'Slow down', 'type':"
          + " 'rate_limit_error', 'param': None, 'code': 'slow_down'}}";

  /** Of tests that take seconds and say nothing about versions of the framework. */
  private static final String NEWEST = "newest-only";

  /**
   * An event as the target got it.
   *
   * @param context MDC or context data
   */
  public record Event(
      String logger,
      String level,
      String message,
      Map<String, String> context,
      String thread,
      List<String> markers) {

    boolean isAlert() {
      return logger.equals("openai.alerts");
    }

    String state() {
      return alert("state");
    }

    String alert(String field) {
      return String.valueOf(context.get("openai.alert." + field));
    }
  }

  /** Starts a fresh instance of the framework. */
  protected abstract void start(AlertSetup setup) throws Exception;

  /** Configures the running instance anew, as the framework does when its file has changed. */
  protected abstract void reload(AlertSetup setup) throws Exception;

  /** Stops the running instance, configures and starts it again. */
  protected abstract void stopAndStartAgain(AlertSetup setup) throws Exception;

  /** Stops that instance; called again after every test. */
  protected abstract void stop();

  /** Logs, on the calling thread. */
  protected abstract void log(LogCall call);

  /** What the target got since the start, under every configuration, in order. */
  protected abstract List<Event> events();

  /**
   * What the target got since the start, remembered or not.
   *
   * @param events but alerts
   * @param enriched those of them that say what error they carry
   */
  public record Counts(long events, long enriched) {}

  /** What the target got under the configuration in force. */
  protected abstract Counts counts();

  /** The alerts of the running instance. */
  protected abstract AlertServices services();

  /** What we said to the status channel: the level, then what begins with "openai-errors:". */
  protected abstract List<String> told();

  @AfterEach
  final void stopTheFramework() {
    stop();
  }

  static Stream<AlertSettingsCase> cases() {
    return AlertSettingsCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSameSettingsMeanTheSame(AlertSettingsCase one) throws Exception {
    start(one.setup());
    AlertRules rules = Objects.requireNonNull(services().rules("OPENAI"));
    assertThat(AlertSettingsCase.differences(rules)).containsExactlyElementsOf(one.rules());
    assertThat(told()).containsExactlyInAnyOrderElementsOf(one.sentences());
    log(LogCall.error(QUOTA));
    assertThat(events())
        .singleElement()
        .satisfies(event -> assertThat(event.context()).containsKey("openai.error.kind"));
  }

  static Stream<AlertSetup> everySetting() {
    return AlertSetup.everySetting();
  }

  /** What core knows is of no use where a framework has no way to say it. */
  @ParameterizedTest
  @MethodSource("everySetting")
  void everySettingThatCoreHasCanBeGiven(AlertSetup setup) throws Exception {
    start(setup);
    setup.assertEachIsTold(told());
  }

  @Test
  void anIncidentIsToldOfAndItsEnd() throws Exception {
    start(AlertSetup.quick().with("service", "chat-api"));
    log(LogCall.error(QUOTA));
    Event firing = awaitAlert("firing");
    assertThat(firing.level()).isEqualTo("ERROR");
    assertThat(firing.markers()).containsExactly("OPENAI_ALERT");
    assertThat(firing.message()).contains("chat-api");
    assertThat(firing.context())
        .containsEntry("openai.alert.rule", "quota")
        .containsEntry("openai.alert.severity", "critical")
        .containsEntry("openai.alert.count", "1")
        .containsEntry("openai.alert.kind", "insufficient_quota")
        .containsEntry("openai.alert.retryable", "false")
        .containsKeys("openai.alert.id", "openai.alert.since", "openai.alert.fix")
        .containsEntry("openai.alert.service", "chat-api")
        .allSatisfy((key, value) -> assertThat(key).doesNotStartWith("openai.error"));
    Event resolved = awaitAlert("resolved");
    assertThat(resolved.alert("id")).isEqualTo(firing.alert("id"));
    assertThat(alerts()).hasSize(2);
  }

  @Test
  void peopleReadTimesInTheZoneThatIsSet() throws Exception {
    start(AlertSetup.quick().with("zone", "+05:30"));
    log(LogCall.error(QUOTA));
    assertThat(awaitAlert("firing").message()).containsPattern("1 refusal at [0-9:]+ UTC\\+05:30");
    Event resolved = awaitAlert("resolved");
    assertThat(resolved.message())
        .containsPattern("from [0-9:]+ UTC\\+05:30 to [0-9:]+ UTC\\+05:30");
    assertThat(resolved.alert("since")).endsWith("Z");
  }

  @Test
  void quietHoursHoldBackWhatIsNotCriticalFromAllButTheLog() throws Exception {
    MemorySink.forget();
    start(
        lasting()
            .with("quietHours", "00:00-24:00")
            .element("alert", "name", "slow-down", "quiet", "1h"));
    log(LogCall.error(SLOW_DOWN));
    awaitAlert("firing");
    log(LogCall.error(QUOTA));
    await("the critical one").until(() -> !MemorySink.alerts().isEmpty());
    assertThat(MemorySink.alerts()).extracting(Alert::rule).containsExactly("quota");
    assertThat(alerts())
        .extracting(alert -> alert.alert("rule"))
        .containsExactly("slow-down", "quota");
    stop();
    assertThat(MemorySink.states()).containsExactly("firing", "digest", "stopped");
    assertThat(MemorySink.alerts().get(1).text().summary()).contains("rule slow-down");
  }

  @Test
  void aFileMutesARule(@TempDir Path folder) throws Exception {
    MemorySink.forget();
    Path file = Files.writeString(folder.resolve("mutes"), "quota 2h # they know\nqouta 2h\n");
    start(lasting().with("muteFile", file.toString()));
    Event muted = awaitAlert("muted");
    assertThat(muted.alert("rule")).isEqualTo("quota");
    assertThat(told())
        .singleElement()
        .asString()
        .startsWith("WARN openai-errors: muteFile: line 2");
    log(LogCall.error(QUOTA));
    await("the failure to be seen").until(() -> !monitor().isWaiting());
    Files.delete(file);
    awaitAlert("unmuted");
    awaitAlert("firing");
    stop();
    assertThat(alerts())
        .extracting(Event::state)
        .containsExactly("muted", "unmuted", "firing", "stopped");
    assertThat(MemorySink.states()).containsExactly("firing", "stopped");
  }

  @Test
  @Tag(NEWEST)
  void noAlertIsLoggedByTheThreadThatLogs() throws Exception {
    start(AlertSetup.quick());
    log(LogCall.error(QUOTA));
    assertThat(awaitAlert("firing").thread()).isNotEqualTo(Thread.currentThread().getName());
  }

  @Test
  @Tag(NEWEST)
  void anAlertIsNeitherReadNorCounted() throws Exception {
    start(AlertSetup.quick());
    log(LogCall.error(QUOTA));
    awaitAlert("resolved");
    assertThat(monitor().recorded(ErrorKind.INSUFFICIENT_QUOTA)).isEqualTo(1);
    assertThat(Stream.of(ErrorKind.values()).mapToLong(monitor()::recorded).sum()).isEqualTo(1);
  }

  @Test
  @Tag(NEWEST)
  void aSeverityIsALevel() throws Exception {
    start(
        AlertSetup.quick()
            .element("alert", "name", "slow-down", "quiet", "1s")
            .element("alert", "name", "quota", "severity", "info"));
    log(LogCall.error(QUOTA));
    assertThat(awaitAlert("firing").level()).isEqualTo("INFO");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  @Tag(NEWEST)
  void noSecretOfAnEventIsTold(String samples) throws Exception {
    MemorySink.forget();
    start(lasting().with("samples", samples));
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Planted> planted =
        SecretShapes.all().stream().map(shape -> shape.make().apply(random)).toList();
    planted.forEach(
        one -> log(LogCall.error(QUOTA + " " + one.text()).thrown(new IOException(one.text()))));
    awaitAlert("firing");
    stop();
    List<Alert> told = MemorySink.alerts();
    String all =
        alerts().stream().map(alert -> alert.message() + alert.context()).toList() + " " + told;
    assertThat(planted)
        .as("seed %s", seed)
        .allSatisfy(one -> assertThat(one.leakedTo(all)).isEmpty());
    assertThat(told)
        .isNotEmpty()
        .allSatisfy(alert -> assertThat(alert.sample() == null).isEqualTo(samples.equals("off")));
  }

  @Test
  void aDestinationGetsTheAlertsOfItsRules() throws Exception {
    try (Inbox inbox = Inbox.open()) {
      start(
          AlertSetup.quick()
              .element("webhook", "url", inbox.url("/all"))
              .element("webhook", "url", inbox.url("/quota"), "rules", "quota, mine")
              .element("webhook", "url", inbox.url("/others"), "rules", "outage, mine")
              .element("alert", "name", "mine", "kinds", "timeout", "when", "9 in 1m"));
      log(LogCall.error(QUOTA));
      awaitAlert("resolved");
      stop();
      assertThat(inbox.posted("/all")).isNotEmpty();
      assertThat(inbox.posted("/quota")).isEqualTo(inbox.posted("/all"));
      assertThat(inbox.posted("/others")).isEmpty();
    }
  }

  @Test
  void labelsAreCarriedByAlerts() throws Exception {
    MemorySink.forget();
    start(
        lasting()
            .element("label", "name", "team", "value", "payments")
            .element("label", "name", "Team", "value", "refused")
            .element("label", "name", "tier", "value", "1"));
    log(LogCall.error(QUOTA));
    assertThat(awaitAlert("firing").context())
        .containsEntry("openai.alert.label.team", "payments")
        .containsEntry("openai.alert.label.tier", "1")
        .doesNotContainKey("openai.alert.label.Team");
    assertThat(told()).singleElement().asString().contains("'Team' is no name for a label");
    stop();
    assertThat(MemorySink.alerts())
        .isNotEmpty()
        .allSatisfy(
            alert ->
                assertThat(alert.origin().labels().toString())
                    .isEqualTo("{team=payments, tier=1}"));
  }

  @Test
  void linksAreFilledIn() throws Exception {
    MemorySink.forget();
    start(
        lasting()
            .with("service", "chat & more")
            .with("runbook", "https://wiki.acme.com/{rule}")
            .with("logLink", "https://logs.acme.com/?q={service}&kind={kind}&from={from}")
            .element("alert", "name", "quota", "runbook", "https://wiki.acme.com/bill#{severity}"));
    log(LogCall.error(QUOTA));
    Event firing = awaitAlert("firing");
    String logs =
        "https://logs.acme.com/?q=chat%20%26%20more&kind=insufficient_quota&from="
            + firing.alert("since").replace(":", "%3A");
    assertThat(told()).isEmpty();
    assertThat(firing.message())
        .endsWith(" Runbook: https://wiki.acme.com/bill#critical Logs: " + logs);
    assertThat(firing.context())
        .containsEntry("openai.alert.runbook", "https://wiki.acme.com/bill#critical")
        .containsEntry("openai.alert.log_link", logs);
    stop();
    assertThat(MemorySink.alerts())
        .isNotEmpty()
        .allSatisfy(alert -> assertThat(alert.text().logLink()).isEqualTo(logs));
  }

  @Test
  void entriesOfTheContextKeepIncidentsApart() throws Exception {
    start(
        AlertSetup.quick()
            .with("groupBy", "limit, mdc:tenant")
            .element("alert", "name", "quota", "quiet", "1h"));
    log(LogCall.error(QUOTA).context(Map.of("tenant", "acme", "user", "jane")));
    log(LogCall.error(QUOTA + " (2)").context(Map.of("tenant", "umbrella")));
    log(LogCall.error(QUOTA + " (3)").context(Map.of("tenant", "acme")));
    log(LogCall.error(QUOTA + " (4)"));
    await("an alert of each").until(() -> alerts().size() == 3);
    stop();
    List<Event> last = alerts().stream().filter(alert -> alert.state().equals("stopped")).toList();
    assertThat(last).extracting(alert -> alert.alert("count")).containsExactly("2", "1", "1");
    assertThat(last.get(0).message()).contains(", tenant acme. ").doesNotContain("jane");
    assertThat(last.get(1).message()).contains(", tenant umbrella. ");
    assertThat(last.get(2).message()).doesNotContain("tenant");
  }

  @Test
  void aDestinationThatFailsIsSaidInTheLogOnceAndOnceThatItWorksAgain() throws Exception {
    try (HookStub hook = HookStub.start()) {
      hook.refuse(true);
      start(
          firingAtOnce("quota", "outage", "slow-down")
              .with("service", "chat-api")
              .element("webhook", "url", hook.url("/T0PSECRET1/hook?token=T0PSECRET2")));
      log(LogCall.error(QUOTA));
      Event failing = awaitAlert("failing");
      log(LogCall.error(OVERLOADED));
      await("another refusal").until(() -> hook.bodies().size() == 2);
      hook.refuse(false);
      log(LogCall.error(SLOW_DOWN));
      Event recovered = awaitAlert("recovered");

      assertThat(failing.level()).isEqualTo("WARN");
      assertThat(failing.message())
          .startsWith("[NOT DELIVERED] webhook (127.0.0.1): chat-api. An alert was not delivered:")
          .contains("HTTP 403: no_access");
      assertThat(recovered.level()).isEqualTo("INFO");
      assertThat(recovered.message())
          .isEqualTo(
              "[DELIVERED AGAIN] webhook (127.0.0.1): chat-api. Delivery recovered; 2 alerts were"
                  + " lost.");
      assertThat(List.of(failing, recovered))
          .allSatisfy(event -> assertThat(event.markers()).containsExactly("OPENAI_ALERT"))
          .allSatisfy(event -> assertThat(event.toString()).doesNotContain("SECRET"))
          .allSatisfy(
              event ->
                  assertThat(event.context())
                      .containsOnlyKeys(
                          "openai.alert.state",
                          "openai.alert.rule",
                          "openai.alert.severity",
                          "openai.alert.destination",
                          "openai.alert.service"));
      assertThat(alerts())
          .extracting(Event::state)
          .containsExactlyInAnyOrder("firing", "failing", "firing", "firing", "recovered");
      assertThat(told())
          .as("and to the status channel")
          .hasSize(2)
          .allSatisfy(sentence -> assertThat(sentence).doesNotContain("SECRET"));
      assertThat(Stream.of(ErrorKind.values()).mapToLong(monitor()::recorded).sum()).isEqualTo(3);
    }
  }

  private static AlertSetup paging(AlertSetup setup, PagerDutyStub pagerDuty) {
    return setup.element(
        "pagerDuty",
        "url",
        pagerDuty.url("pod").toString(),
        "routingKey",
        "0123456789abcdef0123456789abcdef");
  }

  @Test
  void theEndOfAnInstanceEndsNothingAtPagerDutyAndTheNextStartTakesItOver(@TempDir Path folder)
      throws Exception {
    String file = folder.resolve("alerts.state").toString();
    try (PagerDutyStub pagerDuty = PagerDutyStub.start()) {
      start(paging(firingAtOnce("quota"), pagerDuty).with("stateFile", file));
      log(LogCall.error(QUOTA));
      await("a page").until(() -> pagerDuty.pages() == 1);
      stop();
      assertThat(pagerDuty.open()).hasSize(1);
      start(paging(AlertSetup.quick(), pagerDuty).with("stateFile", file));
      await("its end").until(() -> pagerDuty.open().isEmpty());
      assertThat(pagerDuty.actions()).containsExactly("trigger pod", "resolve pod");
    }
  }

  @Test
  @Tag(NEWEST)
  void anInstanceThatNeverGotThroughToPagerDutyEndsNothingThere() throws Exception {
    try (PagerDutyStub pagerDuty = PagerDutyStub.start()) {
      pagerDuty.away("pod", true);
      start(paging(AlertSetup.quick(), pagerDuty));
      log(LogCall.error(QUOTA));
      awaitAlert("resolved");
      pagerDuty.away("pod", false);
      await("nothing to send").until(() -> services().isAtRest("OPENAI"));
      assertThat(pagerDuty.actions()).isEmpty();
    }
  }

  @Test
  void aWebhookGetsWhatItsVendorTakes() throws Exception {
    try (HookStub hook = HookStub.start()) {
      AlertSetup setup = firingAtOnce("quota").with("service", "chat-api");
      for (WebhookFormat format : WebhookFormat.values()) {
        setup = setup.element("webhook", "url", hook.url("/" + format.id()), "format", format.id());
      }
      start(setup);
      log(LogCall.error(QUOTA));
      await("one for each").until(() -> hook.bodies().size() == WebhookFormat.values().length);
      for (int i = 0; i < hook.lines().size(); i++) {
        String path = hook.lines().get(i).split("[/ ]", -1)[2];
        WebhookFormat format = format(path);
        JsonNode body = VendorSchemas.check(format, hook.bodies().get(i));
        assertThat(body.toString()).as(path).contains("quota exhausted: chat-api");
      }
      assertThat(told()).isEmpty();
    }
  }

  /** JSON has braces, and so have the variables of the frameworks: each is left as it is. */
  @Test
  void aWebhookGetsATextOfTheUsersOwn() throws Exception {
    try (HookStub hook = HookStub.start()) {
      String json =
          "{\"text\": \"{title} is {state}, {other} {}\", \"n\": {\"count\":{count},\"low\":-1},"
              + " \"list\": [{}, {\"a\": \"}{\"}]}";
      start(
          firingAtOnce("quota")
              .with("service", "chat-api")
              .element("webhook", "url", hook.url("/json"), "body", json)
              .element(
                  "webhook",
                  Map.of("Priority", "5"),
                  "url",
                  hook.url("/plain"),
                  "body",
                  "{TITLE}: {severity}",
                  "contentType",
                  "text/plain; charset=utf-8"));
      log(LogCall.error(QUOTA));
      await("one for each").until(() -> hook.bodies().size() == 2);
      int plain = hook.lines().indexOf("POST /plain HTTP/1.1");

      assertThat(hook.headers("content-type").get(plain)).isEqualTo("text/plain; charset=utf-8");
      assertThat(hook.headers("priority").get(plain)).isEqualTo("5");
      assertThat(hook.bodies().get(plain)).isEqualTo("OpenAI quota exhausted: chat-api: critical");
      assertThat(hook.headers("content-type").get(1 - plain)).isEqualTo("application/json");
      assertThat(hook.bodies().get(1 - plain))
          .isEqualTo(
              "{\"text\": \"OpenAI quota exhausted: chat-api is firing, {other} {}\","
                  + " \"n\": {\"count\":1,\"low\":-1}, \"list\": [{}, {\"a\": \"}{\"}]}");
      assertThat(told()).isEmpty();
    }
  }

  private static WebhookFormat format(String id) {
    return Stream.of(WebhookFormat.values())
        .filter(format -> format.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Rules that tell of the first failure and end by no test. */
  private static AlertSetup firingAtOnce(String... rules) {
    AlertSetup setup = AlertSetup.plain();
    for (String rule : rules) {
      setup = setup.element("alert", "name", rule, "when", "first", "quiet", "1h");
    }
    return setup;
  }

  @Test
  void withoutAlertsEventsAreEnrichedAllTheSame() throws Exception {
    start(AlertSetup.quick().with("alerts", "off"));
    log(LogCall.error(QUOTA));
    assertThat(services().rules("OPENAI")).isNull();
    assertThat(events())
        .singleElement()
        .satisfies(event -> assertThat(event.context()).containsKey("openai.error.kind"));
  }

  @Test
  void aReloadKeepsWhatIsOpen() throws Exception {
    start(AlertSetup.quick().element("alert", "name", "quota", "quiet", "1h"));
    log(LogCall.error(QUOTA));
    Event firing = awaitAlert("firing");
    reload(AlertSetup.quick().element("alert", "name", "quota", "quiet", "1h"));
    log(LogCall.error(QUOTA + " (2)"));
    reload(AlertSetup.quick().element("alert", "name", "quota", "quiet", "2s"));
    Event resolved = awaitAlert("resolved");
    assertThat(resolved.alert("id")).isEqualTo(firing.alert("id"));
    assertThat(resolved.alert("count")).isEqualTo("2");
    assertThat(alerts()).extracting(Event::state).containsExactly("firing", "resolved");
  }

  @Test
  @Tag(NEWEST)
  void aReloadSwitchesAlertsOffAndOn() throws Exception {
    start(AlertSetup.quick());
    reload(AlertSetup.quick().with("alerts", "off"));
    log(LogCall.error(QUOTA));
    assertThat(services().rules("OPENAI")).isNull();
    reload(AlertSetup.quick());
    log(LogCall.error(QUOTA));
    awaitAlert("firing");
    // On a busy machine its short quiet period may be over by now.
    assertThat(alerts()).filteredOn(it -> it.state().equals("firing")).hasSize(1);
  }

  @Test
  void theEndSaysALastWord() throws Exception {
    start(AlertSetup.quick().element("alert", "name", "quota", "quiet", "1h"));
    log(LogCall.error(QUOTA));
    Event firing = awaitAlert("firing");
    stop();
    assertThat(alerts()).extracting(Event::state).containsExactly("firing", "stopped");
    assertThat(alerts().get(1).alert("id")).isEqualTo(firing.alert("id"));
  }

  private static AlertSetup lasting() {
    return AlertSetup.quick()
        .element("alert", "name", "quota", "quiet", "1h")
        .element("sink", "class", MemorySink.class.getName());
  }

  @Test
  void theEndSaysALastWordBehindAnAsynchronousAppenderToo() throws Exception {
    MemorySink.forget();
    start(lasting().behindAnAsynchronousAppender());
    log(LogCall.error(QUOTA));
    awaitAlert("firing");
    stop();
    assertThat(alerts()).extracting(Event::state).containsExactly("firing", "stopped");
    assertThat(MemorySink.states()).containsExactly("firing", "stopped");
  }

  @Test
  void whatWaitsInAnAsynchronousAppenderAtTheEndIsCounted(@TempDir Path folder) throws Exception {
    MemorySink.forget();
    start(
        lasting()
            .with("stateFile", folder.resolve("alerts.state").toString())
            .behindAnAsynchronousAppender());
    log(LogCall.error(QUOTA));
    stop();
    assertThat(MemorySink.states()).contains("firing");
  }

  @Test
  @Tag(NEWEST)
  void theEndSaysALastWordWhoeverStopsIt() throws Exception {
    MemorySink.forget();
    start(lasting());
    log(LogCall.error(QUOTA));
    awaitAlert("firing");
    Thread stranger = new Thread(this::stop);
    stranger.start();
    stranger.join();
    assertThat(alerts()).extracting(Event::state).containsExactly("firing", "stopped");
    assertThat(MemorySink.states()).containsExactly("firing", "stopped");
  }

  @Test
  @Tag(NEWEST)
  void aStartThatIsUndoneAtOnceSaysNothingOfWhatWasOpen(@TempDir Path folder) throws Exception {
    AlertSetup setup = lasting().with("stateFile", folder.resolve("alerts.state").toString());
    start(setup);
    log(LogCall.error(QUOTA));
    awaitAlert("firing");
    stop();
    MemorySink.forget();
    start(setup);
    stop();
    assertThat(alerts()).isEmpty();
    assertThat(MemorySink.states()).isEmpty();
  }

  /** As Spring Boot does when it starts: the framework has begun by itself before. */
  @Test
  @Tag(NEWEST)
  void aContextThatIsStoppedAndStartedAgainSendsATestAlertOnce() throws Exception {
    MemorySink.forget();
    AlertSetup setup = AlertSetup.plain().element("sink", "class", MemorySink.class.getName());
    System.setProperty(TestAlert.PROPERTY, "true");
    try {
      start(setup);
      stopAndStartAgain(setup);
    } finally {
      System.clearProperty(TestAlert.PROPERTY);
    }
    log(LogCall.error(QUOTA));
    await("the alerts to be at rest").until(() -> services().isAtRest("OPENAI"));
    stop();
    assertThat(MemorySink.states()).containsExactly("test");
  }

  @Test
  void aRestartRemembersWhatIsOpen(@TempDir Path folder) throws Exception {
    String file = folder.resolve("alerts.state").toString();
    start(
        AlertSetup.quick()
            .with("stateFile", file)
            .element("alert", "name", "quota", "quiet", "1h"));
    log(LogCall.error(QUOTA));
    Event firing = awaitAlert("firing");
    stop();
    start(AlertSetup.quick().with("stateFile", file));
    Event resolved = awaitAlert("resolved");
    assertThat(resolved.alert("id")).isEqualTo(firing.alert("id"));
    assertThat(alerts()).extracting(Event::state).doesNotContain("firing");
    assertThat(told()).isEmpty();
  }

  @Test
  @Tag(NEWEST)
  void oneFailureThatIsThrownOnAndLoggedThreeTimesCountsOnce() throws Exception {
    start(AlertSetup.quick());
    RuntimeException inner = new RuntimeException(QUOTA);
    RuntimeException middle = new IllegalStateException("step 3 failed", inner);
    log(LogCall.error("call failed").logger("com.acme.Client").thrown(inner));
    log(LogCall.error("step failed").logger("com.acme.Step").thrown(middle));
    log(LogCall.error("job failed").logger("com.acme.Job").thrown(new RuntimeException(middle)));
    assertThat(awaitAlert("resolved").alert("count")).isEqualTo("1");
    assertAllEnriched(3);
  }

  @Test
  @Tag(NEWEST)
  void oneFailureThatTheClientTellsOfTooCountsOnce() throws Exception {
    start(AlertSetup.quick());
    log(LogCall.error("request failed: " + QUOTA).level("WARN").logger("com.client.Retries"));
    log(LogCall.error("chat failed").thrown(new RuntimeException(QUOTA)));
    assertThat(awaitAlert("resolved").alert("count")).isEqualTo("1");
    assertAllEnriched(2);
  }

  @Test
  @Tag(NEWEST)
  void oneEventThatComesTwiceCountsOnce() throws Exception {
    start(AlertSetup.quick());
    log(LogCall.error(QUOTA).logger("twice"));
    assertThat(awaitAlert("resolved").alert("count")).isEqualTo("1");
    assertAllEnriched(2);
  }

  @Test
  @Tag(NEWEST)
  void oneFailureThatAnotherThreadLogsAgainCountsOnce() throws Exception {
    start(AlertSetup.quick());
    RuntimeException thrown = new RuntimeException(QUOTA);
    log(LogCall.error("chat failed").thrown(thrown));
    Thread other = new Thread(() -> log(LogCall.error("future failed").thrown(thrown)));
    other.start();
    other.join();
    assertThat(awaitAlert("resolved").alert("count")).isEqualTo("1");
    assertAllEnriched(2);
  }

  @Test
  @Tag(NEWEST)
  void oneFailureThatVirtualThreadsLogCountsOnce() throws Exception {
    ExecutorService threads = PluginContract.virtualThreads();
    start(AlertSetup.quick());
    RuntimeException thrown = new RuntimeException(QUOTA);
    try {
      for (int i = 0; i < 3; i++) {
        threads.submit(() -> log(LogCall.error("chat failed").thrown(thrown))).get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(awaitAlert("resolved").alert("count")).isEqualTo("1");
    assertAllEnriched(3);
  }

  @Test
  void aTestAlertGoesOutAtTheStartWhereItIsAskedFor() throws Exception {
    System.setProperty(TestAlert.PROPERTY, "true");
    try {
      start(AlertSetup.plain());
    } finally {
      System.clearProperty(TestAlert.PROPERTY);
    }
    assertThat(awaitAlert("test").message()).contains("Test of OpenAI alerts");
  }

  @Test
  void anMxBeanShowsWhatIsOpenAndSendsATestAlert() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName pattern = new ObjectName("dev.openaierrors:type=Alerts,appender=\"OPENAI\",*");
    start(AlertSetup.quick().with("jmx", "true").element("alert", "name", "quota", "quiet", "1h"));
    ObjectName name = server.queryNames(pattern, null).iterator().next();
    log(LogCall.error(QUOTA));
    awaitAlert("firing");
    assertThat((String[]) server.getAttribute(name, "Open"))
        .singleElement()
        .asString()
        .contains("quota critical");
    assertThat((String[]) server.getAttribute(name, "Destinations"))
        .singleElement()
        .asString()
        .startsWith("log: 1 sent");
    server.invoke(name, "sendTestAlert", null, null);
    awaitAlert("test");
    String[] texts = {String.class.getName(), String.class.getName()};
    server.invoke(name, "mute", new Object[] {"quota", "2h"}, texts);
    assertThat(awaitAlert("muted").level()).isEqualTo("INFO");
    assertThat((String[]) server.getAttribute(name, "Muted"))
        .singleElement()
        .asString()
        .startsWith("quota until 2");
    server.invoke(name, "unmute", new Object[] {"quota"}, new String[] {String.class.getName()});
    awaitAlert("unmuted");
    awaitAlert("reminder");
    assertThatThrownBy(() -> server.invoke(name, "mute", new Object[] {"qouta", "2h"}, texts))
        .hasRootCauseMessage(
            "'qouta' is no rule; did you mean 'quota'? Known: *, access, bad-requests, credentials,"
                + " misconfigured, outage, quota, rate-limit-burst, rate-limit-chronic,"
                + " rate-limit-daily, request-too-large, slow-down, unclassified, unreachable");
    stop();
    assertThat(server.queryNames(pattern, null)).isEmpty();
  }

  @Test
  void listenersHearOfErrorsAndIncidentsAlsoAfterTheContextWasStoppedAndStarted() throws Exception {
    ErrorKind kind = ErrorKind.INSUFFICIENT_QUOTA;
    AlertSetup setup = AlertSetup.quick().element("alert", "name", "quota", "quiet", "1h");
    try (HeardNews news = HeardNews.add()) {
      start(setup);
      log(LogCall.error(QUOTA));
      await("the first incident").until(() -> news.incidents.contains("opened quota critical"));
      assertThat(news.failures(kind)).isEqualTo(1);
      stopAndStartAgain(setup);
      assertThat(news.incidents).last().isEqualTo("closed quota critical");
      log(LogCall.error(QUOTA + " (2)"));
      await("the second error").until(() -> news.failures(kind) == 2);
      await("the second incident").until(() -> news.incidents.size() == 3);
      stop();
      assertThat(news.incidents)
          .containsExactly(
              "opened quota critical",
              "closed quota critical",
              "opened quota critical",
              "closed quota critical");
    }
  }

  @Test
  @Tag(NEWEST)
  void withoutAlertsListenersHearOfErrorsAllTheSame() throws Exception {
    try (HeardNews news = HeardNews.add()) {
      start(AlertSetup.plain().with("alerts", "off"));
      log(LogCall.error(QUOTA));
      await("the error").until(() -> news.failures(ErrorKind.INSUFFICIENT_QUOTA) == 1);
      assertThat(news.incidents).isEmpty();
    }
  }

  private static final int STORM_THREADS = 8;
  private static final int STORM_EVENTS_PER_THREAD = 3_000;

  @Test
  @Tag(NEWEST)
  void aStormIsForwardedWholeAndAlertedOfOnce() throws Exception {
    start(AlertSetup.quick().keep(100).element("alert", "name", "quota", "quiet", "1h"));
    long logged = storm();
    awaitAlert("firing");
    assertThat(events()).as("alerts, and what is remembered").hasSize(101);
    assertThat(counts()).isEqualTo(new Counts(logged, logged));
    assertThat(alerts()).hasSize(1);
    assertThat(monitor().recorded(ErrorKind.INSUFFICIENT_QUOTA)).isEqualTo(logged);
    stop();
    Event last = alerts().get(1);
    Matcher dropped = DROPPED.matcher(last.message());
    long tooFast = dropped.find() ? Long.parseLong(dropped.group(1)) : 0;
    assertThat(Long.parseLong(last.alert("count")) + tooFast)
        .as("looked at, and those that came too fast")
        .isEqualTo(logged);
  }

  /** Of the time that the machine lets every thread wait, nobody is told sooner. */
  @Test
  @Tag(NEWEST)
  void whatBeginsInAStormIsToldWithinTwoSecondsAndSoIsTheOneErrorThatMatters() throws Exception {
    long seed = new Random().nextLong();
    int events = 20_000;
    start(AlertSetup.plain().keep(100));
    MixedStorm storm = new MixedStorm(this::log, events, 4, new Random(seed).nextInt(events));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<?> over =
        thread.submit(
            () -> {
              storm.run();
              return null;
            });
    Map<String, Long> told = awaitRules(Set.of("rate-limit-burst", "credentials"));
    over.get();
    thread.shutdown();
    long most = Duration.ofSeconds(2).toNanos() + storm.lateNanos();
    assertThat(told.getOrDefault("rate-limit-burst", 0L) - storm.burst)
        .as("seed %s", seed)
        .isBetween(0L, most);
    assertThat(told.getOrDefault("credentials", 0L) - storm.key)
        .as("seed %s", seed)
        .isBetween(0L, most);
    assertThat(counts()).isEqualTo(new Counts(events, events));
  }

  /** When an alert of each of these rules was there. */
  private Map<String, Long> awaitRules(Set<String> rules) {
    Map<String, Long> told = new HashMap<>();
    await("alerts of " + rules)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              alerts().forEach(alert -> told.putIfAbsent(alert.alert("rule"), System.nanoTime()));
              return told.keySet().containsAll(rules);
            });
    return told;
  }

  private static final Pattern DROPPED =
      Pattern.compile("(\\d+) more not inspected \\(rate too high\\)");

  private long storm() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(STORM_THREADS);
    LongAdder logged = new LongAdder();
    Callable<@Nullable Void> task =
        () -> {
          for (int i = 0; i < STORM_EVENTS_PER_THREAD; i++) {
            logged.increment();
            log(LogCall.error("call " + i + " failed: " + QUOTA));
          }
          return null;
        };
    try {
      for (Future<@Nullable Void> one :
          threads.invokeAll(Collections.nCopies(STORM_THREADS, task))) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return logged.sum();
  }

  private void assertAllEnriched(int events) {
    assertThat(events().stream().filter(event -> !event.isAlert()))
        .hasSize(events)
        .allSatisfy(
            event ->
                assertThat(event.context())
                    .containsEntry("openai.error.kind", "insufficient_quota"));
  }

  private AlertMonitor monitor() {
    return Objects.requireNonNull(services().monitor("OPENAI"));
  }

  private List<Event> alerts() {
    return events().stream().filter(Event::isAlert).toList();
  }

  private Event awaitAlert(String state) {
    await("an alert that is " + state)
        .until(() -> alerts().stream().anyMatch(alert -> alert.state().equals(state)));
    return alerts().stream().filter(alert -> alert.state().equals(state)).findFirst().orElseThrow();
  }
}

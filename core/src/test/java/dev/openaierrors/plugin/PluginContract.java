package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.openaierrors.Patience;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.SecretShapes;
import dev.openaierrors.error.SecretShapes.Planted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every framework's plugin does, in words of no framework.
 *
 * <p>A framework module extends this class and says how its framework is configured, logged to and
 * listened to. The stage is always the same: every event goes to the plugin's appender, which hands
 * it on to the <em>target</em>, and then to the <em>sibling</em>, an appender that has nothing to
 * do with the plugin. Both remember what they get.
 */
public abstract class PluginContract {

  /** OpenAI's answer to an account without credit, as clients put it into a message. */
  protected static final String QUOTA =
      "429 Too Many Requests: {\"error\": {\"message\": \"You exceeded your current quota, please"
          + " check your plan and billing details. For more information on this error, read the"
          + " docs: https://platform.openai.com/docs/guides/error-codes/api-errors.\", \"type\":"
          + " \"insufficient_quota\", \"param\": null, \"code\": \"insufficient_quota\"}}";

  private static final String PREFIX = "openai.error.";
  private static final String KIND = PREFIX + "kind";

  /** Where a filter of ours stands. */
  public enum FilterAt {
    /** Nowhere. */
    NOWHERE,
    /** At the target, behind the plugin: it sees enriched events. */
    TARGET,
    /** At the sibling: nobody enriched what it sees. */
    SIBLING
  }

  /**
   * How the stage is set.
   *
   * @param settings settings of the plugin's appender, by the names that all frameworks share
   * @param again settings of a second appender of the plugin, between the first and the target;
   *     null if there is none
   * @param target whether the plugin's appender refers to the target, or to nothing at all
   * @param filterAt where a filter of ours stands
   * @param filter settings of that filter
   * @param analyzer analyzer of the plugin's appenders and of the filter; null for the real one
   */
  public record Setup(
      Map<String, String> settings,
      @Nullable Map<String, String> again,
      boolean target,
      FilterAt filterAt,
      Map<String, String> filter,
      @Nullable ErrorAnalyzer analyzer) {

    static Setup plain() {
      return new Setup(Map.of(), null, true, FilterAt.NOWHERE, Map.of(), null);
    }

    Setup with(String setting, String value) {
      Map<String, String> more = new HashMap<>(settings);
      more.put(setting, value);
      return new Setup(more, again, target, filterAt, filter, analyzer);
    }

    Setup again(Map<String, String> secondSettings) {
      return new Setup(settings, secondSettings, target, filterAt, filter, analyzer);
    }

    Setup withoutTarget() {
      return new Setup(settings, again, false, filterAt, filter, analyzer);
    }

    Setup filter(FilterAt place, Map<String, String> filterSettings) {
      return new Setup(settings, again, target, place, filterSettings, analyzer);
    }

    Setup analyzer(ErrorAnalyzer other) {
      return new Setup(settings, again, target, filterAt, filter, other);
    }
  }

  /**
   * A call of the framework's logger.
   *
   * @param context what the thread's context holds during the call
   * @param marker name of the marker; null for none
   */
  public record LogCall(
      String logger,
      String level,
      String message,
      List<Object> arguments,
      @Nullable Throwable thrown,
      Map<String, String> context,
      Map<String, Object> keyValues,
      @Nullable String marker) {

    static LogCall error(String message) {
      return new LogCall(
          "com.acme.ChatService", "ERROR", message, List.of(), null, Map.of(), Map.of(), null);
    }

    LogCall level(String other) {
      return new LogCall(logger, other, message, arguments, thrown, context, keyValues, marker);
    }

    LogCall logger(String other) {
      return new LogCall(other, level, message, arguments, thrown, context, keyValues, marker);
    }

    LogCall argument(Object one) {
      return new LogCall(logger, level, message, List.of(one), thrown, context, keyValues, marker);
    }

    LogCall thrown(Throwable one) {
      return new LogCall(logger, level, message, arguments, one, context, keyValues, marker);
    }

    LogCall context(Map<String, String> other) {
      return new LogCall(logger, level, message, arguments, thrown, other, keyValues, marker);
    }

    LogCall keyValue(String key, Object value) {
      return new LogCall(
          logger, level, message, arguments, thrown, context, Map.of(key, value), marker);
    }

    LogCall marker(String name) {
      return new LogCall(logger, level, message, arguments, thrown, context, keyValues, name);
    }
  }

  /**
   * An event as an appender got it.
   *
   * @param event the framework's own object
   * @param context MDC or context data
   */
  public record Seen(
      Object event,
      String message,
      Map<String, String> context,
      String level,
      String thread,
      @Nullable Throwable thrown) {}

  /** Starts a fresh instance of the framework that lets every level through. */
  protected abstract void start(Setup setup) throws Exception;

  /** Stops that instance; called again after every test. */
  protected abstract void stop();

  /** Logs, on the calling thread. */
  protected abstract void log(LogCall call);

  /** What the target got so far, in order. */
  protected abstract List<Seen> target();

  /** What the sibling got so far, in order. */
  protected abstract List<Seen> sibling();

  /** Whether the target is started. */
  protected abstract boolean targetIsStarted();

  /** What we said to the status channel, warnings and errors, beginning with "openai-errors:". */
  protected abstract List<String> sentences();

  /** Whether the framework hands one object to all appenders; false where it reuses events. */
  protected boolean handsOutOneObject() {
    return true;
  }

  /** Whether a log call of the framework can carry key-value pairs. */
  protected boolean hasKeyValues() {
    return true;
  }

  /** What core knows is of no use where a framework has no way to say it. */
  @Test
  void everySettingOfAppenderAndFilterThatCoreHasCanBeGiven() throws Exception {
    List<Setting<?>> all = new ArrayList<>(SettingTable.OfFilter.FILTER);
    Map<String, String> filter = new HashMap<>();
    all.forEach(setting -> filter.put(setting.name(), "nonsense"));
    Setup setup = Setup.plain().filter(FilterAt.TARGET, filter);
    for (Setting<?> setting : SettingTable.ENRICHMENT) {
      all.add(setting);
      setup = setup.with(setting.name(), "nonsense");
    }
    start(setup);
    assertThat(sentences()).noneMatch(sentence -> sentence.contains("is no setting of it"));
    for (Setting<?> setting : all) {
      assertThat(sentences())
          .as("what is said of %s", setting.name())
          .anyMatch(sentence -> sentence.contains(": " + setting.name() + ": "));
    }
  }

  @Test
  void thatWhichObservesHandsNothingOnAndIsInNobodysWay() throws Exception {
    try (HeardNews news = HeardNews.add()) {
      start(Setup.plain().with("mode", "observe").withoutTarget());
      assertThat(sentences()).isEmpty();
      log(LogCall.error("Chat completion failed: " + QUOTA));
      log(LogCall.error("nothing of OpenAI"));
      List<Seen> logged =
          sibling().stream().filter(seen -> !seen.message().contains("[FIRING]")).toList();
      assertThat(logged)
          .extracting(Seen::message)
          .containsExactly("Chat completion failed: " + QUOTA, "nothing of OpenAI");
      assertThat(logged).noneMatch(seen -> seen.context().containsKey(KIND));
      Patience.await("the error to be counted")
          .until(() -> news.failures(ErrorKind.INSUFFICIENT_QUOTA) == 1);
    }
  }

  @Test
  void thatWhichObservesAlertsInTheLogOfTheOthers() throws Exception {
    start(Setup.plain().with("mode", "observe").withoutTarget());
    log(
        LogCall.error(
            "429: {\"error\": {\"message\": \"You have no credits remaining.\", \"type\":"
                + " \"insufficient_quota\", \"param\": null, \"code\":"
                + " \"credit_balance_exhausted\"}}"));
    Patience.await("an alert")
        .until(() -> sibling().stream().anyMatch(seen -> seen.message().contains("[FIRING]")));
  }

  @Test
  void thatWhichObservesDoublesNothingWhereItRefersToAnAppenderAllTheSame() throws Exception {
    start(Setup.plain().with("mode", "observe"));
    assertThat(sentences())
        .singleElement()
        .asString()
        .contains("hands no event on with mode 'observe'");
    log(LogCall.error("Chat completion failed: " + QUOTA));
    assertThat(target()).isEmpty();
  }

  @AfterEach
  final void stopTheFramework() {
    stop();
  }

  @Test
  void enrichesAnEventWithTheErrorInItsMessage() throws Exception {
    assertEnriches(LogCall.error("Chat completion failed: " + QUOTA));
  }

  @Test
  void enrichesAnEventWithTheErrorInAnArgumentThatTheMessageShows() throws Exception {
    assertEnriches(LogCall.error("Chat completion failed: {}").argument(QUOTA));
  }

  @Test
  void enrichesAnEventWithTheErrorInAnArgumentThatTheMessageDoesNotShow() throws Exception {
    assertEnriches(LogCall.error("Chat completion failed").argument(QUOTA));
  }

  @Test
  void enrichesAnEventWithTheErrorInItsThrowable() throws Exception {
    assertEnriches(LogCall.error("Chat completion failed").thrown(new RuntimeException(QUOTA)));
  }

  @Test
  void enrichesAnEventWithTheErrorInACauseTwoDeep() throws Exception {
    Throwable middle = new IllegalStateException("step 3 failed", new RuntimeException(QUOTA));
    assertEnriches(LogCall.error("Job failed").thrown(new RuntimeException("job 7", middle)));
  }

  @Test
  void enrichesAnEventWithTheErrorInASuppressedThrowable() throws Exception {
    RuntimeException thrown = new RuntimeException("no attempt succeeded");
    thrown.addSuppressed(new RuntimeException(QUOTA));
    assertEnriches(LogCall.error("Job failed").thrown(thrown));
  }

  @Test
  void enrichesAnEventWithTheErrorInAKeyValuePair() throws Exception {
    assumeTrue(hasKeyValues(), "this framework has no key-value pairs");
    assertEnriches(LogCall.error("Chat completion failed").keyValue("response", QUOTA));
  }

  @Test
  void enrichesAnEventWithTheErrorInItsContext() throws Exception {
    assertEnriches(LogCall.error("Chat completion failed").context(Map.of("response", QUOTA)));
  }

  @Test
  void whatAnEventsContextNamesIsNoEvidence() throws Exception {
    start(Setup.plain());
    log(
        LogCall.error("GET /orders answered 429 Too Many Requests")
            .context(Map.of("upstream", "api.openai.com", "client", "openai-proxy-7")));
    assertThat(only(target()).context()).doesNotContainKey("openai.error.kind");
  }

  @Test
  void noSecretOfAnEventGetsIntoAField() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Planted> planted =
        SecretShapes.all().stream().map(shape -> shape.make().apply(random)).toList();
    start(Setup.plain());
    for (Planted one : planted) {
      Throwable thrown = new IOException(one.text(), new IOException("because of " + one.text()));
      thrown.addSuppressed(new IOException(one.text()));
      LogCall call =
          LogCall.error(QUOTA + " " + one.text())
              .thrown(thrown)
              .context(Map.of("detail", one.text()));
      log(hasKeyValues() ? call.keyValue("api_key", one.text()) : call);
    }
    List<Seen> seen = target();
    assertThat(seen).hasSameSizeAs(planted);
    for (int i = 0; i < seen.size(); i++) {
      Map<String, String> fields = new HashMap<>(seen.get(i).context());
      fields.keySet().removeIf(name -> !name.startsWith(PREFIX));
      assertThat(fields).as("seed %s", seed).containsEntry(KIND, "insufficient_quota");
      assertThat(planted.get(i).leakedTo(fields.toString())).as("seed %s", seed).isEmpty();
    }
  }

  @Test
  void asksAThrowableAtMostOnceForWhatMayBeSlow() throws Exception {
    start(Setup.plain());
    HostileThrowable unread = new HostileThrowable(QUOTA, null);
    log(LogCall.error("Chat completion failed").level("DEBUG").thrown(unread));
    HostileThrowable read = new HostileThrowable(QUOTA, new IllegalStateException("job 7"));
    log(LogCall.error("Chat completion failed").thrown(read));
    assertThat(target().get(1).context()).containsEntry(KIND, "insufficient_quota");
    // Logback asks by itself, when it makes the event.
    assertThat(read.asked() - unread.asked()).isBetween(0, 1);
  }

  @Test
  void asksTextOfTheUsersOwnOnce() throws Exception {
    HostileText text = new HostileText(QUOTA, null);
    start(Setup.plain());
    log(LogCall.error("Chat completion failed").argument(text));
    assertThat(only(target()).context()).containsEntry(KIND, "insufficient_quota");
    assertThat(text.asked()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void judgesWhatIsLeftWhereAPieceOfTheEventFails(Error failure) throws Exception {
    start(Setup.plain());
    log(LogCall.error("Chat completion failed: " + QUOTA).argument(new HostileText("x", failure)));
    assertThat(only(target()).context()).containsEntry(KIND, "insufficient_quota");
    assertThat(sentences()).isEmpty();
  }

  static Stream<Error> failures() {
    return Stream.of(
        new AssertionError("hostile"), new StackOverflowError(), new OutOfMemoryError("hostile"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"openai", "openai.error", "openai.", "openai.error.", "openai.error.kind.sub"})
  void leavesItsFieldsOutWhereAKeyOfTheUsersTakesTheirRoom(String key) throws Exception {
    start(Setup.plain().filter(FilterAt.TARGET, Map.of("kinds", "insufficient_quota")));
    log(LogCall.error(QUOTA).context(Map.of(key, "on")));
    log(LogCall.error(QUOTA).context(Map.of(key, "on")));
    assertThat(target())
        .hasSize(2)
        .allSatisfy(seen -> assertThat(seen.context()).containsExactly(Map.entry(key, "on")));
    assertThat(sentences()).singleElement().asString().contains("the key '" + key + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openai.errors", "openai.other", "openai-key", "openaierror", "open"})
  void writesItsFieldsBesideAnyOtherKey(String key) throws Exception {
    start(Setup.plain());
    log(LogCall.error(QUOTA).context(Map.of(key, "on")));
    assertThat(only(target()).context()).containsKeys(KIND, key);
    assertThat(sentences()).isEmpty();
  }

  @Test
  void passesTheVerySameObjectOnWhenThereIsNoError() throws Exception {
    assumeTrue(handsOutOneObject(), "this framework hands out no event twice");
    start(Setup.plain());
    log(LogCall.error("The disk is full"));
    assertThat(only(target()).event()).isSameAs(only(sibling()).event());
  }

  @Test
  void leavesTheEventsOfOtherAppendersUntouched() throws Exception {
    start(Setup.plain());
    log(LogCall.error(QUOTA).context(Map.of("tenant", "blue")));
    assertThat(only(sibling()).context()).containsExactly(Map.entry("tenant", "blue"));
  }

  @Test
  void keepsEverythingElseOfAnEventThatItEnriches() throws Exception {
    Throwable thrown = new RuntimeException(QUOTA);
    start(Setup.plain());
    log(LogCall.error("Call {} failed").level("WARN").argument("c-1").thrown(thrown));
    Seen seen = only(target());
    assertThat(seen.context()).containsKey(KIND);
    assertThat(seen.message()).isEqualTo("Call c-1 failed");
    assertThat(seen.level()).isEqualTo("WARN");
    assertThat(seen.thread()).isEqualTo(Thread.currentThread().getName());
    assertThat(seen.thrown()).isSameAs(thrown);
  }

  @Test
  void keepsTheUsersContext() throws Exception {
    start(Setup.plain());
    log(LogCall.error(QUOTA).context(Map.of("tenant", "blue", "request", "r-1")));
    assertThat(only(target()).context())
        .containsKey(KIND)
        .containsEntry("tenant", "blue")
        .containsEntry("request", "r-1");
  }

  @Test
  void writesNothingIntoTheContextOfTheThread() throws Exception {
    start(Setup.plain());
    log(LogCall.error(QUOTA));
    log(LogCall.error("The disk is full"));
    assertThat(target().get(1).context()).isEmpty();
  }

  @Test
  void writesOnlyTheWantedFields() throws Exception {
    start(Setup.plain().with("fields", "retryable, kind"));
    log(LogCall.error(QUOTA));
    assertThat(only(target()).context())
        .containsOnly(
            Map.entry(KIND, "insufficient_quota"), Map.entry(PREFIX + "retryable", "false"));
  }

  @ParameterizedTest
  @CsvSource({"INFO, true", "DEBUG, false", "TRACE, false"})
  void readsEventsFromInfoOnUnlessToldOtherwise(String level, boolean read) throws Exception {
    TestAnalyzer analyzer = TestAnalyzer.counting();
    start(Setup.plain().analyzer(analyzer));
    log(LogCall.error(QUOTA).level(level));
    assertThat(only(target()).context().containsKey(KIND)).isEqualTo(read);
    assertThat(analyzer.calls()).isEqualTo(read ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"debug, DEBUG, true", "ERROR, WARN, false", "ERROR, ERROR, true"})
  void readsEventsFromTheConfiguredLevelOn(String least, String level, boolean read)
      throws Exception {
    start(Setup.plain().with("level", least));
    log(LogCall.error(QUOTA).level(level));
    assertThat(only(target()).context().containsKey(KIND)).isEqualTo(read);
  }

  @ParameterizedTest
  @EnumSource
  void losesAndDuplicatesNothingWithEightThreads(Health health) throws Exception {
    // On a slow machine there would be one of so many errors.
    start(health.setup().with("alerts", "off"));
    logFromThreads(Executors.newFixedThreadPool(8));
    assertAllArrived(target(), health == Health.SOUND);
    assertAllArrived(sibling(), false);
  }

  @ParameterizedTest
  @EnumSource
  void losesAndDuplicatesNothingWithVirtualThreads(Health health) throws Exception {
    ExecutorService threads = virtualThreads();
    start(health.setup().with("alerts", "off"));
    logFromThreads(threads);
    assertAllArrived(target(), health == Health.SOUND);
    assertAllArrived(sibling(), false);
  }

  @Test
  void reportsOnceThatTheAnalysisFails() throws Exception {
    start(Health.THROWS_EXCEPTIONS.setup());
    log(LogCall.error(QUOTA));
    log(LogCall.error(QUOTA));
    assertThat(sentences()).singleElement().asString().contains("could not be analysed");
    assertThat(target()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "TARGET, insufficient_quota, true",
    "TARGET, 'rate_limit_exceeded, insufficient_quota', true",
    "TARGET, rate_limit_exceeded, false",
    "SIBLING, insufficient_quota, true",
    "SIBLING, rate_limit_exceeded, false"
  })
  void filtersByKind(FilterAt place, String kinds, boolean passes) throws Exception {
    start(Setup.plain().filter(place, Map.of("kinds", kinds)));
    log(LogCall.error(QUOTA));
    assertThat(at(place)).hasSize(passes ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "TARGET, false, true",
    "TARGET, true, false",
    "SIBLING, FALSE, true",
    "SIBLING, true, false"
  })
  void filtersByRetryability(FilterAt place, String retryable, boolean passes) throws Exception {
    start(Setup.plain().filter(place, Map.of("retryable", retryable)));
    log(LogCall.error(QUOTA));
    assertThat(at(place)).hasSize(passes ? 1 : 0);
  }

  @Test
  void filtersEnrichedEventsWhateverFieldsAreWritten() throws Exception {
    start(
        Setup.plain()
            .with("fields", "fix")
            .filter(FilterAt.TARGET, Map.of("kinds", "insufficient_quota", "retryable", "false")));
    log(LogCall.error(QUOTA));
    assertThat(target()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOWHERE")
  void filtersOutEventsWithoutAnError(FilterAt place) throws Exception {
    start(Setup.plain().filter(place, Map.of()));
    log(LogCall.error("The disk is full"));
    log(LogCall.error(QUOTA));
    assertThat(only(at(place)).message()).isEqualTo(QUOTA);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOWHERE")
  void filtersOutErrorsWhereThatIsWanted(FilterAt place) throws Exception {
    start(Setup.plain().filter(place, Map.of("onMatch", "deny", "onMismatch", "neutral")));
    log(LogCall.error("The disk is full"));
    log(LogCall.error(QUOTA));
    assertThat(only(at(place)).message()).isEqualTo("The disk is full");
  }

  @Test
  void aFilterDropsNothingWhereTheAnalysisFails() throws Exception {
    start(Health.THROWS_EXCEPTIONS.setup().filter(FilterAt.SIBLING, Map.of()));
    log(LogCall.error(QUOTA));
    assertThat(sibling()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"kinds, quota_gone", "retryable, maybe"})
  void aMisspeltSettingDoesNotMakeAFilterDropMoreThanWasMeant(String setting, String value)
      throws Exception {
    start(
        Setup.plain()
            .filter(
                FilterAt.TARGET,
                Map.of(setting, value, "onMatch", "DENY", "onMismatch", "NEUTRAL")));
    log(LogCall.error(QUOTA));
    assertThat(target()).hasSize(1);
    assertThat(sentences())
        .singleElement()
        .asString()
        .contains(setting, "'" + value + "'", "no event is dropped for matching");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysOneSentenceForAMistakeAndKeepsEventsFlowing(Mistake mistake) throws Exception {
    start(mistake.setup());
    log(LogCall.error(QUOTA));
    assertThat(sentences()).singleElement().asString().contains(mistake.told());
    assertThat(target()).hasSize(mistake.setup().target() ? 1 : 0);
    assertThat(sibling()).hasSize(1);
  }

  @Test
  void saysOneSentencePerMistake() throws Exception {
    start(
        Setup.plain()
            .with("fields", "kind, fxi, modle")
            .with("levle", "INFO")
            .with("providers", "opnai"));
    log(LogCall.error(QUOTA));
    assertThat(sentences()).hasSize(4);
    assertThat(only(target()).context()).containsOnlyKeys(KIND);
  }

  @Test
  void saysNothingAboutACorrectConfiguration() throws Exception {
    start(
        Setup.plain()
            .with("fields", "kind, retryable, fix")
            .with("level", "WARN")
            .with("providers", "openai, azure, compatible, unknown")
            .filter(
                FilterAt.TARGET,
                Map.of(
                    "kinds", "insufficient_quota rate_limit_exceeded",
                    "retryable", "false",
                    "onMatch", "ACCEPT",
                    "onMismatch", "DENY")));
    log(LogCall.error(QUOTA));
    assertThat(sentences()).isEmpty();
    assertThat(target()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TARGET")
  void neverReadsTheEventsByWhichWeAlert(FilterAt place) throws Exception {
    TestAnalyzer analyzer = TestAnalyzer.counting();
    start(Setup.plain().filter(place, Map.of()).analyzer(analyzer));
    log(LogCall.error(QUOTA).logger("openai.alerts").marker("OPENAI_ALERT"));
    assertThat(analyzer.calls()).isZero();
    assertThat(only(target()).context()).isEmpty();
  }

  @Test
  void readsWhatOthersLogUnderTheNameOrTheMarkerOfOurAlerts() throws Exception {
    start(Setup.plain());
    log(LogCall.error(QUOTA).logger("openai.alerts"));
    log(LogCall.error(QUOTA).marker("OPENAI_ALERT"));
    assertThat(target())
        .hasSize(2)
        .allSatisfy(seen -> assertThat(seen.context()).containsKey(KIND));
  }

  @Test
  void enrichesOnceWhereTwoOfOurAppendersStandInARow() throws Exception {
    TestAnalyzer analyzer = TestAnalyzer.counting();
    start(Setup.plain().with("fields", "fix").again(Map.of()).analyzer(analyzer));
    log(LogCall.error(QUOTA));
    assertThat(only(target()).context()).containsOnlyKeys(PREFIX + "fix");
    assertThat(analyzer.calls()).isEqualTo(1);
  }

  @Test
  void leavesAnEventAloneThatSomebodyElseEnriched() throws Exception {
    start(Setup.plain());
    log(LogCall.error(QUOTA).context(Map.of(KIND, "rate_limit_exceeded")));
    assertThat(only(target()).context()).containsExactly(Map.entry(KIND, "rate_limit_exceeded"));
  }

  @ParameterizedTest
  @CsvSource({
    "rate_limit_exceeded, , true",
    "rate_limit_exceeded, false, false",
    "insufficient_quota, , false",
    "no_kind_of_ours, , false"
  })
  void aFilterTrustsTheFieldsThatSomebodyElseWrote(
      String kind, @Nullable String retryable, boolean passes) throws Exception {
    Map<String, String> written = new HashMap<>(Map.of(KIND, kind));
    if (retryable != null) {
      written.put(PREFIX + "retryable", retryable);
    }
    start(Setup.plain().filter(FilterAt.SIBLING, Map.of("retryable", "true")));
    log(LogCall.error("The chat failed").context(written));
    assertThat(sibling()).hasSize(passes ? 1 : 0);
  }

  @Test
  void stopsItsTargetWhenItIsStopped() throws Exception {
    start(Setup.plain());
    assertThat(targetIsStarted()).isTrue();
    stop();
    assertThat(targetIsStarted()).isFalse();
  }

  @Test
  void leavesNoThreadWhenItIsStopped() throws Exception {
    Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
    start(Setup.plain());
    log(LogCall.error(QUOTA));
    stop();
    Set<Thread> ours = new HashSet<>(Thread.getAllStackTraces().keySet());
    ours.removeAll(before);
    for (Thread thread : ours) {
      thread.join(Patience.LONG.toMillis());
    }
    assertThat(ours).noneMatch(Thread::isAlive);
  }

  /** Whether the analysis works, or how it fails. */
  enum Health {
    SOUND,
    THROWS_EXCEPTIONS,
    THROWS_ERRORS;

    Setup setup() {
      return switch (this) {
        case SOUND -> Setup.plain();
        case THROWS_EXCEPTIONS ->
            Setup.plain().analyzer(TestAnalyzer.failing(new IllegalStateException("a bug")));
        case THROWS_ERRORS ->
            Setup.plain().analyzer(TestAnalyzer.failing(new NoClassDefFoundError("a/Class")));
      };
    }
  }

  /**
   * A mistake in a configuration.
   *
   * @param told what the sentence about it has to say
   */
  record Mistake(Setup setup, List<String> told) {
    Mistake(Setup setup, String... told) {
      this(setup, List.of(told));
    }

    @Override
    public String toString() {
      return String.join(" ", told);
    }
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake(
            Setup.plain().with("fields", "kind, retriable"),
            "fields",
            "'retriable'",
            "'retryable'"),
        new Mistake(
            Setup.plain().with("fields", "retriable"), "fields", "'retriable'", "all are used"),
        new Mistake(Setup.plain().with("level", "INFOO"), "level", "'INFOO'", "'INFO'"),
        new Mistake(Setup.plain().with("providers", "openia"), "providers", "'openia'", "'openai'"),
        new Mistake(Setup.plain().with("feilds", "kind"), "'feilds'", "'fields'"),
        new Mistake(Setup.plain().withoutTarget(), "refers to no declared appender"),
        new Mistake(Setup.plain().with("mode", "obsreve"), "'obsreve'", "'observe'"),
        filterMistake("kinds", "insuficient_quota", "'insufficient_quota'"),
        filterMistake("retryable", "maybe", "true nor false"),
        filterMistake("onMatch", "ACEPT", "'ACCEPT'"),
        filterMistake("onMismatch", "drop", "DENY"),
        new Mistake(
            Setup.plain().filter(FilterAt.TARGET, Map.of("kind", "insufficient_quota")),
            "'kind'",
            "'kinds'"));
  }

  private static Mistake filterMistake(String setting, String value, String advice) {
    return new Mistake(
        Setup.plain().filter(FilterAt.TARGET, Map.of(setting, value)),
        setting,
        "'" + value + "'",
        advice);
  }

  private void assertEnriches(LogCall call) throws Exception {
    start(Setup.plain());
    log(call);
    assertThat(only(target()).context())
        .containsEntry(KIND, "insufficient_quota")
        .containsEntry(PREFIX + "retryable", "false")
        .containsKey(PREFIX + "fix");
    assertThat(sentences()).isEmpty();
  }

  private List<Seen> at(FilterAt place) {
    return place == FilterAt.TARGET ? target() : sibling();
  }

  private static Seen only(List<Seen> seen) {
    assertThat(seen).hasSize(1);
    return seen.get(0);
  }

  private static final int TASKS = 8;
  private static final int EVENTS_PER_TASK = 500;

  /** Each task logs numbered events, every fifth of which carries an error. */
  private void logFromThreads(ExecutorService threads) throws Exception {
    try {
      List<Callable<@Nullable Void>> tasks = new ArrayList<>();
      for (int task = 0; task < TASKS; task++) {
        int number = task;
        tasks.add(
            () -> {
              for (int i = 0; i < EVENTS_PER_TASK; i++) {
                log(LogCall.error(numbered(number, i)));
              }
              return null;
            });
      }
      for (Future<@Nullable Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertAllArrived(List<Seen> seen, boolean enriched) {
    assertThat(seen).hasSize(TASKS * EVENTS_PER_TASK);
    for (int task = 0; task < TASKS; task++) {
      int number = task;
      List<String> expected =
          IntStream.range(0, EVENTS_PER_TASK).mapToObj(i -> numbered(number, i)).toList();
      assertThat(
              seen.stream()
                  .map(Seen::message)
                  .filter(message -> message.startsWith("task " + number + " "))
                  .toList())
          .isEqualTo(expected);
    }
    assertThat(seen)
        .allSatisfy(
            one ->
                assertThat(one.context().containsKey(KIND))
                    .isEqualTo(enriched && one.message().endsWith(QUOTA)));
  }

  private static String numbered(int task, int event) {
    return "task " + task + " event " + event + (event % 5 == 0 ? ": " + QUOTA : "");
  }

  static ExecutorService virtualThreads() throws ReflectiveOperationException {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException beforeJdk21) {
      return abort("needs JDK 21");
    }
  }
}

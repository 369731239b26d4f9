package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes alerts of an exhausted quota that differ in what a test is about. */
final class TestAlert {

  static final Instant START = Instant.parse("2026-11-23T09:12:07.114Z");
  static final Instant LAST_SEEN = Instant.parse("2026-11-23T09:39:12.001Z");

  private String group = "";
  private Alert.Resolution resolution = Alert.Resolution.QUIET;
  private AlertState state = AlertState.FIRING;
  private String id = "01JD5";
  private String rule = "quota";
  private Severity severity = Severity.CRITICAL;
  private ErrorKind kind = ErrorKind.INSUFFICIENT_QUOTA;
  private @Nullable String service = "chat-api";
  private @Nullable String instance = "chat-api-7d9f-x2";
  private Duration quiet = Duration.ofMinutes(30);
  private Instant startsAt = START;
  private Instant lastSeen = LAST_SEEN;
  private String title = "OpenAI quota exhausted: chat-api (prod)";
  private @Nullable String everyText;
  private boolean bare;
  private boolean retryable;

  static TestAlert of(AlertState state) {
    TestAlert alert = new TestAlert();
    alert.state = state;
    return alert;
  }

  static Alert firing(String id) {
    return of(AlertState.FIRING).id(id).make();
  }

  TestAlert id(String value) {
    id = value;
    return this;
  }

  TestAlert rule(String value) {
    rule = value;
    return this;
  }

  TestAlert severity(Severity value) {
    severity = value;
    return this;
  }

  TestAlert title(String value) {
    title = value;
    return this;
  }

  TestAlert kind(ErrorKind value) {
    kind = value;
    return this;
  }

  TestAlert retryable() {
    retryable = true;
    return this;
  }

  TestAlert service(String value) {
    service = value;
    return this;
  }

  TestAlert instance(String value) {
    instance = value;
    return this;
  }

  TestAlert quiet(Duration value) {
    quiet = value;
    return this;
  }

  TestAlert seen(Instant first, Instant last) {
    startsAt = first;
    lastSeen = last;
    return this;
  }

  /** The same text wherever text of strangers may be. */
  TestAlert everyText(String value) {
    everyText = value;
    return this;
  }

  TestAlert group(String value) {
    group = value;
    return this;
  }

  TestAlert resolution(Alert.Resolution value) {
    resolution = value;
    return this;
  }

  /** Without anything that may be missing. */
  TestAlert bare() {
    bare = true;
    service = null;
    instance = null;
    return this;
  }

  Alert make() {
    boolean open = state.isOpen();
    return new Alert(
        id,
        state,
        rule,
        group,
        severity,
        new Alert.Cause(
            kind,
            bare ? null : text("project_spend_limit_exceeded"),
            Provider.OPENAI,
            retryable,
            bare ? null : Duration.ofMillis(1_500)),
        new Origin(
            service == null ? null : text(service),
            bare ? null : text("prod"),
            instance == null ? null : text(instance),
            bare ? Map.of() : Map.of("team", "payments")),
        new Alert.Times(
            lastSeen,
            startsAt,
            lastSeen,
            open && !bare ? lastSeen.plus(quiet) : null,
            open && !bare ? Instant.parse("2026-11-23T10:12:07.114Z") : null),
        new Alert.Counts(41, 24, 1.514, 9, null),
        new Alert.Progress(0, false, state == AlertState.RESOLVED ? resolution : null),
        bare ? Map.of() : facets(),
        bare ? null : sample(),
        new Alert.Text(
            text(title),
            text("41 refusals since 09:12:07 (27 min), 1.5/min"),
            text("This project reached its spend limit."),
            text("Raise or remove the project's limit, or wait for the monthly reset."),
            bare ? null : text("Owner: open the project's limits page."),
            "https://platform.openai.com/docs/guides/error-codes",
            bare ? null : "https://wiki.example.com/runbooks/quota",
            bare ? null : "https://logs.example.com/?q=chat-api&from=1@2"));
  }

  private Map<String, Map<String, Long>> facets() {
    Map<String, Long> models = new LinkedHashMap<>();
    models.put(text("gpt-4o"), 30L);
    if (everyText == null) {
      models.put("o3", 11L);
    }
    Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
    facets.put("model", models);
    facets.put("logger", Map.of(text("c.a.ChatService"), 41L));
    facets.put("limit", Map.of());
    return facets;
  }

  private Alert.Sample sample() {
    return new Alert.Sample(
        startsAt,
        text("c.a.ChatService"),
        text("429 You exceeded your current quota."),
        text("req_7"));
  }

  private String text(String usual) {
    return everyText == null ? usual : everyText;
  }
}

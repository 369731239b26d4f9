package dev.openaierrors.alert;

import static dev.openaierrors.error.ErrorKind.INSUFFICIENT_QUOTA;
import static dev.openaierrors.error.ErrorKind.SLOW_DOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read. */
class AlertTextTest {

  private static final OpenAiError QUOTA =
      new Times.Draft(INSUFFICIENT_QUOTA)
          .code("project_spend_limit_exceeded")
          .attempt(1, 2)
          .build();

  @Test
  void saysWhatIsOpenAndWhatToDo() {
    Times service = new Times().fail(QUOTA, 41, "40s");
    Alert open = service.engine.open(service.now()).get(0);

    assertThat(open.text().title()).isEqualTo("OpenAI quota exhausted: chat-api (prod)");
    assertThat(open.cause().code()).isEqualTo("project_spend_limit_exceeded");
    assertThat(open.text().summary()).isEqualTo("41 refusals since 09:00:00 UTC (27 min), 1.5/min");
    assertThat(open.dimensions())
        .containsEntry("model", Map.of("gpt-4o", 41L))
        .containsEntry("logger", Map.of("com.acme.Chat", 41L));
    assertThat(open.text().fix())
        .isEqualTo(
            "Raise or remove this project's spend limit in its limit settings; other projects still"
                + " work.");
    assertThat(open.text().nextStep())
        .isEqualTo(
            "Your client retries what cannot succeed (up to 2 attempts a call): switch that off. Ask"
                + " the account owner to check billing and limits; disable retries for this error.");
    assertThat(open.times().nextNotice()).isEqualTo("2026-11-23T10:00:00Z");
  }

  @Test
  void saysOfTheEndWhyItIsOne() {
    Times service = new Times().fail(QUOTA, 41, "40s").pass("31m");

    assertThat(service.last().text().summary())
        .isEqualTo(
            "No failures logged for 30 min; 41 refusals from 09:00:00 UTC to 09:26:40 UTC (27 min),"
                + " at most 2 in a minute. Logs do not record successes, so an idle service looks"
                + " the same.");
    assertThat(service.last().progress().resolution()).isEqualTo(Alert.Resolution.QUIET);
  }

  @Test
  void namesTimesInTheZoneOfItsPeopleAndSaysWhichThatIs() {
    Times service =
        new Times(new Origin("chat-api", "prod", "pod-1").in(ZoneId.of("Asia/Kolkata")));

    service.fail(new Times.Draft(SLOW_DOWN).build());
    assertThat(service.last().text().summary()).isEqualTo("1 failure at 14:30:00 UTC+05:30");
    assertThat(service.last().text().nextStep())
        .contains("Raise the rate not before 14:45:00 UTC+05:30.");

    service.fail(QUOTA).pass("25m").fail(QUOTA).pass("40h");
    assertThat(service.last().text().summary())
        .contains("2 refusals from 14:30:00 UTC+05:30 to 14:55:00 UTC+05:30");
  }

  @Test
  void isOneLineForALog() {
    assertThat(AlertText.line(new Times().fail(QUOTA).last()))
        .startsWith(
            "[FIRING] OpenAI quota exhausted: chat-api (prod). 1 refusal at 09:00:00 UTC; code"
                + " project_spend_limit_exceeded; model gpt-4o; instance pod-1. Not retryable. Fix: ")
        .doesNotContain("\n");
  }

  @Test
  void namesWhatFailsHowOftenWhereNotAllIsTheSame() {
    Times service = new Times();
    for (int i = 0; i < 50; i++) {
      service.fail(new Times.Draft(ErrorKind.SERVER_ERROR).model("m" + i % 5).build()).pass("20s");
    }

    assertThat(AlertText.line(service.last()))
        .contains("; models m0 ", ", m1 ", " and more; instance");
  }

  @Test
  void tellsNoFixOfWhatIsOver() {
    assertThat(AlertText.line(new Times().fail(QUOTA, 41, "40s").pass("31m").last()))
        .startsWith("[RESOLVED]")
        .doesNotContain("Fix:");
  }

  @Test
  void saysHowRarelyItFails() {
    Times service = new Times().fail(ErrorKind.SERVER_ERROR, 12, "30m");

    assertThat(service.engine.open(service.now()).get(0).text().summary())
        .isEqualTo("12 failures since 09:00:00 UTC (5.5 h), 1 in 30 min");
  }

  @ParameterizedTest
  @CsvSource({
    "OPENAI, OpenAI fails to serve",
    "AZURE, Azure OpenAI fails to serve",
    "COMPATIBLE, OpenAI-compatible service fails to serve",
  })
  void namesWhoFails(Provider provider, String title) {
    OpenAiError error = new Times.Draft(ErrorKind.SERVER_ERROR).provider(provider).build();
    Alert alert = new Times().fail(error, 12, "20s").last();

    assertThat(alert.text().title()).isEqualTo(title + ": chat-api (prod)");
    assertThat(alert.text().nextStep())
        .contains(provider == Provider.COMPATIBLE ? "the service's status page" : "status.openai");
  }

  @Test
  void refusedContentIsNoMatterOfADeployment() {
    Alert alert = new Times().fail(ErrorKind.CONTENT_POLICY_VIOLATION, 50, "8s").last();

    assertThat(alert.text().title()).startsWith("OpenAI refuses content");
    assertThat(alert.text().nextStep()).doesNotContain("deployment");
  }

  @Test
  void hasFieldsForMachines() {
    Alert alert = new Times().fail(QUOTA).last();

    assertThat(AlertText.fields(alert))
        .containsEntry("openai.alert.state", "firing")
        .containsEntry("openai.alert.rule", "quota")
        .containsEntry("openai.alert.severity", "critical")
        .containsEntry("openai.alert.id", alert.id())
        .containsEntry("openai.alert.count", "1")
        .containsEntry("openai.alert.since", "2026-11-23T09:00:00Z")
        .containsEntry("openai.alert.kind", "insufficient_quota")
        .containsEntry("openai.alert.retryable", "false")
        .containsEntry("openai.alert.fix", alert.text().fix())
        .containsEntry("openai.alert.service", "chat-api")
        .hasSize(10);
  }

  @Test
  void staysWithinItsBoundsWhateverComes() {
    OpenAiError longest =
        new Times.Draft(INSUFFICIENT_QUOTA)
            .code("c".repeat(100))
            .model("m-1".repeat(30))
            .message("x".repeat(5000), "org-" + "y".repeat(50))
            .build();
    AlertEngine engine =
        new AlertEngine(
            new AlertRules(
                DefaultRules.all(), Grouping.by(Dimension.MODEL, Dimension.CODE), 256, true),
            new Origin("s".repeat(900), "e\n".repeat(900), "i".repeat(900)));
    List<Alert> alerts = new java.util.ArrayList<>();
    for (int i = 0; i < 10; i++) {
      String logger = "l".repeat(100_000) + i;
      alerts.addAll(
          engine.onFailure(
              new Failure(
                  Times.START.plus(Duration.ofMinutes(i)),
                  longest,
                  new Failure.Source(logger, null, "t" + i),
                  null,
                  i)));
    }

    assertThat(alerts).hasSize(1);
    assertThat(AlertText.line(alerts.get(0))).hasSizeLessThanOrEqualTo(1_200).doesNotContain("\n");
    assertThat(alerts.get(0).toString()).hasSizeLessThan(6000);
  }

  @Test
  void idsAreTheSameForTheSameIncidentAndSortByTime() {
    String one = new Times().fail(QUOTA).last().id();
    Times later = new Times();
    later.pass("1s");

    assertThat(new Times().fail(QUOTA).last().id()).isEqualTo(one).matches("[0-9A-Z]{20}");
    assertThat(later.fail(QUOTA).last().id()).isGreaterThan(one);
  }
}

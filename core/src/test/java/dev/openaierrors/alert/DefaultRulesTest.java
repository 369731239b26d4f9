package dev.openaierrors.alert;

import static dev.openaierrors.error.ErrorKind.CONNECTION_ERROR;
import static dev.openaierrors.error.ErrorKind.CONTENT_POLICY_VIOLATION;
import static dev.openaierrors.error.ErrorKind.CONTEXT_LENGTH_EXCEEDED;
import static dev.openaierrors.error.ErrorKind.ENGINE_OVERLOADED;
import static dev.openaierrors.error.ErrorKind.INSUFFICIENT_QUOTA;
import static dev.openaierrors.error.ErrorKind.INVALID_API_KEY;
import static dev.openaierrors.error.ErrorKind.INVALID_REQUEST;
import static dev.openaierrors.error.ErrorKind.MODEL_NOT_FOUND;
import static dev.openaierrors.error.ErrorKind.PERMISSION_DENIED;
import static dev.openaierrors.error.ErrorKind.RATE_LIMIT_EXCEEDED;
import static dev.openaierrors.error.ErrorKind.SERVER_ERROR;
import static dev.openaierrors.error.ErrorKind.SLOW_DOWN;
import static dev.openaierrors.error.ErrorKind.TIMEOUT;
import static dev.openaierrors.error.ErrorKind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that hold where a configuration says nothing else. */
class DefaultRulesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "credentials        | first                                             | critical | 30m | true  | 1h   | 24h",
        "access             | first                                             | critical | 30m | true  | 1h   | 24h",
        "quota              | explicit code or 3 in 10m over 2 minutes or 500 in 1m or again | critical | 30m | true  | 1h   | 24h",
        "rate-limit-burst   | 20 in 1m                                          | info     | 5m  | false | none | none",
        "rate-limit-chronic | 10 of 15 minutes or 8 spread over 2h in 6h       | warning  | 15m | true  | 4h   | 24h",
        "rate-limit-daily   | 3 in 1h                                           | warning  | 1h  | true  | none | none",
        "request-too-large  | 3 in 1h or 3 spread over 30m in 6h               | warning  | 30m | true  | 24h  | 24h",
        "slow-down          | first                                             | warning  | 15m | true  | none | none",
        "outage             | 10 in 5m over 2 minutes or 500 in 1m or 5 spread over 10m in 30m or 4 spread over 30m in 6h | warning | 10m | true  | 30m  | 4h",
        "unreachable        | 5 in 5m over 2 minutes or 500 in 1m or 5 spread over 10m in 30m or 4 spread over 30m in 6h | warning  | 10m | true  | 1h   | 12h",
        "misconfigured      | 2 in 1h or 2 spread over 10m in 72h               | warning  | 1h  | true  | 4h   | 24h",
        "bad-requests       | 50 in 10m over 5 minutes or 500 in 1m or 20 spread over 10m in 15m or 8 spread over 30m in 6h | warning  | 30m | true  | none | none",
        "unclassified       | 10 in 10m over 2 minutes or 500 in 1m or 8 spread over 30m in 6h | info     | 30m | true  | 24h  | 24h",
      })
  void areTheseThirteen(
      String name,
      String when,
      String severity,
      String quiet,
      boolean adapts,
      @org.jspecify.annotations.Nullable String reminder,
      @org.jspecify.annotations.Nullable String longest) {
    AlertRule rule = rule(name);

    assertThat(When.words(rule.when())).isEqualTo(when);
    assertThat(rule.severity().id()).isEqualTo(severity);
    assertThat(rule.quiet()).isEqualTo(new AlertRule.Quiet(Durations.parse(quiet), adapts, adapts));
    assertThat(rule.reminders())
        .isEqualTo(
            reminder == null || longest == null
                ? null
                : new AlertRule.Reminders(Durations.parse(reminder), 2, Durations.parse(longest)));
    assertThat(rule.text().nextStep()).isNotBlank();
    assertThat(DefaultRules.all()).hasSize(13);
  }

  @ParameterizedTest
  @EnumSource
  void noKindIsLeftOut(ErrorKind kind) {
    assertThat(DefaultRules.all()).anyMatch(rule -> rule.kinds().contains(kind));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid_api_key",
        "invalid_authentication",
        "account_deactivated",
        "not_organization_member",
      })
  void credentialsFireAtTheFirstRefusal(String kind) {
    assertThat(new Times().fail(kind(kind)).told()).containsExactly("firing credentials");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ip_not_authorized", "unsupported_country_region_territory"})
  void accessFiresAtTheFirstRefusal(String kind) {
    assertThat(new Times().fail(kind(kind)).told()).containsExactly("firing access");
  }

  @Test
  void manyDifferentKeysAreUsersOwnAndOnlyAWarning() {
    Times service = new Times();
    for (String key : List.of("aaaa", "bbbb", "cccc", "dddd")) {
      service.fail(new Times.Draft(INVALID_API_KEY).key(key).build());
    }

    Alert open = service.engine.open(service.now()).get(0);
    assertThat(open.severity()).isEqualTo(Severity.WARNING);
    assertThat(open.text().nextStep()).contains("your users' own");
    assertThat(service.alerts).extracting(Alert::severity).containsOnly(Severity.WARNING);
  }

  @Test
  void aKeyThatStaysRefusedIsCritical() {
    OpenAiError mistyped = new Times.Draft(INVALID_API_KEY).key("aaaa").build();
    Times service = new Times().fail(mistyped, 5, "2m");
    assertThat(service.alerts).extracting(Alert::severity).containsExactly(Severity.WARNING);

    service.fail(mistyped, 2, "2m");
    assertThat(service.last().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(service.told()).containsExactly("firing credentials", "escalated credentials");
  }

  @Test
  void whereNoKeyIsNamedItIsTheServicesOwn() {
    assertThat(new Times().fail(INVALID_API_KEY).last().severity()).isEqualTo(Severity.CRITICAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "credit_balance_exhausted",
        "organization_spend_limit_exceeded",
        "project_spend_limit_exceeded",
        "organization_usage_limit_exceeded",
        "billing_hard_limit_reached",
        "billing_not_active",
      })
  void anExplicitCodeOfTheQuotaFiresAtOnce(String code) {
    Times service = new Times().fail(new Times.Draft(INSUFFICIENT_QUOTA).code(code).build());

    assertThat(service.last().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(service.last().cause().code()).isEqualTo(code);
    assertThat(service.told()).containsExactly("firing quota");
  }

  @Test
  void aPlainQuotaRefusalHasToLast() {
    OpenAiError plain = new Times.Draft(INSUFFICIENT_QUOTA).code("insufficient_quota").build();

    assertThat(new Times().fail(plain, 5, "1s").told()).as("one minute").isEmpty();
    assertThat(new Times().fail(plain, 3, "1m").told()).containsExactly("firing quota");
    assertThat(new Times().fail(plain, 2, "9m").told()).isEmpty();
    assertThat(new Times().fail(plain, 2, "8h").told()).as("again").containsExactly("firing quota");
  }

  @Test
  void aClientThatRetriesWhatCannotSucceedIsNamed() {
    Times service = new Times();
    for (int attempt = 1; attempt <= 3; attempt++) {
      service.fail(new Times.Draft(INSUFFICIENT_QUOTA).attempt(attempt, 3).build()).pass("1m");
    }

    assertThat(service.last().text().nextStep())
        .contains("retries what cannot succeed (up to 3 attempts a call)");
    assertThat(service.last().dimensions().get("attempts")).containsKey("3 of 3");
  }

  @Test
  void aBurstOfRateLimitsIsAnInformation() {
    OpenAiError limited = new Times.Draft(RATE_LIMIT_EXCEEDED).limit("tpm").build();

    assertThat(new Times().fail(limited, 19, "3s").told()).isEmpty();
    Times service = new Times().fail(limited, 20, "3s");
    assertThat(service.last().severity()).isEqualTo(Severity.INFO);
    assertThat(service.told()).containsExactly("firing rate-limit-burst");
    assertThat(service.pass("5m").told()).containsExactly("resolved rate-limit-burst");
  }

  @Test
  void rateLimitsInTenOfFifteenMinutesAreChronic() {
    OpenAiError limited =
        new Times.Draft(RATE_LIMIT_EXCEEDED).limit("tpm").limits(30_000, 29_000, 2_000).build();

    assertThat(new Times().fail(limited, 9, "1m").told()).isEmpty();
    Times service = new Times().fail(limited, 10, "1m");
    assertThat(service.last().dimensions().get("limit")).containsExactly(entry("tpm 30000", 10L));
    assertThat(service.told()).containsExactly("firing rate-limit-chronic");
  }

  @Test
  void aDailyLimitIsOpenUntilItsReset() {
    OpenAiError limited =
        new Times.Draft(RATE_LIMIT_EXCEEDED).limit("rpd").retryAfter("3h").build();
    Times service = new Times().fail(limited, 3, "1m");

    assertThat(service.last().text().nextStep()).contains("reset at 12:02:00 UTC");
    assertThat(service.told()).containsExactly("firing rate-limit-daily");
    assertThat(service.pass("3h").told()).isEmpty();
    assertThat(service.pass("5m").told()).containsExactly("resolved rate-limit-daily");
  }

  @Test
  void aWaitOfTenMinutesIsLikeADailyLimit() {
    OpenAiError limited = new Times.Draft(RATE_LIMIT_EXCEEDED).retryAfter("10m").build();

    assertThat(new Times().fail(limited, 3, "20m").told())
        .containsExactly("firing rate-limit-daily");
  }

  @Test
  void requestsLargerThanTheirLimitAreNoMatterOfWaiting() {
    OpenAiError large = new Times.Draft(RATE_LIMIT_EXCEEDED).limit("tpm").retryable(false).build();
    Times service = new Times().fail(large, 3, "10m");

    assertThat(service.last().cause().retryable()).isFalse();
    assertThat(service.told()).containsExactly("firing request-too-large");
  }

  @Test
  void anAskToSlowDownStaysForFifteenMinutes() {
    Times service = new Times().fail(SLOW_DOWN);

    assertThat(service.last().severity()).isEqualTo(Severity.WARNING);
    assertThat(service.last().text().nextStep()).contains("not before 09:15:00 UTC");
    service.fail(SLOW_DOWN, 20, "30s").told();
    assertThat(service.pass("14m").told()).isEmpty();
    assertThat(service.pass("1m").told()).containsExactly("resolved slow-down");
  }

  @Test
  void anOutageIsManyErrorsOrLastingOnes() {
    assertThat(new Times().fail(SERVER_ERROR, 30, "1s").told()).as("one minute").isEmpty();
    assertThat(new Times().fail(SERVER_ERROR, 10, "25s").told()).containsExactly("firing outage");
    assertThat(new Times().fail(SERVER_ERROR, 500, "100ms").told())
        .as("so many that a minute is enough")
        .containsExactly("firing outage");
    assertThat(new Times().fail(ENGINE_OVERLOADED, 4, "10m").told())
        .containsExactly("firing outage");
    assertThat(new Times().fail(ENGINE_OVERLOADED, 5, "150s").told())
        .as("few calls, all of which fail for ten minutes")
        .containsExactly("firing outage");
    assertThat(new Times().fail(ENGINE_OVERLOADED, 3, "1h").told()).isEmpty();
    assertThat(new Times().fail(SERVER_ERROR, 12, "4h").told())
        .as("one now and then is nobody's outage")
        .isEmpty();
  }

  @Test
  void anOutageOfTwoModelsIsCritical() {
    Times service = new Times().fail(SERVER_ERROR, 9, "25s");
    service.fail(new Times.Draft(SERVER_ERROR).model("o3").build());

    assertThat(service.last().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(service.last().state()).isEqualTo(AlertState.FIRING);
  }

  @Test
  void anOutageOfFifteenMinutesIsCritical() {
    Times service = new Times().fail(SERVER_ERROR, 10, "25s");
    assertThat(service.told()).containsExactly("firing outage");

    service.pass("7m").fail(SERVER_ERROR, 10, "25s").pass("4m").fail(SERVER_ERROR);
    assertThat(service.told()).isEmpty();
    service.pass("5m").fail(SERVER_ERROR).pass("5m").fail(SERVER_ERROR);
    assertThat(service.told()).as("it goes on, but no more often than now and then").isEmpty();
    assertThat(service.fail(SERVER_ERROR, 10, "25s").told()).containsExactly("escalated outage");
  }

  @Test
  void noAnswerFiveTimesInFiveMinutesIsUnreachable() {
    assertThat(new Times().fail(TIMEOUT, 5, "1s").told()).isEmpty();
    assertThat(new Times().fail(TIMEOUT, 5, "1m").told()).containsExactly("firing unreachable");
    assertThat(new Times().fail(CONNECTION_ERROR, 5, "1m").told())
        .containsExactly("firing unreachable");
  }

  @Test
  void aMissingModelIsToldForEachModel() {
    OpenAiError one = new Times.Draft(MODEL_NOT_FOUND).model("gpt-4o-mnii").build();
    OpenAiError other = new Times.Draft(PERMISSION_DENIED).model("o3").build();
    Times service = new Times().fail(one).fail(other);
    assertThat(service.told()).isEmpty();

    service.pass("1m").fail(one).fail(other);
    assertThat(service.alerts)
        .extracting(alert -> alert.text().title())
        .containsExactly(
            "OpenAI model or permission missing: chat-api (prod), model gpt-4o-mnii",
            "OpenAI model or permission missing: chat-api (prod), model o3");
  }

  @Test
  void singleBadRequestsNeverAlert() {
    assertThat(new Times().fail(INVALID_REQUEST, 30, "1m").told()).isEmpty();
    assertThat(new Times().fail(INVALID_REQUEST, 49, "8s").told()).isEmpty();
    assertThat(new Times().fail(INVALID_REQUEST, 32, "20s").told())
        .as("a service of few calls, all of which fail for ten minutes")
        .containsExactly("firing bad-requests");
    Times service = new Times().fail(CONTEXT_LENGTH_EXCEEDED, 50, "8s");
    assertThat(service.last().severity()).isEqualTo(Severity.WARNING);
    assertThat(service.told()).containsExactly("firing bad-requests");
  }

  @Test
  void refusedContentIsAnInformation() {
    Times service = new Times().fail(CONTENT_POLICY_VIOLATION, 50, "8s");

    assertThat(service.last().severity()).isEqualTo(Severity.INFO);
    assertThat(service.told()).containsExactly("firing bad-requests");
  }

  @Test
  void whatIsUnknownIsToldWithASample() {
    OpenAiError odd =
        new Times.Draft(UNKNOWN).message("Something new for sk-abcdefgh12345678", "org-x").build();
    Times service = new Times().fail(odd, 10, "10s");

    assertThat(Objects.requireNonNull(service.last().sample()).message())
        .isEqualTo("Something new for [redacted]");
    assertThat(service.told()).containsExactly("firing unclassified");
  }

  @Test
  void inhibitEachOtherAsDocumented() {
    assertThat(rule("rate-limit-burst").inhibitedBy())
        .containsExactlyInAnyOrder("quota", "rate-limit-chronic", "slow-down");
    assertThat(rule("rate-limit-chronic").inhibitedBy()).containsExactly("quota");
    assertThat(rule("rate-limit-daily").inhibitedBy()).containsExactly("quota");
    assertThat(rule("unreachable").inhibitedBy()).containsExactly("outage");
  }

  @Test
  void whatComesBackWhileAnotherExplainsItReopens() {
    Times service = new Times().fail(TIMEOUT, 9, "30s").pass("11m");
    assertThat(service.told()).containsExactly("firing unreachable", "resolved unreachable");

    service.fail(SERVER_ERROR, 12, "20s").fail(TIMEOUT, 6, "30s");
    assertThat(service.told()).containsExactly("firing outage");

    service.pass("1m").fail(TIMEOUT, 14, "1m");
    assertThat(service.told())
        .contains("reopened unreachable")
        .doesNotContain("firing unreachable");
  }

  @Test
  void aRuleWithAnotherSeverityKeepsIt() {
    Times service =
        Times.only("outage", rule -> rule.withSeverity(Severity.INFO))
            .fail(SERVER_ERROR, 40, "50s");

    assertThat(service.alerts).extracting(Alert::severity).containsOnly(Severity.INFO);
  }

  @Test
  void aRuleForOtherKindsCountsAllOfTheirErrors() {
    AlertRule rule = rule("rate-limit-burst").withKinds(Set.of(TIMEOUT));

    assertThat(rule.counts(Times.error(TIMEOUT))).isTrue();
    assertThat(rule.counts(Times.error(RATE_LIMIT_EXCEEDED))).isFalse();
  }

  @Test
  void aUsersOwnRuleFiresAtTheFirstErrorUnlessToldOtherwise() {
    AlertRule own = AlertRule.of("own", EnumSet.of(INVALID_REQUEST));

    assertThat(new Times(AlertRules.of(List.of(own))).fail(INVALID_REQUEST).told())
        .containsExactly("firing own");
    assertThat(own.quiet().period()).isEqualTo(Duration.ofMinutes(30));
  }

  private static java.util.Map.Entry<String, Long> entry(String key, Long value) {
    return java.util.Map.entry(key, value);
  }

  private static AlertRule rule(String name) {
    return Objects.requireNonNull(DefaultRules.named(name), name);
  }

  private static ErrorKind kind(String id) {
    return Arrays.stream(ErrorKind.values())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}

package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What happens to real services, and what somebody on call should hear of it. */
class ScriptsTest {

  private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");

  private final AlertEngine engine = new AlertEngine(AlertRules.defaults(), Origin.NONE);
  private final List<Alert> alerts = new ArrayList<>();
  private int failures;

  private void fail(Instant at, OpenAiError error) {
    failures++;
    alerts.addAll(
        engine.onFailure(
            new Failure(
                at,
                error,
                new Failure.Source("com.acme.Chat", null, "t" + failures),
                null,
                failures)));
  }

  private void fail(Instant at, ErrorKind kind) {
    fail(at, Times.error(kind));
  }

  private List<String> told() {
    return alerts.stream().map(it -> it.state().id() + " " + it.severity().id()).toList();
  }

  @Test
  void everyTimeoutOfAWeekendAtTwoAnHourIsToldAndWhyItIsOnlyAnInformation() {
    for (int half = 0; half < 123; half++) {
      fail(MONDAY.plus(Duration.ofMinutes(30L * half)), ErrorKind.TIMEOUT);
    }

    assertThat(told()).startsWith("firing info").hasSizeLessThanOrEqualTo(4);
    assertThat(alerts.get(0).text().nextStep()).contains("OpenAiAlerts.success");
  }

  @Test
  void requestsThatADeploymentBrokeAreToldThoughTheyAreFew() {
    for (int i = 0; i < 1416; i++) {
      fail(MONDAY.plusSeconds(20L * i), ErrorKind.INVALID_REQUEST);
    }

    assertThat(told()).startsWith("firing warning").hasSizeLessThanOrEqualTo(2);
    assertThat(alerts.get(0).times().at()).isBefore(MONDAY.plus(Duration.ofMinutes(31)));
  }

  @Test
  void aNightlyBatchOnARetiredModelIsToldInTheSecondNight() {
    for (int night = 0; night < 5; night++) {
      fail(MONDAY.plus(Duration.ofHours(24L * night + 3)), ErrorKind.MODEL_NOT_FOUND);
    }

    assertThat(told()).startsWith("firing warning").doesNotContain("resolved warning");
  }

  @Test
  void aStormIsToldWhetherOrNotAMinuteOfTheClockEndsWithinIt() {
    for (int offset : new int[] {0, 28}) {
      Times service = new Times().pass(1 + offset + "s").fail(ErrorKind.SERVER_ERROR, 3000, "9ms");
      assertThat(service.told()).as("after %s s", offset).containsExactly("firing outage");
    }
  }

  @Test
  void anOutageOfTwentyMinutesIsToldSoonAndEndsOnce() {
    for (int i = 0; i < 20 * 12; i++) {
      fail(MONDAY.plusSeconds(5L * i), ErrorKind.SERVER_ERROR);
    }
    alerts.addAll(engine.onTime(MONDAY.plus(Duration.ofHours(3))));

    assertThat(told()).containsExactly("firing warning", "escalated critical", "resolved critical");
    assertThat(alerts.get(0).times().at()).isBefore(MONDAY.plus(Duration.ofMinutes(3)));
  }

  @Test
  void straysOfAMonthAreNobodysBusiness() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<Instant> times = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      times.add(MONDAY.plus(Duration.ofHours(24L * day)).plusSeconds(random.nextInt(86_400)));
    }
    List<ErrorKind> kinds =
        List.of(ErrorKind.SERVER_ERROR, ErrorKind.TIMEOUT, ErrorKind.RATE_LIMIT_EXCEEDED);
    for (Instant at : times) {
      fail(at, kinds.get(random.nextInt(kinds.size())));
    }

    assertThat(told()).as("seed %s", seed).isEmpty();
  }

  @Test
  void aCustomersMistypedKeyPagesNobody() {
    OpenAiError mistyped = new Times.Draft(ErrorKind.INVALID_API_KEY).key("aaaa").build();
    for (int i = 0; i < 3; i++) {
      fail(MONDAY.plusSeconds(40L * i), mistyped);
    }
    alerts.addAll(engine.onTime(MONDAY.plus(Duration.ofDays(1))));

    assertThat(told()).containsExactly("firing warning", "resolved warning");
  }

  @Test
  void aLimitThatIsReachedOnEachWorkingDayIsToldAtMostTwiceADay() {
    for (int day = 0; day < 7; day++) {
      for (int hour = 9; hour < 17; hour++) {
        for (int i = 0; i < 30; i++) {
          Instant at = MONDAY.plus(Duration.ofHours(24L * day + hour)).plusSeconds(2L * i);
          fail(at, new Times.Draft(ErrorKind.RATE_LIMIT_EXCEEDED).limit("tpm").build());
        }
      }
    }

    TreeMap<Long, Long> byDay = new TreeMap<>();
    alerts.forEach(
        it -> byDay.merge(Duration.between(MONDAY, it.times().at()).toDays(), 1L, Long::sum));
    assertThat(byDay.tailMap(1L).values()).allMatch(notices -> notices <= 2);
    assertThat(alerts).hasSizeLessThanOrEqualTo(14);
  }

  @Test
  void burstsAllDayLongAreToldAFewTimesOnTheFirstDayAndOnceADayAfterIt() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int day = 0; day < 7; day++) {
      Instant evening = MONDAY.plus(Duration.ofHours(24L * day + 21));
      for (Instant at = evening.minus(Duration.ofHours(14));
          at.isBefore(evening);
          at = at.plusSeconds(900 + random.nextInt(5400))) {
        for (int i = 0; i < 32; i++) {
          OpenAiError error = new Times.Draft(ErrorKind.RATE_LIMIT_EXCEEDED).limit("tpm").build();
          fail(at.plusMillis(2100L * i), error);
        }
      }
    }

    TreeMap<Long, Long> byDay = new TreeMap<>();
    alerts.forEach(
        it -> byDay.merge(Duration.between(MONDAY, it.times().at()).toDays(), 1L, Long::sum));
    assertThat(byDay.tailMap(1L).values()).as("seed %s", seed).allMatch(notices -> notices <= 2);
    assertThat(alerts).as("seed %s", seed).hasSizeLessThanOrEqualTo(14);
  }

  @Test
  void aDailyLimitIsNotToldAgainAndAgainAndNamesNoResetOfASecond() {
    OpenAiError daily =
        new Times.Draft(ErrorKind.RATE_LIMIT_EXCEEDED).limit("rpd").retryAfter("8640ms").build();
    for (int i = 0; i < 120; i++) {
      fail(MONDAY.plus(Duration.ofMinutes(6L * i)), daily);
    }

    assertThat(told()).containsExactly("firing warning");
    assertThat(alerts.get(0).text().nextStep()).doesNotContain("reset at");
  }

  @Test
  void firstAttemptsOfCallsThatSucceedLaterAreNotCritical() {
    OpenAiError first = new Times.Draft(ErrorKind.SERVER_ERROR).attempt(1, 3).build();
    for (int i = 0; i < 200; i++) {
      fail(MONDAY.plusSeconds(15L * i), first);
    }

    assertThat(alerts).isNotEmpty().noneMatch(it -> it.severity() == Severity.CRITICAL);
  }

  @Test
  void anOverloadWithAFallbackThatWorksIsNotCritical() {
    OpenAiError told = new Times.Draft(ErrorKind.ENGINE_OVERLOADED).fallingBack().build();
    for (int i = 0; i < 200; i++) {
      fail(MONDAY.plusSeconds(15L * i), told);
    }

    assertThat(alerts).isNotEmpty().noneMatch(it -> it.severity() == Severity.CRITICAL);
  }

  @Test
  void aFallbackThatFailsTooIsCritical() {
    OpenAiError told = new Times.Draft(ErrorKind.ENGINE_OVERLOADED).fallingBack().build();
    for (int i = 0; i < 200; i++) {
      fail(MONDAY.plusSeconds(15L * i), told);
      fail(MONDAY.plusSeconds(15L * i + 3), ErrorKind.ENGINE_OVERLOADED);
    }

    assertThat(told()).contains("escalated critical");
  }

  @Test
  void callsThatAFallbackSavesAreNoPartOfTheShareThatFails() {
    OpenAiError told = new Times.Draft(ErrorKind.SERVER_ERROR).fallingBack().build();
    for (int minute = 0; minute < 60; minute++) {
      Instant begin = MONDAY.plus(Duration.ofMinutes(minute));
      engine.onSuccesses(Provider.OPENAI, begin, 10);
      for (int i = 0; i < 10; i++) {
        fail(begin.plusSeconds(i), told);
      }
    }

    assertThat(alerts).noneMatch(it -> it.severity() == Severity.CRITICAL);
  }

  @Test
  void aServiceOfFewCallsThatAlwaysFailsIsOneIncidentThatIsToldLessAndLess() {
    for (int i = 0; i < 96; i++) {
      fail(MONDAY.plus(Duration.ofMinutes(30L * i)), ErrorKind.SERVER_ERROR);
    }

    assertThat(alerts)
        .hasSizeLessThanOrEqualTo(6)
        .extracting(Alert::id)
        .containsOnly(alerts.get(0).id());
    assertThat(alerts).noneMatch(it -> it.severity() == Severity.CRITICAL);
  }

  /** Of calls of which a thousand a minute succeed, and somebody tells. */
  private void busyDay(ErrorKind kind, double failuresAnHour) {
    List<Instant> failed = new ArrayList<>();
    for (double hour = 0; hour < 24; hour += 1 / failuresAnHour) {
      failed.add(MONDAY.plusSeconds(Math.round(hour * 3600)));
    }
    failed.sort(Comparator.naturalOrder());
    int next = 0;
    for (int minute = 0; minute < 24 * 60; minute++) {
      Instant begin = MONDAY.plus(Duration.ofMinutes(minute));
      engine.onSuccesses(Provider.OPENAI, begin, 1000);
      while (next < failed.size() && failed.get(next).isBefore(begin.plusSeconds(60))) {
        fail(failed.get(next++), kind);
      }
    }
  }

  @Test
  void failuresBelowOnePerCentOfKnownCallsAreNotTold() {
    for (ErrorKind kind :
        List.of(
            ErrorKind.SERVER_ERROR,
            ErrorKind.ENGINE_OVERLOADED,
            ErrorKind.TIMEOUT,
            ErrorKind.CONNECTION_ERROR,
            ErrorKind.RATE_LIMIT_EXCEEDED)) {
      for (double perHour : new double[] {0.2, 1, 6, 60, 500}) {
        ScriptsTest script = new ScriptsTest();
        script.busyDay(kind, perHour);
        assertThat(script.told()).as("%s at %s an hour", kind, perHour).isEmpty();
      }
    }
  }

  @Test
  void theShareOfKnownCallsMakesItCriticalAndIsNamed() {
    for (int minute = 0; minute < 30; minute++) {
      Instant begin = MONDAY.plus(Duration.ofMinutes(minute));
      engine.onSuccesses(Provider.OPENAI, begin, minute < 10 ? 40 : 3);
      for (int i = 0; minute >= 10 && i < 38; i++) {
        fail(begin.plusSeconds(i), ErrorKind.SERVER_ERROR);
      }
    }

    assertThat(told()).startsWith("firing warning").contains("escalated critical");
    assertThat(alerts.get(alerts.size() - 1).text().summary())
        .containsPattern("\\d+ of \\d+ calls, \\d+ %");
  }

  @Test
  void whatGoesOnAsANoiseAfterAnOutageDoesNotKeepItOpen() {
    for (int minute = 0; minute < 120; minute++) {
      Instant begin = MONDAY.plus(Duration.ofMinutes(minute));
      boolean out = minute >= 10 && minute < 30;
      engine.onSuccesses(Provider.OPENAI, begin, out ? 0 : 1000);
      for (int i = 0; i < (out ? 50 : 1); i++) {
        fail(begin.plusSeconds(i), ErrorKind.SERVER_ERROR);
      }
    }

    assertThat(told()).last().isEqualTo("resolved critical");
  }

  @Test
  void anOutageOfALittleServiceIsToldThoughItIsOverBeforeHalfAnHour() {
    for (int call = 0; call < 9; call++) {
      fail(MONDAY.plusSeconds(170L * call), ErrorKind.SERVER_ERROR);
    }

    assertThat(told()).containsExactly("firing info");
    assertThat(alerts.get(0).times().at()).isBefore(MONDAY.plus(Duration.ofMinutes(15)));
  }

  @Test
  void aDeploymentThatBreaksThreeCallsAMinuteIsToldWithinAQuarterAndWithTheParameter() {
    OpenAiError refused = new Times.Draft(ErrorKind.INVALID_REQUEST).param("max_tokens").build();
    for (int i = 0; i < 60; i++) {
      fail(MONDAY.plusSeconds(20L * i), refused);
    }

    assertThat(told()).containsExactly("firing warning");
    assertThat(alerts.get(0).times().at()).isBefore(MONDAY.plus(Duration.ofMinutes(15)));
    assertThat(AlertText.line(alerts.get(0))).contains("; param max_tokens");
  }

  @Test
  void threeStraysOfAMorningAreNoOutage() {
    for (int stray = 0; stray < 3; stray++) {
      fail(MONDAY.plus(Duration.ofMinutes(100L * stray)), ErrorKind.SERVER_ERROR);
    }

    assertThat(told()).isEmpty();
  }

  /** Whoever is told that it goes on looks for what is over already. */
  @Test
  void nothingIsToldToGoOnAfterItsLastFailure() {
    for (int i = 0; i < 25 * 60; i++) {
      fail(MONDAY.plusSeconds(i), ErrorKind.SERVER_ERROR);
    }
    Instant last = MONDAY.plusSeconds(25 * 60);
    alerts.addAll(engine.onTime(last.plus(Duration.ofHours(3))));

    assertThat(alerts)
        .filteredOn(it -> it.times().at().isAfter(last))
        .extracting(Alert::state)
        .containsExactly(AlertState.RESOLVED);
  }

  @Test
  void aWaveIsToldByItsOwnSpeedAndNotByThatOfTheStraysBeforeIt() {
    for (int stray = 0; stray < 3; stray++) {
      fail(MONDAY.plus(Duration.ofMinutes(30L * stray)), ErrorKind.TIMEOUT);
    }
    for (int i = 0; i < 100; i++) {
      fail(MONDAY.plus(Duration.ofMinutes(90)).plusSeconds(5L * i), ErrorKind.TIMEOUT);
    }

    assertThat(alerts.get(alerts.size() - 1).text().summary()).contains("/min");
    assertThat(told()).contains("escalated warning");
  }

  @Test
  void callsThatAreTriedAgainAreAnInformationOnce() {
    OpenAiError first = new Times.Draft(ErrorKind.SERVER_ERROR).attempt(1, 3).build();
    for (int i = 0; i < 8 * 60; i++) {
      fail(MONDAY.plus(Duration.ofMinutes(i)), first);
    }

    assertThat(told()).containsExactly("firing info");
    assertThat(alerts.get(0).text().nextStep()).contains("no call is known to have failed");
  }

  @Test
  void twoOutagesOnTwoDaysDoNotMakeADailyPattern() {
    for (int day = 0; day < 2; day++) {
      Instant begin = MONDAY.plus(Duration.ofHours(9 + 27L * day));
      for (int i = 0; i < 15 * 12; i++) {
        fail(begin.plusSeconds(5L * i), ErrorKind.SERVER_ERROR);
      }
      alerts.addAll(engine.onTime(begin.plus(Duration.ofHours(2))));
    }

    assertThat(told())
        .filteredOn(it -> it.startsWith("resolved"))
        .as("each within two hours")
        .hasSize(2);
  }

  @Test
  void whatRecursOnWorkingDaysIsKnownAgainOnMonday() {
    for (int day = 0; day < 11; day++) {
      if (day % 7 < 5) {
        Instant noon = MONDAY.plus(Duration.ofHours(24L * day + 12)).plusSeconds(60L * (day % 3));
        for (int i = 0; i < 40 * 14; i++) {
          fail(noon.plusMillis(4286L * i), ErrorKind.RATE_LIMIT_EXCEEDED);
        }
      }
    }

    List<String> lastWeek =
        alerts.stream()
            .filter(it -> it.times().at().isAfter(MONDAY.plus(Duration.ofDays(7))))
            .map(it -> it.state().id())
            .toList();
    assertThat(lastWeek).doesNotContain("resolved").hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void aKeyThatIsRefusedThirtyTimesInFiveMinutesIsNotACustomersTypingError() {
    OpenAiError refused = new Times.Draft(ErrorKind.INVALID_API_KEY).key("aaaa").build();
    for (int i = 0; i < 100; i++) {
      fail(MONDAY.plusSeconds(3L * i), refused);
    }

    assertThat(told()).containsExactly("firing warning", "escalated critical");
    assertThat(alerts.get(1).times().at()).isBefore(MONDAY.plus(Duration.ofMinutes(2)));
  }

  @Test
  void promptsThatAreTooLongAreCalledThat() {
    for (int i = 0; i < 30; i++) {
      fail(MONDAY.plus(Duration.ofMinutes(3L * i)), ErrorKind.CONTEXT_LENGTH_EXCEEDED);
    }

    assertThat(alerts.get(0).text().title()).startsWith("OpenAI refuses prompts that are too long");
  }

  @Test
  void aStrayAndTheThreeAttemptsOfALaterCallAreNoOutage() {
    fail(MONDAY, ErrorKind.ENGINE_OVERLOADED);
    for (int attempt = 0; attempt < 3; attempt++) {
      fail(MONDAY.plus(Duration.ofHours(4)).plusSeconds(3L * attempt), ErrorKind.ENGINE_OVERLOADED);
    }

    assertThat(told()).isEmpty();
  }

  @Test
  void aNetworkThatIsGoneForAQuarterOfAnHourIsCritical() {
    for (int i = 0; i < 20 * 60; i++) {
      fail(MONDAY.plusSeconds(i), ErrorKind.CONNECTION_ERROR);
    }

    assertThat(told()).containsExactly("firing warning", "escalated critical");
  }

  @Test
  void whatFailsTwiceADayIsNotTakenForADailyPattern() {
    for (int hour : new int[] {9, 12, 15, 32}) {
      for (int i = 0; i < 60; i++) {
        fail(MONDAY.plus(Duration.ofHours(hour)).plusSeconds(5L * i), ErrorKind.INSUFFICIENT_QUOTA);
      }
      alerts.addAll(engine.onTime(MONDAY.plus(Duration.ofHours(hour + 2))));
    }
    alerts.clear();
    alerts.addAll(engine.onTime(MONDAY.plus(Duration.ofHours(32 + 13))));

    assertThat(told())
        .as("after the twelve hours of what flaps")
        .containsExactly("resolved critical");
  }

  @Test
  void aGatewayThatIsDownIsCalledByItsName() {
    OpenAiError refused =
        new Times.Draft(ErrorKind.CONNECTION_ERROR)
            .provider(Provider.UNKNOWN)
            .host("gw.svc")
            .build();
    for (int i = 0; i < 30; i++) {
      fail(MONDAY.plusSeconds(10L * i), refused);
    }

    assertThat(alerts.get(0).text().title()).startsWith("gw.svc does not answer");
    assertThat(alerts.get(0).text().nextStep()).doesNotContain("status.openai.com");
  }

  @Test
  void whatIsKeptOpenOverTheDayIsNotCriticalInTheFirstMinutesOfANight() {
    for (int night = 0; night < 6; night++) {
      for (int i = 0; i < 12 * 4; i++) {
        fail(MONDAY.plus(Duration.ofHours(24L * night)).plusSeconds(15L * i), ErrorKind.TIMEOUT);
      }
    }

    assertThat(alerts).isNotEmpty().noneMatch(it -> it.severity() == Severity.CRITICAL);
  }

  @Test
  void onceCallsFailForGoodThePaceOfRemindersIsThatOfTheRule() {
    OpenAiError first = new Times.Draft(ErrorKind.SERVER_ERROR).attempt(1, 3).build();
    for (int i = 0; i < 60; i++) {
      fail(MONDAY.plusSeconds(30L * i), first);
    }
    for (int i = 0; i < 4 * 60 * 6; i++) {
      fail(MONDAY.plus(Duration.ofMinutes(30)).plusSeconds(10L * i), ErrorKind.SERVER_ERROR);
    }

    assertThat(told())
        .startsWith("firing info", "escalated warning", "escalated critical", "reminder critical");
  }
}

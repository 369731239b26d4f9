package dev.openaierrors.alert;

import static dev.openaierrors.error.ErrorKind.ACCOUNT_DEACTIVATED;
import static dev.openaierrors.error.ErrorKind.INSUFFICIENT_QUOTA;
import static dev.openaierrors.error.ErrorKind.INVALID_API_KEY;
import static dev.openaierrors.error.ErrorKind.RATE_LIMIT_EXCEEDED;
import static dev.openaierrors.error.ErrorKind.SERVER_ERROR;
import static dev.openaierrors.error.ErrorKind.SLOW_DOWN;
import static dev.openaierrors.error.ErrorKind.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What another open incident explains is not told, but counted there. */
class InhibitionTest {

  private static final OpenAiError QUOTA =
      new Times.Draft(INSUFFICIENT_QUOTA).code("credit_balance_exhausted").build();

  @Test
  void anExhaustedQuotaExplainsRateLimits() {
    Times service = new Times().fail(QUOTA).fail(RATE_LIMIT_EXCEEDED, 30, "1s").fail(QUOTA);

    assertThat(service.told()).containsExactly("firing quota");
    assertThat(service.engine.open(service.now()).get(0).text().summary())
        .contains("also 11 of rate-limit-burst");
  }

  @Test
  void anOutageExplainsTimeOuts() {
    Times service = new Times().fail(SERVER_ERROR, 12, "20s").fail(TIMEOUT, 10, "20s");

    assertThat(service.told()).containsExactly("firing outage");
  }

  @Test
  void anAskToSlowDownAndChronicLimitsExplainBursts() {
    assertThat(new Times().fail(SLOW_DOWN).fail(RATE_LIMIT_EXCEEDED, 30, "1s").told())
        .containsExactly("firing slow-down");
    assertThat(new Times().fail(RATE_LIMIT_EXCEEDED, 200, "5s").told())
        .containsExactly("firing rate-limit-chronic");
  }

  @Test
  void whatWasToldBeforeIsResolvedAllTheSame() {
    Times service = new Times().fail(RATE_LIMIT_EXCEEDED, 30, "1s").fail(QUOTA);
    assertThat(service.told()).containsExactly("firing rate-limit-burst", "firing quota");

    assertThat(service.pass("10m").told()).containsExactly("resolved rate-limit-burst");
  }

  @Test
  void whatWasNotToldIsNotResolvedEither() {
    Times service = new Times().fail(QUOTA).fail(RATE_LIMIT_EXCEEDED, 30, "1s");

    assertThat(service.pass("4h").told()).containsExactly("firing quota", "resolved quota");
  }

  @Test
  void whatGoesOnWithoutItsExplanationIsTold() {
    Times service = new Times().fail(SERVER_ERROR, 12, "20s");
    service.fail(TIMEOUT, 60, "30s");

    assertThat(service.told())
        .containsExactly(
            "firing outage", "resolved outage", "firing unreachable", "escalated unreachable");
  }

  @Test
  void anotherProvidersIncidentExplainsNothing() {
    OpenAiError azure = new Times.Draft(RATE_LIMIT_EXCEEDED).provider(Provider.AZURE).build();
    Times service = new Times().fail(QUOTA).fail(azure, 30, "1s");

    assertThat(service.told()).containsExactly("firing quota", "firing rate-limit-burst");
  }

  @Test
  void aClosedAccountExplainsWhatItsKeysAreTold() {
    Times service = new Times().fail(ACCOUNT_DEACTIVATED).fail(INVALID_API_KEY, 5, "1s");

    assertThat(service.told()).containsExactly("firing credentials");
    assertThat(service.engine.open(service.now()).get(0).cause().kind())
        .isEqualTo(ACCOUNT_DEACTIVATED);
  }

  @Test
  void failuresThatDoNotSayWhoAnsweredJoinThoseThatDo() {
    OpenAiError unknown = new Times.Draft(INVALID_API_KEY).provider(Provider.UNKNOWN).build();
    OpenAiError azure = new Times.Draft(INVALID_API_KEY).provider(Provider.AZURE).build();

    assertThat(new Times().fail(INVALID_API_KEY).fail(unknown).told())
        .containsExactly("firing credentials");
    assertThat(new Times().fail(unknown).fail(INVALID_API_KEY).told())
        .containsExactly("firing credentials");
    assertThat(new Times().fail(unknown).fail(INVALID_API_KEY).fail(azure).told())
        .containsExactly("firing credentials", "firing credentials");
  }

  @Test
  void gatewaysThatNameThemselvesInSomeErrorsOnlyAreOneIncidentWithOpenAi() {
    OpenAiError gateway = new Times.Draft(INVALID_API_KEY).provider(Provider.COMPATIBLE).build();
    Times service = new Times().fail(gateway).fail(INVALID_API_KEY, 3, "1s");

    assertThat(service.told()).containsExactly("firing credentials");
    Alert open = service.engine.open(service.now()).get(0);
    assertThat(open.dimensions()).containsEntry("provider", Map.of("openai", 3L, "compatible", 1L));
    assertThat(open.cause().provider()).as("as it was first told").isEqualTo(Provider.COMPATIBLE);
  }

  @Test
  void gatewayAndOpenAiAreKeptApartWhereGroupedByProvider() {
    AlertRules apart =
        new AlertRules(DefaultRules.all(), Grouping.by(Dimension.PROVIDER), 256, true);
    OpenAiError gateway = new Times.Draft(INVALID_API_KEY).provider(Provider.COMPATIBLE).build();

    assertThat(new Times(apart).fail(gateway).fail(INVALID_API_KEY).told())
        .containsExactly("firing credentials", "firing credentials");
  }
}

package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.Footprint;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Limit;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import dev.openaierrors.error.Provider;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is different in each of a million failures, no more of it is kept than of some. */
class BoundedMemoryTest {

  private static final int MANY = 1_000_000;
  private static final int FEW = 100_000;
  private static final int A_SECOND = 20_000;
  private static final ErrorKind[] KINDS = ErrorKind.values();
  private static final Provider[] PROVIDERS = Provider.values();

  private final AlertMonitor monitor = new AlertMonitor(everyGroup(), Origin.NONE);
  private int failures;

  private static AlertRules everyGroup() {
    Grouping all = Grouping.by(Dimension.values());
    return new AlertRules(DefaultRules.all(), all, AlertRules.DEFAULT_MAX_KEYS, true);
  }

  /** All that may name somebody or something names another one each time. */
  private static OpenAiError error(int number) {
    ErrorKind kind = KINDS[number % KINDS.length];
    return new OpenAiError(
        kind,
        kind.retryable(),
        kind.fix(),
        PROVIDERS[number % PROVIDERS.length],
        new OpenAiError.Answer(429, "code_" + number, "type_" + number, "param_" + number, null),
        new OpenAiError.Call("model-" + number, "req_" + number),
        Limit.TOKENS_PER_MINUTE,
        new Particulars(
            "Refused for the " + number + "th time",
            "org-abcdefgh" + number,
            "proj_abcdefgh" + number,
            "sk-" + Integer.toString(number, 36),
            (long) number,
            (long) number,
            (long) number,
            1 + number % 9,
            9,
            "host" + number + ".example.org"));
  }

  private void failUntil(int many) {
    for (; failures < many; failures++) {
      Instant at = Times.START.plusMillis(1_000L * failures / A_SECOND);
      monitor.record(
          new Failure(
              at,
              error(failures),
              new Failure.Source("com.acme.Logger" + failures, "ERROR", "worker-" + failures),
              failures % 8 == 0 ? new Exception("no " + failures) : null,
              failures));
      if (failures % A_SECOND == 0) {
        monitor.tick(at);
      }
      monitor.success(Provider.OPENAI, "model-" + failures, at);
    }
    monitor.tick(Times.START.plusSeconds(failures / A_SECOND + 1L));
  }

  @Test
  @Tag("slow")
  void aMillionDifferentGroupsModelsKeysAndHostsTakeNoMoreThanAFewThousand() {
    failUntil(FEW);
    Footprint few = Footprint.of(monitor);
    failUntil(MANY);
    Footprint many = Footprint.of(monitor);

    int incidents = AlertRules.DEFAULT_MAX_KEYS + 2 * DefaultRules.all().size();
    incidents *= PROVIDERS.length;
    assertThat(many.largest().get("Incidents.incidents")).isBetween(256, incidents);
    assertThat(many.largest())
        .as("entries of the largest map, list or array by its field")
        .allSatisfy((field, size) -> assertThat(size).as(field).isLessThanOrEqualTo(1_024));
    assertThat(many.entries()).as("after %s, and after %s", FEW, MANY).isLessThan(60_000);
    assertThat(many.entries()).isLessThan(few.entries() + few.entries() / 4);
    assertThat(many.characters()).isLessThan(few.characters() + few.characters() / 4);
    assertThat(many.characters()).isLessThan(500_000);
  }

  @Test
  void whatWasThrownIsNotKeptFromBeingCollected() {
    failUntil(10 * A_SECOND);
    monitor.tick(Times.START.plusSeconds(11));
    monitor.tick(Times.START.plusSeconds(12));

    assertThat(Footprint.of(monitor).throwables())
        .as("that of the last failure of each kind that was too much, at most")
        .isLessThanOrEqualTo(KINDS.length);
  }
}

package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One failure that several log events tell of counts once. */
class DeduplicatorTest {

  private static final OpenAiError ERROR = Times.error(ErrorKind.INSUFFICIENT_QUOTA);

  private final Deduplicator repeats = new Deduplicator();

  @Test
  void theSameEventDeliveredTwice() {
    assertThat(repeats.isRepeat(event(0, ERROR, "Chat", "t1", null, 7))).isFalse();
    assertThat(repeats.isRepeat(event(0, ERROR, "Chat", "t1", null, 7))).isTrue();
    assertThat(repeats.isRepeat(event(1, ERROR, "Chat", "t1", null, 7)))
        .as("another time")
        .isFalse();
    assertThat(repeats.isRepeat(event(1, ERROR, "Chat", "t1", null, 8)))
        .as("another message")
        .isFalse();
    assertThat(repeats.isRepeat(event(1, ERROR, "Chat", "t2", null, 8)))
        .as("another thread")
        .isFalse();
  }

  @Test
  void theSameThrowableLoggedAtThreeLayersByThreeThreads() {
    Exception root = new IllegalStateException("429");
    Exception middle = new RuntimeException("chat failed", root);
    Exception outer = new RuntimeException("request failed");
    outer.addSuppressed(middle);

    assertThat(repeats.isRepeat(event(0, ERROR, "Client", "t1", root, 1))).isFalse();
    assertThat(repeats.isRepeat(event(60_000, ERROR, "Service", "t2", middle, 2))).isTrue();
    assertThat(repeats.isRepeat(event(120_000, ERROR, "Controller", "t3", outer, 3))).isTrue();
  }

  @Test
  void theInnerThrowableAfterTheOuterOne() {
    Exception root = new IllegalStateException("429");

    repeats.isRepeat(event(0, ERROR, "A", "t1", new RuntimeException(root), 1));
    assertThat(repeats.isRepeat(event(9_000, ERROR, "B", "t2", root, 2))).isTrue();
  }

  @Test
  void throwablesAreToldApartByIdentityWhateverTheirEqualsSays() {
    assertThat(repeats.isRepeat(event(0, ERROR, "Chat", "t1", new AllEqual(), 1))).isFalse();
    assertThat(repeats.isRepeat(event(5_000, ERROR, "Chat", "t1", new AllEqual(), 1))).isFalse();
  }

  @Test
  void aThrowableThatALibraryThrowsForEverIsNoSignOfARepeat() {
    Exception shared = new IllegalStateException("kept in a static field");
    int failures = 0;
    for (int i = 0; i < 1000; i++) {
      Exception own = new RuntimeException("call " + i, shared);
      failures += repeats.isRepeat(event(i * 5_000L, ERROR, "Chat", "t" + i, own, i)) ? 0 : 1;
    }

    assertThat(failures).as("nearly all of 1,000").isGreaterThan(900);
  }

  @Test
  void aThrowableWhoseGettersFailHarmsNobody() {
    assertThat(repeats.isRepeat(event(0, ERROR, "Chat", "t1", new Broken(), 1))).isFalse();
  }

  @Test
  void theSameRequestWithinTenMinutes() {
    OpenAiError one = new Times.Draft(ErrorKind.SERVER_ERROR).requestId("req_1a2b3c4d").build();
    OpenAiError other = new Times.Draft(ErrorKind.SERVER_ERROR).requestId("req_9z8y7x6w").build();

    assertThat(repeats.isRepeat(event(0, one, "A", "t1", null, 1))).isFalse();
    assertThat(repeats.isRepeat(event(599_000, one, "A", "t2", null, 2))).isTrue();
    assertThat(repeats.isRepeat(event(599_000, other, "A", "t3", null, 3))).isFalse();
    assertThat(repeats.isRepeat(event(601_000, one, "A", "t4", null, 4))).isFalse();
  }

  @Test
  void anotherLoggerOfTheSameThreadThatSaysTheSameWithinTwoSeconds() {
    assertThat(repeats.isRepeat(event(0, ERROR, "Sdk", "t1", null, 1))).isFalse();
    assertThat(repeats.isRepeat(event(10, ERROR, "Service", "t1", null, 2))).isTrue();
    assertThat(repeats.isRepeat(event(20, ERROR, "Controller", "t1", null, 3))).isTrue();
    assertThat(repeats.isRepeat(event(30, ERROR, "Sdk", "t1", null, 4)))
        .as("the same logger again is the next failure")
        .isFalse();
    assertThat(repeats.isRepeat(event(40, ERROR, "Service", "t1", null, 5))).isTrue();
    assertThat(repeats.isRepeat(event(2_100, ERROR, "Controller", "t1", null, 6)))
        .as("too late")
        .isFalse();
  }

  @Test
  void theSameLoggerAtAnotherLevel() {
    assertThat(repeats.isRepeat(leveled(0, "WARN"))).isFalse();
    assertThat(repeats.isRepeat(leveled(5, "ERROR"))).isTrue();
    assertThat(repeats.isRepeat(leveled(9, "WARN"))).isFalse();
  }

  @Test
  void whatDiffersInModelOrLimitsOrKindIsAnotherFailure() {
    OpenAiError limited =
        new Times.Draft(ErrorKind.RATE_LIMIT_EXCEEDED).limits(1000, 900, 200).build();
    OpenAiError otherwise =
        new Times.Draft(ErrorKind.RATE_LIMIT_EXCEEDED).limits(1000, 950, 200).build();
    OpenAiError model = new Times.Draft(ErrorKind.RATE_LIMIT_EXCEEDED).model("o3").build();

    assertThat(repeats.isRepeat(event(0, limited, "A", "t1", null, 1))).isFalse();
    assertThat(repeats.isRepeat(event(1, otherwise, "B", "t1", null, 2))).isFalse();
    assertThat(repeats.isRepeat(event(2, model, "C", "t1", null, 3))).isFalse();
    assertThat(repeats.isRepeat(event(3, ERROR, "D", "t1", null, 4))).isFalse();
  }

  @Test
  void whatOneOfTwoLoggersLeavesOutDoesNotPartThem() {
    OpenAiError terse =
        new Times.Draft(ErrorKind.INSUFFICIENT_QUOTA)
            .model(null)
            .provider(Provider.UNKNOWN)
            .build();

    assertThat(repeats.isRepeat(event(0, ERROR, "Sdk", "t1", null, 1))).isFalse();
    assertThat(repeats.isRepeat(event(1, terse, "Service", "t1", null, 2))).isTrue();
  }

  @Test
  void aHandOverToAnotherThreadWithoutThrowableIsNotMerged() {
    assertThat(repeats.isRepeat(event(0, ERROR, "Sdk", "t1", null, 1))).isFalse();
    assertThat(repeats.isRepeat(event(1, ERROR, "Service", "t2", null, 2))).isFalse();
  }

  @Test
  void threadsWithoutANameAreNotTakenForOne() {
    assertThat(repeats.isRepeat(event(0, ERROR, "Sdk", "", null, 1))).isFalse();
    assertThat(repeats.isRepeat(event(0, ERROR, "Sdk", "", null, 1))).isFalse();
    assertThat(repeats.isRepeat(event(0, ERROR, "Service", null, null, 2))).isFalse();
  }

  @Test
  void repeatsAreCountedApartAndDriveNoRule() {
    Times service = new Times();
    for (int minute = 0; minute < 2; minute++) {
      for (String logger : new String[] {"Sdk", "Service", "Controller"}) {
        service.fail(
            new Failure(
                service.now(),
                ERROR,
                new Failure.Source(logger, null, "t1"),
                null,
                logger.hashCode()));
      }
      service.pass("1m");
    }
    assertThat(service.told()).as("two failures, not six").isEmpty();

    service.fail(new Failure(service.now(), ERROR, new Failure.Source("Sdk", null, "t1"), null, 1));
    assertThat(service.last().counts().failures()).isEqualTo(3);
    assertThat(service.last().counts().repeats()).isEqualTo(4);
    assertThat(service.last().text().summary()).contains("3 refusals").contains("logged 7 times");
  }

  private static Failure event(
      long millis,
      OpenAiError error,
      String logger,
      @Nullable String thread,
      @Nullable Throwable thrown,
      int message) {
    Instant at = Times.START.plus(Duration.ofMillis(millis));
    return new Failure(at, error, new Failure.Source(logger, null, thread), thrown, message);
  }

  private static Failure leveled(long millis, String level) {
    Instant at = Times.START.plus(Duration.ofMillis(millis));
    return new Failure(at, ERROR, new Failure.Source("Chat", level, "t1"), null, (int) millis);
  }

  /** Some exceptions are equal to all of their class. */
  private static final class AllEqual extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean equals(Object other) {
      return other instanceof AllEqual;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  /** Its getter throws. */
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("broken");
    }
  }
}

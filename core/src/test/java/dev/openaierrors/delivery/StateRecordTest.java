package dev.openaierrors.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a state file. */
class StateRecordTest {

  private static final Instant AT = Instant.parse("2026-11-23T10:00:00.123Z");

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"a\":\"\u20ac \ud83d\ude00\"}", "a\nb\n", "\n"})
  void isReadBackAsItWasWritten(String text) {
    StateRecord record = new StateRecord(AT, text);

    assertThat(StateRecord.parse(record.bytes())).isEqualTo(record);
  }

  @Test
  void isTheSameFormInEachVersion() {
    assertThat(new String(new StateRecord(Instant.ofEpochMilli(42), "{}").bytes(), UTF_8))
        .isEqualTo("openai-errors-state/1 42 2 695980202\n{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "{}",
        "openai-errors-state/1",
        "openai-errors-state/1 42 2 695980202{}",
        "openai-errors-state/2 42 2 695980202\n{}",
        "openai-errors-state/1 42 2 695980202 \n{}",
        "openai-errors-state/1 42 2 695980202\n{}\n",
        "openai-errors-state/1 42 3 695980202\n{}",
        "openai-errors-state/1 42 2 695980203\n{}",
        "openai-errors-state/1 x 2 695980202\n{}",
        "openai-errors-state/1 99999999999999999999 2 695980202\n{}",
        "openai-errors-state/1 42 2\n{}",
        "OPENAI-ERRORS-STATE/1 42 2 695980202\n{}",
      })
  void whatIsNotOursOrNotWholeIsNone(String bytes) {
    assertThat(StateRecord.parse(bytes.getBytes(UTF_8))).isNull();
  }

  @Test
  void aHeadThatNeverEndsIsNone() {
    byte[] bytes = new byte[StateRecord.MAX_BYTES];
    Arrays.fill(bytes, (byte) 'x');

    assertThat(StateRecord.parse(bytes)).isNull();
  }

  @Test
  void oneThatIsTooLargeIsNone() {
    byte[] whole = new StateRecord(AT, "x".repeat(StateRecord.MAX_BYTES)).bytes();

    assertThat(StateRecord.parse(whole)).isNull();
  }

  /** A single bit that tipped, or a part that is missing, is noticed. */
  @Test
  void noDamageIsTakenForAState() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] whole = new StateRecord(AT, "{\"version\":1,\"at\":42,\"incidents\":[]}").bytes();
    int body = new String(whole, UTF_8).indexOf('\n') + 1;
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = whole.clone();
      damaged[body + random.nextInt(whole.length - body)] ^= (byte) (1 << random.nextInt(8));
      assertThat(StateRecord.parse(damaged)).as("seed %d", seed).isNull();
      byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
      assertThat(StateRecord.parse(cut)).as("seed %d", seed).isNull();
    }
  }

  @Test
  void whatItHoldsMayBeAnything() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      assertThat(StateRecord.parse(bytes)).as("seed %d", seed).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-60, 0, 60})
  void isAsOldInTheFutureAsInThePast(long seconds) {
    assertThat(new StateRecord(AT, "").age(AT.plusSeconds(seconds)))
        .isEqualTo(Duration.ofSeconds(Math.abs(seconds)));
  }

  /** A clock that was years off, or a time that nobody wrote. */
  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
  void hasAnAgeWhateverItsTimeIs(long millis) {
    StateRecord record = new StateRecord(Instant.ofEpochMilli(millis), "{}");

    assertThat(StateRecord.parse(record.bytes())).isEqualTo(record);
    assertThat(record.age(AT)).isGreaterThan(Duration.ofDays(1));
  }
}

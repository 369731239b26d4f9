package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions: their words, and exactly when they are met. */
class WhenTest {

  private static final OpenAiError ERROR = Times.error(ErrorKind.TIMEOUT);
  private static final long MINUTE = 60_000;
  // The beginning of a minute of the clock.
  private static final long START = 30_000_000 * MINUTE;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "first                                         | first",
        "3 in 10m                                      | 3 in 10m",
        "3 in 10 minutes                               | 3 in 10m",
        "3 in PT10M over 2 minutes                     | 3 in 10m over 2 minutes",
        "5  IN 90s                                     | 5 in 90s",
        "3 in 10m over 1 minute                        | 3 in 10m",
        "10 of 15 minutes                              | 10 of 15 minutes",
        "explicit code or 3 in 1h or again             | explicit code or 3 in 1h or again",
        "3 spread over 15m in 1 hour OR first          | 3 spread over 15m in 1h or first",
      })
  void haveWords(String words, String canonical) {
    List<When> conditions = When.parse(words);

    assertThat(When.words(conditions)).isEqualTo(canonical);
    assertThat(When.parse(canonical)).isEqualTo(conditions);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\"                        | write first, explicit code, 3 in 10m",
        "often                     | 'often' is no condition",
        "3 in                      | is no condition",
        "first or                  | write first, explicit code, 3 in 10m",
        "three in 10m              | 'three in 10m' is no condition",
        "3 in ten minutes          | 'ten minutes' is no duration",
        "-3 in 10m                 | is no condition",
        "0 in 10m                  | the number of failures is 0; write a number from 1 to 1000",
        "1001 in 10m               | write a number from 1 to 1000",
        "99999999999 in 10m        | is no condition",
        "3 in 8d                   | write a duration from 1s to 168h",
        "3 in 10m over 2 hours     | is no condition",
        "3 in 10m over 4 minutes   | can never be met; write at most 3 minutes",
        "90 in 10m over 12 minutes | can never be met; write at most 11 minutes",
        "16 of 15 minutes          | write a number from 1 to 15",
        "10 of 65 minutes          | write a number from 1 to 64",
      })
  void thatMakeNoSenseAreAnsweredWithWhatWouldBeRight(String words, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> When.parse(words))
        .withMessageContaining(sentence);
  }

  /** The compiler of Java 17 does not see that a new condition has no state. */
  @Test
  void everyConditionHasAStateOfItsOwn() {
    List<When> all =
        When.parse(
            "first or explicit code or 3 in 10m or 2 of 3 minutes or 3 spread over 1m in 1h or"
                + " 20% of 50 in 10m");

    assertThat(all)
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(When.class.getPermittedSubclasses());
    assertThat(all).extracting(ConditionState::of).doesNotHaveDuplicates();
  }

  @Test
  void aTextOfAnyLengthIsAnsweredShortly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> When.parse("x".repeat(1_000_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250));
  }

  @Test
  void countIsMetByTheLastOfItsFailuresWithinTheWindow() {
    ConditionState three = ConditionState.of(new When.Count(3, Duration.ofMinutes(10), 1));

    assertThat(three.add(START, ERROR)).isFalse();
    assertThat(three.add(START + 1, ERROR)).isFalse();
    assertThat(three.add(START + 10 * MINUTE, ERROR)).as("exactly the window").isTrue();
    assertThat(three.add(START + 10 * MINUTE + 2, ERROR)).as("a moment too late").isFalse();
  }

  @Test
  void countOverMinutesAsksForDifferentMinutesOfTheClock() {
    ConditionState three = ConditionState.of(new When.Count(3, Duration.ofMinutes(10), 2));

    for (long second = 0; second < 60; second++) {
      assertThat(three.add(START + 1000 * second, ERROR)).isFalse();
    }
    assertThat(three.add(START + MINUTE, ERROR)).isTrue();
  }

  @Test
  void countIsExactForAnyStream() {
    Random random = new Random(5);
    for (int run = 0; run < 300; run++) {
      int count = 1 + random.nextInt(12);
      int minutes = 1 + random.nextInt(Math.min(4, count));
      long within = (4 + random.nextInt(20)) * MINUTE;
      ConditionState tracker =
          ConditionState.of(new When.Count(count, Duration.ofMillis(within), minutes));
      Deque<Long> window = new ArrayDeque<>();
      List<Long> apart = new ArrayList<>();
      long at = START;
      for (int i = 0; i < 200; i++) {
        at += random.nextInt(4) == 0 ? random.nextLong(5 * MINUTE) : random.nextLong(20_000);
        long now = at;
        window.add(at);
        while (at - window.getFirst() > within) {
          window.removeFirst();
        }
        if (apart.isEmpty() || at - apart.get(apart.size() - 1) >= MINUTE) {
          apart.add(at);
        }
        boolean expected =
            window.size() >= count
                && apart.stream().filter(time -> now - time <= within).count() >= minutes;
        assertThat(tracker.add(at, ERROR)).isEqualTo(expected);
      }
    }
  }

  @Test
  void activeMinutesIsExactForAnyStream() {
    Random random = new Random(6);
    for (int run = 0; run < 300; run++) {
      int of = 1 + random.nextInt(64);
      int needed = 1 + random.nextInt(of);
      ConditionState tracker = ConditionState.of(new When.ActiveMinutes(needed, of));
      Deque<Long> window = new ArrayDeque<>();
      long at = START;
      for (int i = 0; i < 200; i++) {
        at += random.nextInt(9) == 0 ? random.nextLong(90 * MINUTE) : random.nextLong(2 * MINUTE);
        window.add(at / MINUTE);
        long now = at / MINUTE;
        window.removeIf(minute -> minute <= now - of);
        assertThat(tracker.add(at, ERROR)).isEqualTo(window.stream().distinct().count() >= needed);
      }
    }
  }

  @Test
  void againIsASecondFailureTenMinutesLaterWithinADay() {
    ConditionState again = ConditionState.of(When.Spread.AGAIN);
    assertThat(again.add(START, ERROR)).isFalse();
    assertThat(again.add(START + 10 * MINUTE - 1, ERROR)).isFalse();
    assertThat(again.add(START + 10 * MINUTE, ERROR)).isTrue();

    again.clear();
    assertThat(again.add(START, ERROR)).isFalse();
    assertThat(again.add(START + 24 * 60 * MINUTE + 1, ERROR)).isFalse();
  }

  /** The words that whoever wrote something else is told to write. */
  static List<String> examples() {
    String sentence = "";
    try {
      When.parse("often");
    } catch (IllegalArgumentException expected) {
      sentence = String.valueOf(expected.getMessage());
    }
    String list = sentence.substring(sentence.indexOf("write ") + 6, sentence.indexOf("; join"));
    return List.of(list.replace(" or ", " ").split(", ", -1));
  }

  @Test
  void eachHasAnExampleWhereWordsAreWrong() {
    Set<Class<?>> shown = new HashSet<>();
    examples().forEach(words -> shown.add(When.parse(words).get(0).getClass()));
    assertThat(shown).isEqualTo(Set.of(When.class.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theManualExplainsEach(String words) throws IOException {
    assertThat(When.parse(words).get(0).words()).isEqualTo(words);
    assertThat(Files.readString(Path.of("../docs/alerts.md"))).contains("| `" + words + "` |");
  }

  static Stream<String> kept() {
    return Stream.concat(examples().stream(), Stream.of("4 of 9 minutes"));
  }

  @ParameterizedTest
  @MethodSource("kept")
  void whatTheyRememberCanBeKept(String words) {
    ConditionState tracker = ConditionState.of(When.parse(words).get(0));
    ConditionState restored = ConditionState.of(When.parse(words).get(0));
    for (long minute = 0; minute < 2; minute++) {
      tracker.add(START + minute * MINUTE, ERROR);
    }
    restored.load(tracker.save());

    for (long minute = 2; minute < 12; minute++) {
      assertThat(restored.add(START + minute * MINUTE, ERROR))
          .isEqualTo(tracker.add(START + minute * MINUTE, ERROR));
    }
  }
}

package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a word stands, it is found. */
class ByteScanTest {

  private static final int MOST = 100;

  static Stream<String> words() {
    return Stream.of(
            SearchWords.phrases().stream(),
            SearchWords.calls().stream(),
            SearchWords.values().stream().map(value -> ":" + value),
            Stream.of(SearchWords.KEY + "=", SearchWords.KEY + "\":"))
        .flatMap(words -> words);
  }

  @ParameterizedTest
  @MethodSource("words")
  void aWordIsFoundInAnyPlace(String word) {
    for (int before = 0; before < MOST; before++) {
      String text = "~".repeat(before) + word + "~".repeat(MOST - before);

      assertThat(find(text)).as("behind %s bytes", before).isBetween(before, end(before, word));
    }
  }

  @ParameterizedTest
  @MethodSource("words")
  void aWordIsFoundAtTheEnd(String word) {
    for (int before = 0; before < MOST; before++) {
      assertThat(find("~".repeat(before) + word)).isBetween(before, end(before, word));
    }
  }

  @ParameterizedTest
  @MethodSource("words")
  void aWordIsFoundInCapitals(String word) {
    assertThat(find("~".repeat(50) + word.toUpperCase(Locale.ROOT) + "~".repeat(50)))
        .isGreaterThanOrEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 31, 32, 33})
  void whatIsOutsideOfThePartIsNotFound(int begin) {
    String text = "~".repeat(begin) + "openai" + "~".repeat(60) + "openai";
    ByteScan scan = scan(text);
    int length = text.length();

    assertThat(scan.next(begin + 1, length - 1)).isEqualTo(-1);
    assertThat(scan.next(begin, length)).isEqualTo(begin);
    assertThat(scan.next(begin + 1, length)).isEqualTo(begin + 66);
  }

  @Test
  void ofTwoWordsTheFirstIsFound() {
    for (int between = 0; between < 40; between++) {
      String text = "~openai" + "~".repeat(between) + "\ninsufficient_quota~~";

      assertThat(find(text)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OpenAI request succeeded status=200",
        "calling OpenAI, attempt 1",
        "answer of openai took 5 s"
      })
  void thatOpenAiWasCalledIsNoMoreThanACall(String text) {
    ByteScan scan = scan(text);

    assertThat(scan.next(0, text.length())).isNotNegative();
    assertThat(scan.nextBesidesCalls(0, text.length())).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST https://api.openai.com/v1/models answered 500",
        "openai.error.RateLimitError",
        "at com.openai.core.Http.call",
        "OpenAI says code=insufficient_quota"
      })
  void whatTellsMoreThanACallIsFound(String text) {
    ByteScan scan = scan(text);

    assertThat(scan.nextBesidesCalls(0, text.length())).isNotNegative();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 16, 17})
  void eightBytesMakeANumberTheFirstOfThemTheLowest(int length) {
    String text = "0123456789abcdefg".substring(0, length);
    ByteScan scan = scan("~".repeat(100));
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    scan.over(bytes, length);

    for (int i = 0; i < length; i++) {
      long number = scan.longs()[i / Long.BYTES];
      assertThat((byte) (number >>> (Byte.SIZE * (i % Long.BYTES)))).isEqualTo(bytes[i]);
    }
  }

  @Test
  void allWordsAreTold() {
    assertThat(ByteScan.words()).contains("openai", "param").containsAll(SearchWords.phrases());
  }

  /** Some words hold others, which may be found in their stead. */
  private static int end(int before, String word) {
    return before + word.length() - SearchWords.SHORTEST + 1;
  }

  private int find(String text) {
    ByteScan scan = scan(text);
    return scan.next(0, text.length());
  }

  private static ByteScan scan(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    ByteScan scan = new ByteScan();
    scan.over(bytes, bytes.length);
    return scan;
  }
}

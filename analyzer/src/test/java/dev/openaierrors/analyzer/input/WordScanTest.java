package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.analyzer.format.LogBytes;
import dev.openaierrors.error.SearchWords;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a word stands, it is found. */
class WordScanTest {

  private static final int MOST = 100;

  private final WordScan scan = WordScan.instance();

  static Stream<String> words() {
    return Stream.of(
            SearchWords.phrases().stream(),
            SearchWords.calls().stream(),
            SearchWords.values().stream().map(value -> ":" + value),
            Stream.of(SearchWords.key() + "=", SearchWords.key() + "\":"))
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
    LogBytes text = text("~".repeat(begin) + "openai" + "~".repeat(60) + "openai");

    assertThat(scan.find(text, begin + 1, text.length() - 1)).isEqualTo(-1);
    assertThat(scan.find(text, begin, text.length())).isEqualTo(begin);
    assertThat(scan.find(text, begin + 1, text.length())).isEqualTo(begin + 66);
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
    LogBytes bytes = text(text);

    assertThat(scan.find(bytes, 0, bytes.length())).isNotNegative();
    assertThat(scan.findMoreThanCall(bytes, 0, bytes.length())).isEqualTo(-1);
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
    LogBytes bytes = text(text);

    assertThat(scan.findMoreThanCall(bytes, 0, bytes.length())).isNotNegative();
  }

  /** Some words hold others, which may be found in their stead. */
  private static int end(int before, String word) {
    return before + word.length() - SearchWords.SHORTEST + 1;
  }

  private int find(String text) {
    LogBytes bytes = text(text);
    return scan.find(bytes, 0, bytes.length());
  }

  private static LogBytes text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    LogBytes log = new LogBytes(0);
    log.add(bytes, 0, bytes.length);
    return log.aligned();
  }
}

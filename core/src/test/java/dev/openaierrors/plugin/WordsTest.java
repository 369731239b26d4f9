package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of a configuration, and what a misspelt one may have meant. */
class WordsTest {

  private static final List<String> KNOWN =
      List.of("insufficient_quota", "rate_limit_exceeded", "server_error", "timeout");

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a b", " a , b ", "a,,b", "a\n\tb", ",a,b,"})
  void standBetweenCommasAndWhiteSpace(String text) {
    assertThat(Words.split(text)).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", " , ,\n"})
  void areNoneWhereThereAreNone(String text) {
    assertThat(Words.split(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "insufficient_qouta, insufficient_quota",
    "insufficient-quota, insufficient_quota",
    "INSUFFICIENT_QUOTA, insufficient_quota",
    "timeouts, timeout",
    "tiemout, timeout",
    "servererror, server_error",
  })
  void oneWithATypingErrorOrTwoIsTheNearest(String word, String meant) {
    assertThat(Words.nearest(word, KNOWN)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "billing", "quota_is_gone_for_good"})
  void oneThatIsNearToNoneMeansNone(String word) {
    assertThat(Words.nearest(word, KNOWN)).isNull();
  }

  @Test
  void anyOneErrorInAWordIsForgiven() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      String meant = KNOWN.get(random.nextInt(KNOWN.size()));
      StringBuilder word = new StringBuilder(meant);
      int at = random.nextInt(meant.length() - 1);
      switch (random.nextInt(4)) {
        case 0 -> word.deleteCharAt(at);
        case 1 -> word.insert(at, (char) ('a' + random.nextInt(26)));
        case 2 -> word.setCharAt(at, (char) ('a' + random.nextInt(26)));
        default -> word.insert(at, word.charAt(at + 1)).deleteCharAt(at + 2);
      }
      assertThat(Words.nearest(word.toString(), KNOWN))
          .as("seed %d: %s", seed, word)
          .isEqualTo(meant);
    }
  }

  @Test
  void adviceNamesTheNearestAndAll() {
    assertThat(Words.advice("timeut", List.of("timeout", "outage")))
        .isEqualTo("did you mean 'timeout'? Known: timeout, outage");
    assertThat(Words.advice("zzz", List.of("timeout"))).isEqualTo("Known: timeout");
  }

  @Test
  void aQuotationIsShortOnOneLineAndWithoutSecrets() {
    assertThat(Words.quote("a\nb")).doesNotContain("\n");
    assertThat(Words.quote("x".repeat(1_000))).hasSizeLessThan(100);
    assertThat(Words.quote("sk-proj-abcdefghijklmnopqrstuvwxyz0123456789"))
        .doesNotContain("abcdefghijkl");
    assertThat(Words.quote("")).isEqualTo("''");
  }
}

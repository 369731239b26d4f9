package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is offered for a word that is not known: what was surely meant, and else nothing. */
class NearMissTest {

  private static final List<String> KINDS =
      Stream.of(ErrorKind.values()).map(ErrorKind::id).toList();
  private static final List<String> FORMATS = List.of("text", "json", "csv");

  @ParameterizedTest
  @CsvSource({
    "insufficient_qota, insufficient_quota",
    "INSUFFICIENT-QUOTA, insufficient_quota",
    "insufficient quota, insufficient_quota",
    "quota, insufficient_quota",
    "rate_limit, rate_limit_exceeded",
    "timout, timeout",
    "tiemout, timeout",
    "invalid_api_keys, invalid_api_key",
    "context_length, context_length_exceeded",
  })
  void aKindThatIsNearlyWrittenIsOffered(String word, String meant) {
    assertThat(NearMiss.of(word, KINDS)).isEqualTo("; did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({"cvs, csv", "jsno, json", "txet, text", "jso, json", "tex, text", "CSVS, csv"})
  void aShortWordIsOfferedForOneSlipOfTheFinger(String word, String meant) {
    assertThat(NearMiss.of(word, FORMATS)).isEqualTo("; did you mean " + meant + "?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "xml", "pdf", "yaml", "html", "a", "429", "error code 17"})
  void forAnotherWordNothingIs(String word) {
    assertThat(NearMiss.of(word, FORMATS)).isEmpty();
  }

  @Test
  void whereNothingIsKnownNothingIsOffered() {
    assertThat(NearMiss.of("json", List.of())).isEmpty();
  }

  /** Whoever pastes a log there waits for no comparison. */
  @Test
  void aTextIsNoWord() {
    assertThat(NearMiss.of("insufficient_quota ".repeat(100_000), KINDS)).isEmpty();
  }

  @Test
  void oneLetterTooManyTooFewOrAnotherIsAlwaysForgiven() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      String kind = KINDS.get(random.nextInt(KINDS.size()));
      String word = slipped(kind, random);
      if (!KINDS.contains(word)) {
        assertThat(NearMiss.of(word, KINDS))
            .as("seed %d, word %s", seed, word)
            .isEqualTo("; did you mean " + kind + "?");
      }
    }
  }

  private static String slipped(String kind, Random random) {
    StringBuilder word = new StringBuilder(kind);
    int at = random.nextInt(kind.length() - 1);
    char letter = (char) ('a' + random.nextInt(26));
    switch (random.nextInt(4)) {
      case 0 -> word.insert(at, letter);
      case 1 -> word.deleteCharAt(at);
      case 2 -> word.setCharAt(at, letter);
      default -> {
        word.setCharAt(at, kind.charAt(at + 1));
        word.setCharAt(at + 1, kind.charAt(at));
      }
    }
    return word.toString();
  }
}

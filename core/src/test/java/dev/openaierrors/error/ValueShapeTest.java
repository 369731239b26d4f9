package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a value looks like: a secret, something that stands for one, or a word. */
class ValueShapeTest {

  private static boolean isHarmless(String value, SecretName name) {
    return ValueShape.isHarmless(value.toCharArray(), 0, value.length(), name);
  }

  private static boolean isNoWord(String value, boolean certain) {
    return ValueShape.isNoWord(value.toCharArray(), 0, value.length(), certain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "****",
        "...",
        "-",
        "<>",
        "{}",
        "[]",
        "\u2026",
        "null",
        "None",
        "FALSE",
        "undefined"
      })
  void nothingIsNoSecretWhateverItsName(String value) {
    assertThat(isHarmless(value, SecretName.STRONG)).isTrue();
    assertThat(isHarmless(value, SecretName.HEADER)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"YOUR_API_KEY", "your-key-here", "Your Key", "<api key>", "<x1>"})
  void whatStandsForOneIsNoSecret(String value) {
    assertThat(isHarmless(value, SecretName.STRONG)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "YOUR_KEY_1", "correct", "1234", "***a", "nulls1"})
  void anythingElseBehindAStrongNameIsOne(String value) {
    assertThat(isHarmless(value, SecretName.STRONG)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "30000, COUNT, true",
    "'30,000', COUNT, true",
    "30k7, COUNT, false",
    "max_tokens, COUNT, true",
    "1234, WEAK, true",
    "12345, WEAK, false",
    "expired, WEAK, true",
    "Expired, WEAK, false",
    "a-very-long-plain-word-of-people, WEAK, false",
    "30000, STRONG, false",
  })
  void behindAWeakNameNumbersAndPlainWordsAreNone(String value, SecretName name, boolean harmless) {
    assertThat(isHarmless(value, name)).isEqualTo(harmless);
  }

  @ParameterizedTest
  @CsvSource({
    "password, false, false",
    "passw0rd, true, true",
    "passw0rd, false, false",
    "p4ssw0rd, true, true",
    "p4ssw0rd, false, true",
    "secret!!, true, true",
    "Secret, true, false",
    "SeCret, true, true",
    "SECRET, true, false",
    "12345678, true, false",
    "a1b2, true, false",
    "https://a1b2c3, true, false",
  })
  void isNoWordByItsDigitsMarksAndCapitals(String value, boolean certain, boolean noWord) {
    assertThat(isNoWord(value, certain)).isEqualTo(noWord);
  }
}

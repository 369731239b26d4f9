package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a word in the head of a line can be. */
class WordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.Chat", "chat.py:7", "com.acme.chat:7"})
  void somePlacesInCodeCanBeNothingElse(String word) {
    assertThat(Words.isPlace(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"failed", "failed.", ".", "..", "a.", ".a", "api.openai.com", "a.b."})
  void aWordOfASentenceIsNone(String word) {
    assertThat(Words.isPlace(word)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.openai.com", "api.openai.com:443", "gpt-5.2", "v1.2", "a..b"})
  void hostsAndVersionsAreNoLoggers(String word) {
    assertThat(Words.isLogger(word)).isFalse();
  }
}

package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n", "\r", "\0", "\u001b", "\u007f", "\u0085", "\u200b", "\u202e", "\u2028", "\u2029",
        "\ufeff"
      })
  void replacesWhatIsAnOrderToWhoeverShowsIt(String order) {
    assertThat(Printable.of("a" + order + "b", '?')).isEqualTo("a?b");
  }

  @Test
  void replacesHalvesOfCharacters() {
    assertThat(Printable.of("\ud83d", '?')).isEqualTo("?");
    assertThat(Printable.of("a\udd25b\ud83d", '?')).isEqualTo("a?b?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "chat-api", "Zürich €5 \u00a0", "\u6c49\u5b57", "\ud83d\udd25"})
  void keepsEverythingElseAsTheVerySameText(String text) {
    assertThat(Printable.of(text, '?')).isSameAs(text);
  }
}

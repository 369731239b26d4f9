package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {

  static final Secrets[] SECRETS = Secrets.values();

  @ParameterizedTest
  @FieldSource("SECRETS")
  void secretsGiveWayWherever(Secrets secret) {
    String text = secret.text();
    assertThat(Redactor.clean(text, 500)).doesNotContain(secret.telling());
    assertThat(Redactor.clean("key " + text + " is wrong", 500))
        .startsWith("key ")
        .endsWith(" is wrong")
        .doesNotContain(secret.telling());
    assertThat(Redactor.clean("url?k=" + text, 500)).doesNotContain(secret.telling());
    assertThat(Redactor.clean("'" + text + "'", 500)).doesNotContain(secret.telling());
    assertThat(Redactor.clean("(" + text + "),", 500)).doesNotContain(secret.telling());
    assertThat(Redactor.clean("a:" + text + ";b", 500)).doesNotContain(secret.telling());
  }

  @ParameterizedTest
  @FieldSource("SECRETS")
  void aSecretThatIsCutOffByTheCapDoesNotShow(Secrets secret) {
    for (int before = 0; before < 60; before++) {
      String text = "x ".repeat(before / 2) + "y".repeat(before % 2) + " " + secret.text();
      String clean = Redactor.clean(text, 50);
      assertThat(clean).doesNotContain(secret.telling().substring(0, 6));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api_key: Bearer letmein2026 x",
        "{\"api_key\": Bearer letmein2026 x}",
        "x-api-key: token letmein2026 x",
        "using Bearer Bearer letmein2026 x",
        "using Bearer auth.=Bearer letmein2026 x",
        "using Bearer auth.(Bearer letmein2026(",
        "Authorization: Bearer  Bearer letmein2026",
        "curl --api-key Yourmein*2026 --verbose",
        "asked by whiskeypwd@example.com later",
        "later letmepwdmein2026@example.com"
      })
  void theWordBeforeASecretIsNotAllOfIt(String text) {
    assertThat(Redactor.clean(text, 500)).doesNotContain("mein", "2026", "whiskey");
  }

  @Test
  void aCutNeverPartsACharacter() {
    assertThat(Redactor.clean("x".repeat(8) + "\ud83d\ude00" + "x".repeat(8), 10))
        .isEqualTo("x".repeat(8) + "\u2026");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gpt-4o-mini-2024-07-18",
        "ft:gpt-4o-mini-2024-07-18",
        "text-embedding-3-large",
        "meta-llama/Llama-3.3-70B-Instruct",
        "messages[3].content[0].image_url",
        "invalid_request_error",
        "unsupported_country_region_territory",
        "organization_usage_limit_exceeded",
        "ResponsibleAIPolicyViolation",
        "tools[0].function.parameters",
        "Größe über alles",
        "The task-force asked."
      })
  void namesStayAsTheyAre(String text) {
    assertThat(Redactor.clean(text, 100)).isSameAs(text);
  }

  @Test
  void aKeyThatWasRefusedIsOneWhereverItIsRepeated() {
    assertThat(
            Redactor.clean(
                "tried 'Tr0mbone77' and got 401 Incorrect API key provided: Tr0mbone77. You can find"
                    + " your API key at https://platform.openai.com. Retrying with Tr0mbone77 again",
                400))
        .doesNotContain("Tr0mbone77")
        .contains("Retrying with [redacted] again");
  }

  @Test
  void whatFollowsBearerIsASecretWhateverItLooksLike() {
    assertThat(Redactor.clean("Bearer letmein", 100)).isEqualTo("Bearer [redacted]");
    assertThat(Redactor.clean("authorization: bearer  hunter2 x", 100))
        .isEqualTo("authorization: [redacted] x");
    assertThat(Redactor.clean("in a header using Bearer auth", 100))
        .isEqualTo("in a header using Bearer auth");
  }

  @ParameterizedTest
  @ValueSource(
      chars = {'\0', '\n', '\r', '\t', '\u001b', '\u007f', '\u0085', '\u2028', '\ud800', '\udfff'})
  void controlCharactersBecomeBlanks(char c) {
    assertThat(Redactor.clean("a" + c + "b", 100)).isEqualTo("a b");
    assertThat(Redactor.clean("a " + c, 100)).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\u00ad', '\u200b', '\u200d', '\u202e', '\u2060', '\ufeff'})
  void charactersThatDoNotShowGo(char c) {
    assertThat(Redactor.clean("a" + c + "b", 100)).isEqualTo("ab");
    assertThat(Redactor.clean("a " + c, 100)).isEqualTo("a");
  }

  @Test
  void pairedSurrogatesStay() {
    assertThat(Redactor.clean("a \ud83d\udd25 b", 100)).isEqualTo("a \ud83d\udd25 b");
  }

  @Test
  void longTextIsCutAndShowsIt() {
    assertThat(Redactor.clean("word ".repeat(100), 20))
        .hasSize(20)
        .startsWith("word word")
        .endsWith("\u2026");
    assertThat(Redactor.clean("word ".repeat(4), 19)).isEqualTo("word word word word");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n\t", "\u0000"})
  void whatHoldsNothingIsNull(String text) {
    assertThat(Redactor.clean(text, 100)).isNull();
  }

  @Test
  void nullIsNull() {
    assertThat(Redactor.clean(null, 100)).isNull();
  }

  @Test
  void redactingTwiceChangesNothing() {
    for (Secrets secret : SECRETS) {
      String once = Redactor.clean("a " + secret.text() + " b", 100);
      assertThat(Redactor.clean(once, 100)).isEqualTo(once);
    }
  }
}

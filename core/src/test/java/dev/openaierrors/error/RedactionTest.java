package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that we write holds a secret or breaks a line. */
class RedactionTest {

  private static final List<String> SECRETS =
      List.of(
          "sk-proj-aB3dE6gH9jK2mN5pQ8sT1vW4",
          "sk-1234567890abcdefABCDEF1234567890",
          "0123456789abcdef0123456789abcdef",
          "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
          "jane.doe@example.com",
          "org-aBcDeFgHiJkLmNoPqRsTuVwX",
          "org_01h2j3k4m5n6p7q8r9s0",
          "proj_aBcDeFgHiJkLmNoPqRsTuVwX",
          "gsk_aBcDeFgHiJkLmNoP1234567890",
          "xai-aBcDeFgHiJkLmNoP1234567890");

  @Test
  void noFieldHoldsASecretWhereverItIsPlanted() {
    ErrorAnalyzer analyzer = ErrorAnalyzer.create();
    Random random = new Random(42);
    int recognised = 0;
    for (Sample sample : Samples.ALL) {
      for (Form form : Form.values()) {
        for (String secret : SECRETS) {
          for (String text : planted(form.of(sample), secret, random)) {
            OpenAiError error = analyzer.analyze(text);
            if (error != null) {
              recognised++;
              assertClean(error.fields(), secret, text);
            }
          }
        }
      }
    }
    assertThat(recognised).isGreaterThan(10_000);
  }

  private static List<String> planted(String text, String secret, Random random) {
    List<String> texts = new ArrayList<>();
    int at = random.nextInt(text.length());
    texts.add(text.substring(0, at) + secret + text.substring(at));
    texts.add(text.substring(0, at) + " " + secret + " " + text.substring(at));
    texts.add(text.replace("\"param\":null", "\"param\":\"" + secret + "\""));
    texts.add(text.replaceFirst("(\"code\": ?\")[a-z_]+", "$1" + secret));
    texts.add(text.replace("gpt-5.4", secret));
    texts.add(text + " (request id: " + secret + ") for model " + secret);
    return texts;
  }

  private static void assertClean(Map<String, String> fields, String secret, String text) {
    fields.forEach(
        (key, value) -> {
          // A request may have an id that looks like nothing else but a key of Azure.
          boolean id = key.endsWith("request_id") && secret.matches("[0-9a-f]{32}");
          if (!id) {
            assertThat(value).as(key + " of " + text).doesNotContain(secret);
          }
          assertThat(value)
              .as(key)
              .hasSizeLessThanOrEqualTo(300)
              .doesNotContain("\n", "\r", "\u001b");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "'use sk-abc1234567 now', 'use [redacted] now'",
    "'Bearer abc, then', 'Bearer [redacted], then'",
    "'mail me@example.org', 'mail [redacted]'",
    "'organization org-abcdef', 'organization [redacted]'",
    "'project (proj_abcdef)', 'project ([redacted])'",
    "'rate_limit_exceeded', 'rate_limit_exceeded'",
    "'messages[3].content', 'messages[3].content'",
    "'ft:gpt-4o-mini:acme::9aBcD', 'ft:gpt-4o-mini:acme::9aBcD'",
    "'task-force', 'task-force'"
  })
  void redactsWhatIsSecretAndNothingElse(String text, String clean) {
    assertThat(Redactor.clean(text, 100)).isEqualTo(clean);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\u001b[31mb", "a\u0000b", "a\u202eb", "a\u2028b"})
  void writesOneLineWithoutControlCharacters(String text) {
    assertThat(Redactor.clean(text, 100)).matches("a[ \\[31m]+b");
  }

  @Test
  void capsAndSaysSo() {
    assertThat(Redactor.clean("ab ".repeat(100), 20)).hasSize(20).endsWith("\u2026");
  }

  @Test
  void keepsPairsOfSurrogatesAndDropsLoneOnes() {
    assertThat(Redactor.clean("x\ud83d\ude00y\ud83dz", 100)).isEqualTo("x\ud83d\ude00y z");
  }

  @Test
  void nothingIsNothing() {
    assertThat(Redactor.clean(null, 10)).isNull();
    assertThat(Redactor.clean(" \n ", 10)).isNull();
  }
}

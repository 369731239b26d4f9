package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words by which kinds are recognised do not get into each other's way. */
class CatalogueTest {

  @ParameterizedTest
  @CsvSource({
    "credit_balance_exhausted, auto-recharge",
    "organization_spend_limit_exceeded, organization's monthly spend limit",
    "project_spend_limit_exceeded, this project's spend limit",
    "organization_usage_limit_exceeded, approved usage limit",
    "billing_not_active, billing details",
    "billing_hard_limit_reached, hard limit"
  })
  void finerBillingCodesHaveARemedyOfTheirOwn(String code, String remedy) {
    ErrorKind quota = ErrorKind.INSUFFICIENT_QUOTA;
    assertThat(quota.fix(code)).contains(remedy).isNotEqualTo(quota.fix());
  }

  @Test
  void remediesAreForCodesAndWordingThatTheKindIsRecognisedBy() {
    for (ErrorKind kind : ErrorKind.values()) {
      List<String> known =
          Phrases.all().stream().filter(phrase -> phrase.kind() == kind).map(Phrase::text).toList();
      assertThat(known).containsAll(kind.signature().remedies().keySet());
    }
  }

  @Test
  void noCodeMeansTwoKinds() {
    Map<String, ErrorKind> kinds = new HashMap<>();
    for (ErrorKind kind : ErrorKind.values()) {
      for (String code : kind.signature().codes()) {
        assertThat(kinds.put(code, kind)).as("also means %s: %s", kind, code).isNull();
      }
      for (String code : kind.signature().commonCodes()) {
        assertThat(kinds.put(code, kind)).as("also means %s: %s", kind, code).isNull();
      }
    }
  }

  @Test
  void signsAreWrittenAsTheyAreLookedFor() {
    for (Phrase phrase : Phrases.all()) {
      assertThat(phrase.text())
          .matches(text -> text.equals(lower(text)), "lower case")
          .doesNotContainPattern("  |[\\t\\n\\r\\\\|<][\\\\]|\\\\");
    }
  }

  private static String lower(String text) {
    StringBuilder lower = new StringBuilder();
    text.chars().forEach(c -> lower.append(Chars.lower((char) c)));
    return lower.toString();
  }
}

package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue of kinds, held against OpenAI's guide. */
class CatalogueTest {

  @Test
  void thereIsAKindForEveryRowOfTheGuide() {
    assertThat(ErrorKind.values())
        .extracting(ErrorKind::id)
        .containsExactlyInAnyOrder(
            "invalid_authentication",
            "invalid_api_key",
            "not_organization_member",
            "ip_not_authorized",
            "unsupported_country_region_territory",
            "rate_limit_exceeded",
            "insufficient_quota",
            "server_error",
            "engine_overloaded",
            "slow_down",
            "permission_denied",
            "account_deactivated",
            "model_not_found",
            "context_length_exceeded",
            "content_policy_violation",
            "invalid_request",
            "timeout",
            "connection_error",
            "unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "rate_limit_exceeded, server_error, engine_overloaded, slow_down, timeout, connection_error"
  })
  void onlyWhatPassesByItselfIsRetryable(
      String a, String b, String c, String d, String e, String f) {
    assertThat(ErrorKind.values())
        .filteredOn(ErrorKind::retryable)
        .extracting(ErrorKind::id)
        .containsExactlyInAnyOrder(a, b, c, d, e, f);
  }

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

package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.ErrorMatch;
import dev.openaierrors.plugin.FilterSettings.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterSettingsTest {

  private final FilterSettings settings = new FilterSettings();
  private final List<String> problems = new ArrayList<>();

  @Test
  void letsErrorsThroughAndNothingElseByDefault() {
    ErrorMatch match = settings.match(problems::add);
    assertThat(match.matches(ErrorKind.INSUFFICIENT_QUOTA, false)).isTrue();
    assertThat(match.matches(ErrorKind.RATE_LIMIT_EXCEEDED, true)).isTrue();
    assertThat(settings.onMatch(problems::add)).isEqualTo(Reply.NEUTRAL);
    assertThat(settings.onMismatch(problems::add)).isEqualTo(Reply.DENY);
    assertThat(problems).isEmpty();
  }

  @Test
  void readsWordsInAnyCase() {
    settings.setKinds("Insufficient_Quota");
    settings.setRetryable(" False ");
    settings.setOnMatch("accept");
    settings.setOnMismatch(" neutral");
    ErrorMatch match = settings.match(problems::add);
    assertThat(match.matches(ErrorKind.INSUFFICIENT_QUOTA, false)).isTrue();
    assertThat(match.matches(ErrorKind.INSUFFICIENT_QUOTA, true)).isFalse();
    assertThat(match.matches(ErrorKind.RATE_LIMIT_EXCEEDED, false)).isFalse();
    assertThat(settings.onMatch(problems::add)).isEqualTo(Reply.ACCEPT);
    assertThat(settings.onMismatch(problems::add)).isEqualTo(Reply.NEUTRAL);
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "yes, true", "ON, true", "false, false", "No, false", "off, false"})
  void readsTrueAndFalseAsEveryOtherSettingDoes(String word, boolean retryable) {
    settings.setRetryable(word);
    assertThat(settings.match(problems::add).retryable()).isEqualTo(retryable);
    assertThat(problems).isEmpty();
  }

  @Test
  void neverDeniesForMatchingASettingThatCouldNotBeRead() {
    settings.setOnMatch("DENY");
    settings.setKinds("quota, limits");
    assertThat(settings.onMatch(problems::add)).isEqualTo(Reply.NEUTRAL);
    assertThat(problems).isEmpty();
    settings.match(problems::add);
    assertThat(problems)
        .hasSize(2)
        .allSatisfy(text -> assertThat(text).contains("so no event is dropped for matching"));
  }

  @Test
  void deniesForMatchingTheKindsThatCouldBeRead() {
    settings.setOnMatch("DENY");
    settings.setKinds("insufficient_quota, limits");
    assertThat(settings.onMatch(problems::add)).isEqualTo(Reply.DENY);
    assertThat(settings.match(problems::add).matches(ErrorKind.RATE_LIMIT_EXCEEDED, true))
        .isFalse();
  }

  @Test
  void fallsBackFromAnAnswerThatIsNone() {
    settings.setOnMatch("ALLOW");
    assertThat(settings.onMatch(problems::add)).isEqualTo(Reply.NEUTRAL);
    assertThat(problems)
        .containsExactly(
            "openai-errors: onMatch: 'ALLOW' is no answer of a filter, so NEUTRAL is used;"
                + " Known: ACCEPT, NEUTRAL, DENY.");
  }
}

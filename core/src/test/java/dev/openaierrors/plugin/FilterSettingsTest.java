package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.ErrorMatch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterSettingsTest {

  private final ManualHost host = new ManualHost(new ManualHost.ManualClock());
  private final List<String> problems = host.sentences;
  private final Settings given = new Settings();

  private FilterSettings settings() {
    return FilterSettings.of(given, "<filter>", host);
  }

  @Test
  void letsErrorsThroughAndNothingElseByDefault() {
    ErrorMatch match = settings().match();
    assertThat(match.matches(ErrorKind.INSUFFICIENT_QUOTA, false)).isTrue();
    assertThat(match.matches(ErrorKind.RATE_LIMIT_EXCEEDED, true)).isTrue();
    assertThat(settings().onMatch()).isEqualTo(FilterDecision.NEUTRAL);
    assertThat(settings().onMismatch()).isEqualTo(FilterDecision.DENY);
    assertThat(problems).isEmpty();
  }

  @Test
  void readsWordsInAnyCase() {
    given.set("kinds", "Insufficient_Quota");
    given.set("retryable", " False ");
    given.set("onMatch", "accept");
    given.set("onMismatch", " neutral");
    ErrorMatch match = settings().match();
    assertThat(match.matches(ErrorKind.INSUFFICIENT_QUOTA, false)).isTrue();
    assertThat(match.matches(ErrorKind.INSUFFICIENT_QUOTA, true)).isFalse();
    assertThat(match.matches(ErrorKind.RATE_LIMIT_EXCEEDED, false)).isFalse();
    assertThat(settings().onMatch()).isEqualTo(FilterDecision.ACCEPT);
    assertThat(settings().onMismatch()).isEqualTo(FilterDecision.NEUTRAL);
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "yes, true", "ON, true", "false, false", "No, false", "off, false"})
  void readsTrueAndFalseAsEveryOtherSettingDoes(String word, boolean retryable) {
    given.set("retryable", word);
    assertThat(settings().match().retryable()).isEqualTo(retryable);
    assertThat(problems).isEmpty();
  }

  @Test
  void neverDeniesForMatchingASettingThatCouldNotBeRead() {
    given.set("onMatch", "DENY");
    given.set("kinds", "quota, limits");
    assertThat(settings().onMatch()).isEqualTo(FilterDecision.NEUTRAL);
    assertThat(problems)
        .hasSize(2)
        .allSatisfy(text -> assertThat(text).contains("so no event is dropped for matching"));
  }

  @Test
  void deniesForMatchingTheKindsThatCouldBeRead() {
    given.set("onMatch", "DENY");
    given.set("kinds", "insufficient_quota, limits");
    assertThat(settings().onMatch()).isEqualTo(FilterDecision.DENY);
    assertThat(settings().match().matches(ErrorKind.RATE_LIMIT_EXCEEDED, true)).isFalse();
  }

  @Test
  void fallsBackFromAnAnswerThatIsNone() {
    given.set("onMatch", "ALLOW");
    assertThat(settings().onMatch()).isEqualTo(FilterDecision.NEUTRAL);
    assertThat(problems)
        .containsExactly(
            "openai-errors: onMatch: 'ALLOW' is no answer of a filter, so NEUTRAL is used;"
                + " Known: ACCEPT, NEUTRAL, DENY.");
  }
}

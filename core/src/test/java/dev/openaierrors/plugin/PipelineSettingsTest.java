package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineSettingsTest {

  private final ManualHost host = new ManualHost(new ManualHost.ManualClock());
  private final List<String> problems = host.sentences;
  private final Settings given = new Settings();

  private PipelineSettings settings() {
    return PipelineSettings.ofAppender(given, "<appender>", List.of("appender-ref"), host);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \n ", " , "})
  void blankMeansTheDefault(String blank) {
    given.set("fields", blank);
    given.set("providers", blank);
    assertThat(settings().fields()).containsExactly(ErrorField.values());
    assertThat(settings().analyzer(host)).isNotNull();
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "\t"})
  void blankMeansInfo(String blank) {
    given.set("level", blank);
    assertThat(settings().level()).isEqualTo("INFO");
    assertThat(problems).isEmpty();
  }

  @Test
  void wordsStandInAnyCaseBetweenCommasAndWhiteSpace() {
    given.set("fields", "\n  Kind,fix\n  REQUEST_ID , ");
    assertThat(settings().fields())
        .containsExactly(ErrorField.KIND, ErrorField.FIX, ErrorField.REQUEST_ID);
    assertThat(problems).isEmpty();
  }

  @Test
  void leavesOutAWordThatIsNotKnown() {
    given.set("fields", "kind, fxi");
    assertThat(settings().fields()).containsExactly(ErrorField.KIND);
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith(
            "openai-errors: fields: 'fxi' is no field of an OpenAI error, so it is left out;"
                + " did you mean 'fix'? Known: kind, retryable, ");
  }

  @Test
  void usesAllWhereNoWordIsKnown() {
    given.set("fields", "everything");
    assertThat(settings().fields()).containsExactly(ErrorField.values());
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith(
            "openai-errors: fields: 'everything' is no field of an OpenAI error and no known word"
                + " is left, so all are used; Known: kind, ");
  }

  @ParameterizedTest
  @CsvSource({"trace, TRACE", "' Warn ', WARN", "ERROR, ERROR"})
  void aLevelStandsInAnyCase(String word, String level) {
    given.set("level", word);
    assertThat(settings().level()).isEqualTo(level);
    assertThat(problems).isEmpty();
  }

  @Test
  void repeatsNoMoreOfAConfigurationThanIsFitForALine() {
    given.set("level", "a\u001b[31m\n" + "b ".repeat(5_000));
    settings();
    assertThat(problems.get(0)).hasSizeLessThan(250).doesNotContain("\u001b", "\n").contains("…'");
  }
}

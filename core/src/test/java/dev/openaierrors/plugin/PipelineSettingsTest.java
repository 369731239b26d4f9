package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorField;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineSettingsTest {

  private final PipelineSettings settings = new PipelineSettings();
  private final List<String> problems = new ArrayList<>();

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \n ", " , "})
  void blankMeansTheDefault(String blank) {
    settings.setFields(blank);
    settings.setProviders(blank);
    assertThat(settings.fields(problems::add)).containsExactly(ErrorField.values());
    assertThat(settings.analyzer(new ManualHost(new ManualHost.ManualClock()))).isNotNull();
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "\t"})
  void blankMeansInfo(String blank) {
    settings.setLevel(blank);
    assertThat(settings.level(problems::add)).isEqualTo("INFO");
    assertThat(problems).isEmpty();
  }

  @Test
  void wordsStandInAnyCaseBetweenCommasAndWhiteSpace() {
    settings.setFields("\n  Kind,fix\n  REQUEST_ID , ");
    assertThat(settings.fields(problems::add))
        .containsExactly(ErrorField.KIND, ErrorField.FIX, ErrorField.REQUEST_ID);
    assertThat(problems).isEmpty();
  }

  @Test
  void leavesOutAWordThatIsNotKnown() {
    settings.setFields("kind, fxi");
    assertThat(settings.fields(problems::add)).containsExactly(ErrorField.KIND);
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith(
            "openai-errors: fields: 'fxi' is no field of an OpenAI error and is left out;"
                + " did you mean 'fix'? Known: kind, retryable, ");
  }

  @Test
  void aFrameworkWithoutAThreadToSpareIsNoHarm() {
    PipelineSettings.prepare(
        task -> {
          throw new RejectedExecutionException("stopping");
        });
    PipelineSettings.prepare(Runnable::run);
    assertThat(
            settings
                .analyzer(new ManualHost(new ManualHost.ManualClock()))
                .analyze("OpenAI: 429 You exceeded your current quota"))
        .isNotNull();
    assertThat(problems).isEmpty();
  }

  @Test
  void usesAllWhereNoWordIsKnown() {
    settings.setFields("everything");
    assertThat(settings.fields(problems::add)).containsExactly(ErrorField.values());
    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith(
            "openai-errors: fields: 'everything' is no field of an OpenAI error and no known word"
                + " is left, so all are used; Known: kind, ");
  }

  @ParameterizedTest
  @CsvSource({"trace, TRACE", "' Warn ', WARN", "ERROR, ERROR"})
  void aLevelStandsInAnyCase(String given, String level) {
    settings.setLevel(given);
    assertThat(settings.level(problems::add)).isEqualTo(level);
    assertThat(problems).isEmpty();
  }

  @Test
  void repeatsNoMoreOfAConfigurationThanIsFitForALine() {
    settings.setLevel("a\u001b[31m\n" + "b ".repeat(5_000));
    settings.level(problems::add);
    assertThat(problems.get(0)).hasSizeLessThan(250).doesNotContain("\u001b", "\n").contains("…'");
  }
}

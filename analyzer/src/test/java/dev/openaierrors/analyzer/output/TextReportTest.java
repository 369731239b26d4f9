package dev.openaierrors.analyzer.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.analyzer.report.ErrorReport;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {

  @Test
  void theFirstTenLinesTellWhatHappenedAndWhatToDo() throws IOException {
    List<String> lines = TextReport.lines(Reports.morning(), new Style(false, true, 100));
    assertThat(lines.subList(0, 10))
        .contains("272 OpenAI errors in app.log (1.2 MB)")
        .contains("2026-05-04 10:00 to 10:40 Z")
        .anyMatch(line -> line.startsWith("152 cannot be fixed by retrying"))
        .anyMatch(line -> line.startsWith("Act now: OpenAI quota exhausted from 10:03 to 10:40"))
        .anyMatch(line -> line.startsWith("  \u2192 Buy credits"))
        .anyMatch(line -> line.startsWith("Slow down: OpenAI rate limit hit in a burst from"));
  }

  @Test
  void theTablesBelowItHaveTheNumbers() throws IOException {
    List<String> lines = TextReport.lines(Reports.morning(), new Style(false, true, 100));
    assertThat(lines)
        .anyMatch(
            line -> line.matches(" *152 +insufficient_quota +no +10:03 +10:40 +gpt-4o 101, .*"))
        .anyMatch(line -> line.matches(" *120 +rate_limit_exceeded +yes +10:00 +10:01 +gpt-4o 120"))
        .anyMatch(line -> line.matches("insufficient_quota +[\u2581-\u2588\u00b7 ]+max [0-9]+"));
    assertThat(lines)
        .contains("  10:03\u201310:40  insufficient_quota  152 errors in 38 min, up to 4 a minute")
        .anyMatch(line -> line.contains("firing") && line.contains("quota"))
        .anyMatch(line -> line.contains("resolved") && line.contains("quota"));
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 200})
  void fitsTheWidth(int width) throws IOException {
    for (ErrorReport report : new ErrorReport[] {Reports.morning(), Reports.everyKind()}) {
      assertThat(TextReport.lines(report, Style.plain(width)))
          .allMatch(line -> line.length() <= width);
    }
  }

  @Test
  void asciiIsEnough() throws IOException {
    assertThat(TextReport.lines(Reports.everyKind(), Style.plain(100)))
        .allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c < 127));
  }

  @Test
  void whatStandsInTheLogCannotSteerTheTerminal() throws IOException {
    assertThat(TextReport.lines(Reports.hostile("\u001b]0;x\u0007\u009b31m\n"), Style.plain(100)))
        .allMatch(line -> line.chars().noneMatch(Character::isISOControl));
  }
}

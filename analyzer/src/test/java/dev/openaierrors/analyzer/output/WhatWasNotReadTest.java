package dev.openaierrors.analyzer.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.analyzer.input.FileFacts;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.Events;
import dev.openaierrors.analyzer.report.ReplayReport;
import dev.openaierrors.analyzer.report.ReportBuilder;
import dev.openaierrors.error.ErrorKind;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In each form of a report it shows what was not read, and what was taken for what. */
class WhatWasNotReadTest {

  private final ReportBuilder builder = new ReportBuilder();

  /** The forms that people read. */
  enum Form {
    TEXT {
      @Override
      String of(ErrorReport report) {
        return String.join("\n", TextReport.lines(report, Style.plain(200)));
      }
    },
    HTML {
      @Override
      String of(ErrorReport report) throws IOException {
        StringWriter page = new StringWriter();
        HtmlReport.write(report, page);
        return page.toString();
      }
    },
    MARKDOWN {
      @Override
      String of(ErrorReport report) throws IOException {
        StringWriter ticket = new StringWriter();
        MarkdownReport.write(report, ticket);
        return ticket.toString();
      }
    };

    abstract String of(ErrorReport report) throws IOException;
  }

  private ErrorReport report(boolean interrupted) {
    return builder.build(ZoneOffset.UTC, interrupted, ReplayReport.NONE);
  }

  private void file(String name, long bytes, @Nullable String failure, String... warnings) {
    String format = bytes == 0 ? null : "Spring Boot";
    builder.add(
        new FileFacts(name, format, bytes, 7, 0, null, null, false, failure, List.of(warnings)));
  }

  private void error() {
    builder.add(Events.of(ErrorKind.TIMEOUT).after(Duration.ZERO));
  }

  @ParameterizedTest
  @EnumSource
  void whereAllWasReadAndNothingFoundThatIsAll(Form form) throws IOException {
    file("app.log", 100, null);
    assertThat(form.of(report(false)))
        .contains("No OpenAI errors")
        .doesNotContain("could", "ended", "No OpenAI errors in what");
  }

  /** Whoever pressed Ctrl-C shall not take the begin for the whole. */
  @ParameterizedTest
  @EnumSource
  void whereTheReadingWasEndedThatIsSaidBesideWhatWasFoundAndBesideNothing(Form form)
      throws IOException {
    file("app.log", 100, null);
    String nothing = form.of(report(true));
    assertThat(nothing).containsAnyOf("not read to the end", "ended before the end");
    assertThat(nothing.contains("No OpenAI errors in what was read")).isEqualTo(form != Form.TEXT);
    error();
    assertThat(form.of(report(true))).containsAnyOf("not read to the end", "ended before the end");
  }

  @ParameterizedTest
  @EnumSource
  void whereAFileCouldNotBeReadToItsEndThatIsSaid(Form form) throws IOException {
    file("app.log", 100, "It is broken.");
    assertThat(form.of(report(false)))
        .contains("It is broken.")
        .containsAnyOf("could not be read to its end", "in what could be read");
    error();
    assertThat(form.of(report(false))).contains("It is broken.");
  }

  @ParameterizedTest
  @EnumSource
  void whereNothingCouldBeReadNothingElseIsSaid(Form form) throws IOException {
    file("app.log", 0, "There is no such file.");
    assertThat(form.of(report(false)))
        .contains("Nothing could be read")
        .contains("There is no such file.")
        .doesNotContain("No OpenAI errors");
  }

  @ParameterizedTest
  @EnumSource
  void aWarningOfAFileIsThereWhateverWasFound(Form form) throws IOException {
    file("app.log", 100, null, "Its times were guessed.");
    assertThat(form.of(report(false))).contains("app.log", "Its times were guessed.");
    error();
    assertThat(form.of(report(false))).contains("app.log", "Its times were guessed.");
  }

  @ParameterizedTest
  @EnumSource
  void errorsWithoutATimeAreSaid(Form form) throws IOException {
    file("app.log", 100, null);
    builder.add(Events.of(ErrorKind.TIMEOUT).at(null, "timed out"));
    String one = form.of(report(false));
    assertThat(one).contains("1 error has no time");
    builder.add(Events.of(ErrorKind.TIMEOUT).at(null, "timed out"));
    assertThat(form.of(report(false))).contains("2 errors have no time");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 11, 500})
  void ofVeryManyNotesTheFirstAreShownAndTheOthersCounted(int notes) throws IOException {
    for (int i = 0; i < notes; i++) {
      file("app-" + i + ".log", 100, null, "It is odd.");
    }
    int more = notes - 10;
    for (Form form : new Form[] {Form.TEXT, Form.MARKDOWN}) {
      String report = form.of(report(false));
      assertThat(report.lines().filter(line -> line.contains("It is odd.")))
          .hasSize(Math.min(10, notes));
      assertThat(report.contains(more + " more such notes; --format json has all"))
          .isEqualTo(more > 0);
    }
  }

  @Test
  void theAssumedZoneIsSaidOfOneFileAndOfSeveral() {
    FileFacts facts =
        new FileFacts("app.log", "plain", 100, 7, 1, Events.TEN, Events.TEN, true, null, List.of());
    builder.add(facts);
    error();
    assertThat(Notes.of(report(false)))
        .containsExactly("the log's times name no zone; Z is assumed (--zone)");
    builder.add(facts);
    builder.add(
        new FileFacts("b", "plain", 9, 7, 1, Events.TEN, Events.TEN, false, null, List.of()));
    assertThat(Notes.of(report(false)))
        .containsExactly("2 of the files have times that name no zone; Z is assumed (--zone)");
  }
}

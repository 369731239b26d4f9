package dev.openaierrors.analyzer.output;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.input.FileFacts;
import dev.openaierrors.analyzer.replay.Replay;
import dev.openaierrors.analyzer.replay.Rules;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.Events;
import dev.openaierrors.analyzer.report.ReplayReport;
import dev.openaierrors.analyzer.report.ReportBuilder;
import dev.openaierrors.error.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports to be shown. */
final class Reports {

  private final ReportBuilder builder = new ReportBuilder();
  private final Replay replay = new Replay(Rules.DEFAULTS);

  static ErrorReport empty() throws IOException {
    return new Reports().file(null).build();
  }

  /** Quota exhausted from 10:03 to 10:41, and a rate limit before. */
  static ErrorReport morning() throws IOException {
    Reports reports = new Reports();
    for (int i = 0; i < 120; i++) {
      reports.add(
          Events.of(ErrorKind.RATE_LIMIT_EXCEEDED)
              .model("gpt-4o")
              .thread("worker-" + i)
              .after(Duration.ofMillis(i * 1000L)));
    }
    for (int i = 0; i < 38 * 4; i++) {
      reports.add(
          Events.of(ErrorKind.INSUFFICIENT_QUOTA)
              .model(i % 3 == 0 ? "o3" : "gpt-4o")
              .thread("worker-" + i)
              .after(Duration.ofSeconds(180 + i * 15L)));
    }
    return reports.file(null).build();
  }

  static ErrorReport everyKind() throws IOException {
    Reports reports = new Reports();
    ErrorKind[] kinds = ErrorKind.values();
    for (int i = 0; i < 40 * kinds.length; i++) {
      reports.add(Events.of(kinds[i % kinds.length]).after(Duration.ofSeconds(i * 7L)));
    }
    return reports.file("permission denied").build();
  }

  /** Everything that a log can hold, made by somebody who wants to harm. */
  static ErrorReport hostile(String text) throws IOException {
    Reports reports = new Reports();
    Events events = Events.of(ErrorKind.TIMEOUT).model("gpt-4o").logger(text).level(text);
    reports.add(events.at(Events.TEN, text));
    reports.builder.add(
        new FileFacts(text, text, 10, 1, Events.TEN, Events.TEN, true, text, List.of(text)));
    return reports.build();
  }

  void add(AnalyzedEvent event) throws IOException {
    builder.add(event);
    replay.add(event);
  }

  /** A log that goes on for so long. */
  Reports endingAfter(Duration duration) {
    return file(null, Events.TEN.plus(duration));
  }

  private Reports file(@Nullable String failure) {
    return file(failure, Events.TEN.plus(Duration.ofHours(2)));
  }

  private Reports file(@Nullable String failure, Instant end) {
    builder.add(
        new FileFacts(
            "app.log", "Spring Boot", 1_234_567, 1, Events.TEN, end, true, failure, List.of()));
    replay.logged(end);
    return this;
  }

  ErrorReport build() throws IOException {
    ReplayReport alerts = replay.run();
    replay.close();
    return builder.build(ZoneOffset.UTC, false, alerts);
  }
}

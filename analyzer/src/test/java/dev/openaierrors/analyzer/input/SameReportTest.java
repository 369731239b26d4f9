package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.analyzer.output.EventList;
import dev.openaierrors.analyzer.output.HtmlReport;
import dev.openaierrors.analyzer.output.JsonReport;
import dev.openaierrors.analyzer.output.ListedEvent;
import dev.openaierrors.analyzer.output.MarkdownReport;
import dev.openaierrors.analyzer.output.Style;
import dev.openaierrors.analyzer.output.TextReport;
import dev.openaierrors.analyzer.replay.Replay;
import dev.openaierrors.analyzer.replay.Rules;
import dev.openaierrors.analyzer.report.CallLines;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.ReportBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report is the same to the byte, whatever the number of threads and of bytes read at a time. */
class SameReportTest {

  private static final int[] BLOCKS = {64, 999, 5000, 1 << 18};
  private static final int[] THREADS = {1, 2, 3, 8};

  @TempDir Path folder;
  private final long seed = new Random().nextLong();

  /** Every form of a report, and every form of a list, one behind the other. */
  private static final class Everything implements EventConsumer {

    private final ReportBuilder report = new ReportBuilder();
    private final Replay replay = new Replay(Rules.DEFAULTS);
    private final CallLines calls = new CallLines(this::count);
    private final StringWriter written = new StringWriter();
    private final List<EventList> lists;

    Everything() throws IOException {
      lists =
          List.of(
              EventList.text(written, Style.plain(100), Collected.ZONE),
              EventList.json(written),
              EventList.csv(written));
    }

    @Override
    public void event(AnalyzedEvent event) {
      calls.add(event);
    }

    private void count(AnalyzedEvent event) {
      try {
        report.add(event);
        replay.add(event);
        for (EventList list : lists) {
          list.add(ListedEvent.of(event, List.of()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void file(FileFacts facts) {
      calls.end();
      report.add(facts);
      if (facts.last() != null) {
        replay.logged(facts.last());
      }
    }

    String all() throws IOException {
      ErrorReport built = report.build(Collected.ZONE, false, replay.run());
      replay.close();
      JsonReport.write(built, written);
      HtmlReport.write(built, written);
      MarkdownReport.write(built, written);
      TextReport.lines(built, Style.plain(100)).forEach(line -> written.write(line + "\n"));
      return written.toString();
    }
  }

  private static String everything(List<Path> files, int block, int threads) throws IOException {
    Everything everything = new Everything();
    List<String> names = files.stream().map(Path::toString).toList();
    new LogAnalysis(Collected.options(), everything, block, threads)
        .run(names, InputStream.nullInputStream());
    return everything.all();
  }

  private void isTheSameHoweverItIsRead(Path... files) throws IOException {
    String expected = everything(List.of(files), 1 << 18, 1);
    assertThat(expected).as("seed %d", seed).contains("rate_limit_exceeded", "invalid_api_key");
    for (int block : BLOCKS) {
      for (int threads : THREADS) {
        String report = everything(List.of(files), block, threads);
        assertThat(report.equals(expected))
            .as("%d bytes at a time, %d threads, seed %d", block, threads, seed)
            .isTrue();
      }
    }
  }

  @Test
  void ofOneLog() throws IOException {
    isTheSameHoweverItIsRead(Collected.write(folder, "app.log", RandomLog.of(seed, 150_000, 6)));
  }

  @Test
  void ofSeveralLogsOfWhichOneIsPacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(RandomLog.of(seed + 1, 60_000, 6));
    }
    isTheSameHoweverItIsRead(
        Collected.write(folder, "a.log", RandomLog.of(seed, 60_000, 6)),
        Collected.write(folder, "b.log.gz", packed.toByteArray()),
        Collected.write(folder, "c.log", RandomLog.of(seed + 2, 60_000, 6)));
  }

  /** What one run leaves behind is nothing for the next. */
  @Test
  void asOftenAsItIsAskedFor() throws IOException {
    List<Path> log = List.of(Collected.write(folder, "app.log", RandomLog.of(seed, 100_000, 6)));
    String first = everything(log, 5000, 4);
    for (int i = 0; i < 5; i++) {
      assertThat(everything(log, 5000, 4).equals(first)).as("seed %d", seed).isTrue();
    }
  }
}

package dev.openaierrors.analyzer.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.input.FileFacts;
import dev.openaierrors.analyzer.replay.Replay;
import dev.openaierrors.analyzer.replay.Rules;
import dev.openaierrors.analyzer.report.Baseline;
import dev.openaierrors.analyzer.report.Baseline.Attribute;
import dev.openaierrors.analyzer.report.Comparison;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.Events;
import dev.openaierrors.analyzer.report.ReplayReport;
import dev.openaierrors.analyzer.report.ReportBuilder;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever strangers log, and wherever it stands, a page has no other elements by it, a ticket no
 * other marks, a table no other cells and no formulas.
 */
class HostileTextTest {

  private static final int ROUNDS = 60;

  /** What means something to somebody who shows a report. */
  private static final List<String> SIGNS =
      List.of(
          ("<\u00a7>\u00a7&\u00a7\"\u00a7'\u00a7`\u00a7|\u00a7\\\u00a7*\u00a7_\u00a7"
                  + "[\u00a7]\u00a7(\u00a7)\u00a7#\u00a7!\u00a7~\u00a7@\u00a7=\u00a7+\u00a7-\u00a7"
                  + ",\u00a7;\u00a7:\u00a7/\u00a7\t\u00a7\n\u00a7\r\u00a7\r\n\u00a7 \u00a7"
                  + "\u0000\u00a7\u001b[31m\u00a7\u2028\u00a7\u202e\u00a7\ud83d\ude00\u00a7"
                  + "\ud83d\u00a7a\u00a7b\u00a77\u00a7</td>\u00a7</title>\u00a7<b>\u00a7<!--\u00a7"
                  + "-->\u00a7&lt;\u00a7]]>\u00a7javascript:\u00a7http://\u00a7www.\u00a7"
                  + "e.example\u00a7\\|\u00a7``\u00a7| x |\u00a7@everyone\u00a7=1+1\u00a7"
                  + "onload=\u00a7style=\u00a7\u00fc\u00a7\u4f60")
              .split("\u00a7", -1));

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      text.append(SIGNS.get(random.nextInt(SIGNS.size())));
    }
    return text.toString();
  }

  static List<String> texts() {
    return SIGNS;
  }

  /** A report in which the text stands wherever a log, a folder or a rule can put it. */
  private static ErrorReport report(String text) throws IOException {
    ReportBuilder builder = new ReportBuilder();
    try (Replay replay = new Replay(Rules.DEFAULTS)) {
      for (int i = 0; i < 9; i++) {
        AnalyzedEvent event = event(i, text);
        builder.add(event);
        replay.add(event);
      }
      builder.add(
          new FileFacts(
              "log " + text,
              "format " + text,
              10,
              9,
              Events.TEN,
              Events.TEN.plusSeconds(900),
              true,
              "failure " + text,
              List.of("warning " + text)));
      ReplayReport alerts = replay.run();
      ReplayReport named =
          new ReplayReport("rules " + text, alerts.alerts(), alerts.leftOut(), true);
      return builder.build(ZoneOffset.UTC, false, named);
    }
  }

  private static AnalyzedEvent event(int number, String text) {
    AnalyzedEvent event =
        Events.of(ErrorKind.INSUFFICIENT_QUOTA)
            .model("model " + text)
            .logger("logger " + text)
            .level("ERROR")
            .thread("thread " + number)
            .at(Events.TEN.plusSeconds(60L * number), "message " + text);
    return new AnalyzedEvent(
        event.time(),
        event.level(),
        event.logger(),
        event.thread(),
        "service " + text,
        event.message(),
        "thrown " + text,
        "file " + text,
        17,
        number + 1,
        event.error(),
        event.context());
  }

  /** As a saved report is read: on one line. */
  private static Comparison comparison(ErrorReport report, String text) {
    String gone = Printable.of("gone " + text);
    Baseline.Builder before = new Baseline.Builder();
    before.add(Attribute.LOGGER, gone, 5);
    before.add(Attribute.MODEL, gone, 5);
    String name = Printable.of("name " + text);
    return Comparison.of(
        before.build(name, 5, Events.TEN, Events.TEN.plus(Duration.ofHours(1))), report);
  }

  private static String page(String text) throws IOException {
    ErrorReport report = report(text);
    StringWriter page = new StringWriter();
    HtmlReport.write(report, comparison(report, text), page);
    return page.toString();
  }

  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern SHAPE = Pattern.compile(" (?:x|y|width|height|d|x1|x2)=\"[^\"]*\"");

  /** All that is between {@code <} and {@code >}, without the sizes of bars. */
  private static List<String> tags(String page) {
    String withoutStyle = page.replaceAll("(?s)<style>.*</style>", "");
    return TAG.matcher(withoutStyle)
        .results()
        .map(MatchResult::group)
        .map(tag -> SHAPE.matcher(tag).replaceAll(""))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aPageHasTheSameElementsWhateverTheLogHolds(String text) throws IOException {
    assertThat(tags(page(text))).isEqualTo(tags(page("x")));
  }

  @Test
  void aPageHasTheSameElementsWhateverTheLogHoldsTogether() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> expected = tags(page("x"));
    for (int round = 0; round < ROUNDS; round++) {
      String text = text(random);
      assertThat(tags(page(text))).as("seed %d: %s", seed, text).isEqualTo(expected);
    }
  }

  @Test
  void theJsonSaysTheSameAsTheListWhateverTheLogHolds() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      ErrorReport report = report(text(random));
      StringWriter json = new StringWriter();
      JsonReport.write(report, comparison(report, text(random)), json);
      JsonNode read = new ObjectMapper().readTree(json.toString());
      assertThat(read.get("events").asInt()).as("seed %d", seed).isEqualTo(9);
      assertThat(read.get("kinds").get(0).get("samples").get(0).get("file").asText())
          .startsWith("file ");
    }
  }

  private static String markdown(String text) throws IOException {
    ErrorReport report = report(text);
    StringWriter ticket = new StringWriter();
    MarkdownReport.write(report, comparison(report, text), ticket);
    return ticket.toString();
  }

  /** Cells of a row as GitHub parts them: at each bar that has no backslash before it. */
  private static int cells(String row) {
    int bars = 0;
    for (int i = 0; i < row.length(); i++) {
      if (row.charAt(i) == '\\') {
        i++;
      } else if (row.charAt(i) == '|') {
        bars++;
      }
    }
    return bars - 1;
  }

  @Test
  void aTicketHasTheSameLinesAndCellsWhateverTheLogHolds() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> expected = markdown("x").lines().map(HostileTextTest::outline).toList();
    for (int round = 0; round < ROUNDS; round++) {
      String text = text(random);
      assertThat(markdown(text).lines().map(HostileTextTest::outline).toList())
          .as("seed %d: %s", seed, text)
          .isEqualTo(expected);
    }
  }

  /** What a line is, and how many cells or quotations are in it. */
  private static String outline(String line) {
    String begin = line.startsWith("|") ? "row of " + cells(line) : line.replaceAll("\\w.*", "");
    return begin.replaceAll("`.*", "") + " with " + quotations(line);
  }

  /** What stands between two signs, of which one with a backslash before it is none outside. */
  private static int quotations(String line) {
    boolean inside = false;
    int quotations = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\' && !inside) {
        i++;
      } else if (line.charAt(i) == '`') {
        quotations += inside ? 1 : 0;
        inside = !inside;
      }
    }
    assertThat(inside).as(line).isFalse();
    return quotations;
  }

  @Test
  void aTicketCallsNobodyAndLinksNowhere() throws IOException {
    for (String text : List.of("@everyone", "http://e.example", "www.e.example", "[x](y)", "#17")) {
      String outside = markdown(text).replaceAll("`[^`\n]*`", "");
      assertThat(outside).as(text).doesNotContain("@everyone", "http://e", "www.e", "[x](", " #17");
    }
  }

  @Test
  void aQuotationOfATicketIsAsTheLogHasIt() throws IOException {
    assertThat(markdown("a|b"))
        .contains("`message a|b | thrown a|b`")
        .contains("| gone | logger | `gone a\\|b` |");
  }

  /** Cells of a table as RFC 4180 has them. */
  private static List<List<String>> table(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted ? c != '"' : c != ',' && c != '\n' && c != '"') {
        cell.append(c);
      } else if (c == '"') {
        boolean twice = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
        cell.append(twice ? "\"" : "");
        i += twice ? 1 : 0;
        quoted = twice || !quoted;
      } else {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      }
    }
    assertThat(quoted).isFalse();
    assertThat(row).isEmpty();
    return rows;
  }

  @Test
  void aTableHasTheSameCellsAsTheObjectsAndNoFormula() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String text = text(random);
      StringWriter csv = new StringWriter();
      StringWriter json = new StringWriter();
      AnalyzedEvent event = bare(event(round, text), text);
      try (EventList table = EventList.csv(csv);
          EventList objects = EventList.json(json)) {
        table.add(ListedEvent.of(event, List.of()));
        objects.add(ListedEvent.of(event, List.of()));
      }
      List<List<String>> rows = table(csv.toString());
      JsonNode object = new ObjectMapper().readTree(json.toString());
      assertThat(rows).as("seed %d: %s", seed, text).hasSize(2);
      assertThat(rows.get(1)).as("seed %d: %s", seed, text).hasSameSizeAs(rows.get(0));
      for (String name : List.of("file", "logger", "service", "kind", "status", "time")) {
        String cell = rows.get(1).get(rows.get(0).indexOf(name));
        String value = object.get(name).isNull() ? "" : object.get(name).asText();
        assertThat(cell).as("seed %d: %s", seed, text).isIn(value, "'" + value);
        assertThat(cell).as("seed %d: %s", seed, text).doesNotMatch("^[=+\\-@\\t\\r].*");
      }
    }
  }

  /** The same, with the text alone, so that a cell begins with it. */
  private static AnalyzedEvent bare(AnalyzedEvent event, String text) {
    return new AnalyzedEvent(
        event.time(),
        event.level(),
        text,
        text,
        text,
        text,
        null,
        text,
        0,
        1,
        event.error(),
        event.context());
  }
}

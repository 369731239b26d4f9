package dev.openaierrors.analyzer.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.Events;
import dev.openaierrors.error.ErrorKind;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The timeline of a page: whatever happened, it is inside of its frame, and nothing is missing. */
class PictureTest {

  private static final Pattern RECT =
      Pattern.compile(
          "<rect class=\"([^\"]*)\" x=\"([^\"]*)\" y=\"([^\"]*)\" width=\"([^\"]*)\""
              + " height=\"([^\"]*)\"/>");
  private static final Pattern FRAME = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 2",
    "3, 4",
    "4, 4",
    "5, 5",
    "6, 6",
    "7, 8",
    "8, 8",
    "9, 10",
    "10, 10",
    "11, 20",
    "21, 40",
    "41, 50",
    "61, 80",
    "81, 100",
    "100, 100",
    "101, 200",
    "999, 1000",
    "1000001, 2000000"
  })
  void theHighestMarkIsTheNextRoundNumber(long peak, long mark) {
    assertThat(TimelineChart.roundUp(peak)).isEqualTo(mark);
  }

  private static List<String> pictures(ErrorReport report) throws IOException {
    StringWriter page = new StringWriter();
    HtmlReport.write(report, page);
    return Pattern.compile("(?s)<svg.*?</svg>")
        .matcher(page.toString())
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static ErrorReport random(Random random) throws IOException {
    Reports reports = new Reports();
    long span = 1L << random.nextInt(4, 26);
    int count = 1 + random.nextInt(300);
    for (int i = 0; i < count; i++) {
      ErrorKind[] kinds = ErrorKind.values();
      ErrorKind kind = kinds[random.nextInt(1 + random.nextInt(kinds.length))];
      reports.add(Events.of(kind).thread("t" + i).after(Duration.ofSeconds(random.nextLong(span))));
    }
    return reports.endingAfter(Duration.ofSeconds(span)).build();
  }

  @RepeatedTest(20)
  void nothingStandsOutsideOfTheFrame() throws IOException {
    long seed = new Random().nextLong();
    List<String> pictures = pictures(random(new Random(seed)));
    assertThat(pictures).hasSize(2);
    for (String picture : pictures) {
      MatchResult frame = FRAME.matcher(picture).results().findFirst().orElseThrow();
      double width = Double.parseDouble(frame.group(1));
      double height = Double.parseDouble(frame.group(2));
      for (MatchResult rect : RECT.matcher(picture).results().toList()) {
        double x = Double.parseDouble(rect.group(2));
        double y = Double.parseDouble(rect.group(3));
        String which = "seed " + seed + ": " + rect.group();
        assertThat(x).as(which).isNotNegative();
        assertThat(y).as(which).isNotNegative();
        assertThat(x + Double.parseDouble(rect.group(4))).as(which).isLessThanOrEqualTo(width);
        assertThat(y + Double.parseDouble(rect.group(5))).as(which).isLessThanOrEqualTo(height);
      }
      assertThat(picture).as("seed %d", seed).doesNotContain("NaN", "Infinity");
    }
  }

  /** Each bar says its numbers, and all of them together are all errors. */
  @RepeatedTest(10)
  void theBarsHoldAllErrors() throws IOException {
    long seed = new Random().nextLong();
    ErrorReport report = random(new Random(seed));
    for (String picture : pictures(report)) {
      long sum =
          Pattern.compile("<g><title>([^<]*)</title><rect class=\"k")
              .matcher(picture)
              .results()
              .filter(bar -> !bar.group(1).contains(" to "))
              .mapToLong(bar -> numbers(bar.group(1)))
              .sum();
      assertThat(sum).as("seed %d", seed).isEqualTo(report.events());
    }
  }

  /** Of {@code 10:03, timeout 1,234, server_error 2}. */
  private static long numbers(String title) {
    return Pattern.compile(", [a-z_]+ ([\\d,]+)(?=, |$)")
        .matcher(title)
        .results()
        .mapToLong(number -> Long.parseLong(number.group(1).replace(",", "")))
        .sum();
  }

  @Test
  void aKindHasTheSameColourInItsBarsAndInItsLane() throws IOException {
    KindColors colors = new KindColors(Reports.everyKind());
    assertThat(colors.own()).hasSize(6).doesNotHaveDuplicates();
    assertThat(colors.hasOthers()).isTrue();
    List<String> classes = new ArrayList<>();
    colors.own().forEach(kind -> classes.add(colors.of(kind)));
    assertThat(classes).containsExactly("k0", "k1", "k2", "k3", "k4", "k5");
    for (ErrorKind kind : ErrorKind.values()) {
      assertThat(colors.of(kind).equals(KindColors.OTHERS)).isEqualTo(!colors.own().contains(kind));
    }
    KindColors few = new KindColors(Reports.morning());
    assertThat(few.own())
        .containsExactly(ErrorKind.INSUFFICIENT_QUOTA, ErrorKind.RATE_LIMIT_EXCEEDED);
    assertThat(few.hasOthers()).isFalse();
  }

  @Test
  void linesAreBrokenAtBlanksAndNeverInsideOfACharacter() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String[] parts = {
      "a", "word", " ", "  ", "\ud83d\ude00", "\ud83d\ude80\ud83d\ude80", "long-one"
    };
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      int width = 2 + random.nextInt(30);
      List<String> lines = TextTable.wrap(text.toString(), width);
      assertThat(String.join("", lines).replace(" ", ""))
          .as("seed %d", seed)
          .isEqualTo(text.toString().replace(" ", ""));
      for (String line : lines) {
        assertThat(line.length()).as("seed %d", seed).isLessThanOrEqualTo(width);
        assertThat(line).isEqualTo(line.strip());
        assertThat(line.isEmpty() || !Character.isLowSurrogate(line.charAt(0)))
            .as("seed %d, %s", seed, line)
            .isTrue();
      }
    }
  }
}

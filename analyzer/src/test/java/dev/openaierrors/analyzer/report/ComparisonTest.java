package dev.openaierrors.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.openaierrors.analyzer.report.Baseline.Attribute;
import dev.openaierrors.analyzer.report.Comparison.Change;
import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is new, gone, more and less: from which numbers on, and what is not known. */
class ComparisonTest {

  private static ErrorReport report(Map<String, Long> loggers) {
    ReportBuilder builder = new ReportBuilder();
    loggers.forEach(
        (logger, count) -> {
          for (int i = 0; i < count; i++) {
            builder.add(
                Events.of(ErrorKind.TIMEOUT).logger(logger).after(Duration.ofSeconds(60L * i)));
          }
        });
    return builder.build(ZoneOffset.UTC, false, ReplayReport.NONE);
  }

  private static List<Change> changes(Map<String, Long> then, Map<String, Long> now) {
    return Comparison.of(Baseline.of("then", report(then)), report(now)).changes().stream()
        .filter(change -> change.attribute() == Attribute.LOGGER)
        .toList();
  }

  /** At least a half more, at most two thirds, and three events at least. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, NEW",
    "0, 100, NEW",
    "1, 0, GONE",
    "100, 0, GONE",
    "1, 1, ",
    "1, 3, ",
    "1, 4, MORE",
    "2, 4, ",
    "2, 5, MORE",
    "6, 9, MORE",
    "6, 8, ",
    "7, 10, ",
    "7, 11, MORE",
    "100, 149, ",
    "100, 150, MORE",
    "9, 6, LESS",
    "9, 7, ",
    "3, 1, ",
    "4, 1, LESS",
    "150, 100, LESS",
    "150, 101, ",
  })
  void fromSoManyOnItIsSaid(long then, long now, Comparison.@Nullable Type type) {
    List<Change> changes =
        changes(then == 0 ? Map.of() : Map.of("a", then), now == 0 ? Map.of() : Map.of("a", now));
    if (type == null) {
      assertThat(changes).isEmpty();
    } else {
      assertThat(changes).containsExactly(new Change(type, Attribute.LOGGER, "a", then, now));
    }
  }

  @Test
  void whatIsNewComesFirstAndOfEachTheLargestChange() {
    Map<String, Long> then = Map.of("gone", 9L, "gone-more", 20L, "more", 10L, "less", 30L);
    Map<String, Long> now = Map.of("new", 2L, "new-more", 3L, "more", 40L, "less", 3L);
    assertThat(changes(then, now))
        .extracting(Change::value)
        .containsExactly("new-more", "new", "gone-more", "gone", "more", "less");
  }

  @Test
  void fromOneToTheOtherAndBackIsTheOpposite() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      Map<String, Long> one = loggers(random);
      Map<String, Long> other = loggers(random);
      Map<String, Comparison.Type> there = types(changes(one, other));
      Map<String, Comparison.Type> back = types(changes(other, one));
      there.replaceAll((logger, type) -> opposite(type));
      assertThat(back).as("seed %d: %s, %s", seed, one, other).isEqualTo(there);
      assertThat(changes(one, one)).isEmpty();
    }
  }

  private static Map<String, Long> loggers(Random random) {
    Map<String, Long> loggers = new TreeMap<>();
    for (String logger : List.of("a", "b", "c", "d")) {
      long count = random.nextInt(20);
      if (count > 2) {
        loggers.put(logger, count);
      }
    }
    return loggers;
  }

  private static Map<String, Comparison.Type> types(List<Change> changes) {
    Map<String, Comparison.Type> types = new TreeMap<>();
    changes.forEach(change -> types.put(change.value(), change.type()));
    return types;
  }

  private static Comparison.Type opposite(Comparison.Type type) {
    return switch (type) {
      case NEW -> Comparison.Type.GONE;
      case GONE -> Comparison.Type.NEW;
      case MORE -> Comparison.Type.LESS;
      case LESS -> Comparison.Type.MORE;
    };
  }

  /** A report names five loggers of a kind: of a sixth nobody knows that it was not there. */
  @Test
  void whatMayBeAmongThoseWithoutANameIsNeitherNewNorGone() {
    Map<String, Long> many = new TreeMap<>();
    for (String logger : List.of("a", "b", "c", "d", "e", "f")) {
      many.put(logger, 10L);
    }
    assertThat(changes(many, Map.of("x", 10L, "a", 30L)))
        .extracting(Change::type, Change::value)
        .doesNotContain(tuple(Comparison.Type.NEW, "x"))
        .contains(tuple(Comparison.Type.MORE, "a"));
    assertThat(changes(Map.of("x", 10L), many)).extracting(Change::value).doesNotContain("x");
  }

  @Test
  void aBaselineSumsUpOverKinds() {
    Baseline.Builder builder = new Baseline.Builder();
    builder.add(Attribute.MODEL, "gpt-4o", 3);
    builder.add(Attribute.MODEL, "gpt-4o", 4);
    builder.others(Attribute.LOGGER, 0);
    builder.others(Attribute.MODEL, 2);
    Baseline baseline = builder.build("x", 9, null, null);
    assertThat(baseline.counts().get(Attribute.MODEL)).containsExactly(Map.entry("gpt-4o", 7L));
    assertThat(baseline.partial().keySet()).containsExactly(Attribute.MODEL);
  }
}

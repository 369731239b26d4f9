package dev.openaierrors.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.AlertListener.Outcome;
import dev.openaierrors.error.Provider;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manual's table of meters is that of the code. */
class MetricsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "metrics.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z.]+)` \\| `([a-z_]+)` \\| (\\w+) \\| ([^|]*) \\|");
  private static final Pattern WORD = Pattern.compile("`([a-z]+)`");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @BeforeEach
  void bind() {
    Counts counts = new Counts(Tags.empty());
    counts.expect(Provider.OPENAI);
    counts.notices("log", Outcome.DROPPED, 0);
    counts.bindTo(registry);
  }

  private static List<Matcher> rows() throws IOException {
    Matcher rows = ROW.matcher(Files.readString(PAGE));
    return rows.results().map(row -> matched(row.group())).toList();
  }

  private static Matcher matched(String row) {
    Matcher matcher = ROW.matcher(row);
    assertThat(matcher.find()).isTrue();
    return matcher;
  }

  @Test
  void theTableHasEveryMeterWithItsTypeAndTags() throws Exception {
    Map<String, String> documented = new TreeMap<>();
    for (Matcher row : rows()) {
      TreeSet<String> tags = new TreeSet<>();
      WORD.matcher(row.group(4)).results().forEach(tag -> tags.add(tag.group(1)));
      documented.put(row.group(1), row.group(3) + " " + tags);
    }
    Map<String, String> inCode = new TreeMap<>();
    for (Meter meter : registry.getMeters()) {
      TreeSet<String> tags =
          meter.getId().getTags().stream()
              .map(Tag::getKey)
              .collect(Collectors.toCollection(TreeSet::new));
      String type = meter.getId().getType() == Meter.Type.GAUGE ? "gauge" : "counter";
      inCode.put(meter.getId().getName(), type + " " + tags);
    }
    assertThat(documented).isEqualTo(inCode);
  }

  @Test
  void theTableHasTheNamesThatPrometheusReads() throws Exception {
    TreeSet<String> read = new TreeSet<>();
    registry
        .scrape()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> read.add(line.substring(0, line.indexOf('{'))));
    assertThat(rows().stream().map(row -> row.group(2)).toList())
        .containsExactlyInAnyOrderElementsOf(read);
  }
}

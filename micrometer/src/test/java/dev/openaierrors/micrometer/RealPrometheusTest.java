package dev.openaierrors.micrometer;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.error.ErrorKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hundred instances are read by a real Prometheus with our rules, which tells a real
 * Alertmanager. All times of the files are made thirty times shorter. Skipped where they are not
 * installed.
 */
@Tag("slow")
class RealPrometheusTest {

  private static final int INSTANCES = 100;
  private static final int IN_TROUBLE = 40;
  private static final int FASTER = 30;
  private static final Pattern DURATION = Pattern.compile("\\b(\\d+)([smh])\\b");
  private static final Pattern VALUES = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  /** A file of ours with all its times made shorter. */
  private Path faster(String name, String... replacements) throws Exception {
    String text =
        DURATION
            .matcher(ObservabilityFilesTest.read(name))
            .replaceAll(time -> millis(time.group(1), time.group(2)) / FASTER + "ms");
    for (int i = 0; i < replacements.length; i += 2) {
      assertThat(text).contains(replacements[i]);
      text = text.replace(replacements[i], replacements[i + 1]);
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private static long millis(String number, String unit) {
    return Long.parseLong(number)
        * switch (unit) {
          case "s" -> 1_000;
          case "m" -> 60_000;
          default -> 3_600_000;
        };
  }

  private Daemon alertmanager(Fleet fleet) throws Exception {
    Path configuration = faster("alertmanager.yml", "127.0.0.1:9099", "127.0.0.1:" + fleet.port());
    return Daemon.start(
        folder,
        "prometheus-alertmanager",
        "--config.file=" + configuration,
        "--storage.path=" + folder.resolve("alertmanager"),
        "--cluster.listen-address=");
  }

  private Daemon prometheus(Fleet fleet, Daemon alertmanager) throws Exception {
    String configuration =
        """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: ['%s']
        alerting:
          alertmanagers: [{static_configs: [{targets: ['127.0.0.1:%d']}]}]
        scrape_configs:
          - job_name: chat
            static_configs:
        %s"""
            .formatted(faster("openai-errors.rules.yml"), alertmanager.port, fleet.targets());
    Path file = Files.writeString(folder.resolve("prometheus.yml"), configuration);
    return Daemon.start(
        folder,
        "prometheus",
        "--config.file=" + file,
        "--storage.tsdb.path=" + folder.resolve("prometheus"));
  }

  @Test
  void aTroubleOfManyInstancesIsOneNoticeAndOneThatItIsOverAndEveryPanelShowsIt() throws Exception {
    ScheduledExecutorService trouble = Executors.newSingleThreadScheduledExecutor();
    try (Fleet fleet = new Fleet(INSTANCES);
        Daemon alertmanager = alertmanager(fleet);
        Daemon prometheus = prometheus(fleet, alertmanager)) {
      await("all instances to be read twice at 0")
          .until(
              () ->
                  prometheus
                          .query(
                              "count_over_time(openai_errors_total{kind=\"insufficient_quota\"}[1m]) > 1")
                          .size()
                      == INSTANCES);
      ScheduledFuture<?> failures =
          trouble.scheduleWithFixedDelay(
              () -> fleet.fail(IN_TROUBLE, ErrorKind.INSUFFICIENT_QUOTA), 0, 1, TimeUnit.SECONDS);
      await("a notice").until(() -> !fleet.notices.isEmpty());
      assertEveryPanelShowsSomething(prometheus);
      assertThat(prometheus.query("ALERTS{alertstate=\"firing\"}").findValuesAsText("alertname"))
          .containsExactly("OpenAiQuotaExhausted");
      assertThat(value(prometheus, query("Instances that see it"))).isEqualTo(0.4);
      failures.cancel(false);
      await("that it is over").until(() -> fleet.notices.size() > 1);
      assertThat(fleet.notices)
          .containsExactly(
              "on-call firing [OpenAiQuotaExhausted]", "on-call resolved [OpenAiQuotaExhausted]");
    } finally {
      trouble.shutdownNow();
    }
  }

  private static double value(Daemon prometheus, String query) throws Exception {
    return prometheus.query(query).get(0).get("value").get(1).asDouble();
  }

  private static JsonNode dashboard() throws Exception {
    return JSON.readTree(ObservabilityFilesTest.read("dashboard.json"));
  }

  /** The query of the panel with this title. */
  private static String query(String title) throws Exception {
    for (JsonNode panel : dashboard().get("panels")) {
      if (panel.get("title").asText().equals(title)) {
        return concrete(panel.get("targets").get(0).get("expr").asText());
      }
    }
    throw new AssertionError("no panel " + title);
  }

  /** As Grafana does. */
  private static String concrete(String query) {
    return query.replace("$__rate_interval", "4s").replace("$__range", "5m").replace("$job", ".*");
  }

  private static void assertEveryPanelShowsSomething(Daemon prometheus) throws Exception {
    JsonNode dashboard = dashboard();
    List<String> empty = new ArrayList<>();
    for (JsonNode panel : dashboard.get("panels")) {
      for (JsonNode target : panel.get("targets")) {
        String query = concrete(target.get("expr").asText());
        boolean instant = target.path("instant").asBoolean();
        JsonNode found = instant ? prometheus.query(query) : prometheus.queryRange(query, 10);
        if (found.isEmpty() || found.toString().contains("NaN")) {
          empty.add(panel.get("title").asText() + ": " + query);
        }
      }
    }
    for (String query : others(dashboard).toList()) {
      if (prometheus.query(query).isEmpty()) {
        empty.add(query);
      }
    }
    assertThat(empty).as("queries that find nothing").isEmpty();
  }

  /** Those of annotations and variables. */
  private static Stream<String> others(JsonNode dashboard) {
    List<String> queries = dashboard.get("annotations").findValuesAsText("expr");
    List<String> values = new ArrayList<>();
    for (JsonNode variable : dashboard.get("templating").get("list")) {
      VALUES
          .matcher(variable.get("query").path("query").asText())
          .results()
          .forEach(it -> values.add("count by (%s) (%s)".formatted(it.group(2), it.group(1))));
    }
    assertThat(values).isNotEmpty();
    return Stream.concat(queries.stream(), values.stream());
  }
}

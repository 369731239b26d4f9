package dev.openaierrors.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.openaierrors.DocPages;
import dev.openaierrors.alert.AlertRule;
import dev.openaierrors.alert.DefaultRules;
import dev.openaierrors.alert.Durations;
import dev.openaierrors.alert.Failure;
import dev.openaierrors.alert.When;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.plugin.ManualHost.ManualClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What the pages say and show of alerts. After a change that is meant, {@code mvn test -pl core
 * -Dtest=DocsAlertsTest -Ddocs.update} writes it anew.
 */
class DocsAlertsTest {

  private static final Path ALERTS = DocPages.page("alerts.md");
  private static final String TEST = "DocsAlertsTest";

  @Test
  void listsTheDefaultRules() throws Exception {
    List<String> table = new ArrayList<>();
    table.add("| Rule | Kinds | Alerts when | Severity | Quiet | Reminders |");
    table.add("|---|---|---|---|---|---|");
    DefaultRules.all().stream().map(DocsAlertsTest::row).forEach(table::add);
    assertShows(ALERTS, "rules", table);
  }

  private static String row(AlertRule rule) {
    return "| `%s` | %s | %s | %s | %s | %s |"
        .formatted(
            rule.name(),
            rule.kinds().stream()
                .sorted()
                .map(ErrorKind::id)
                .map(id -> "`" + id + "`")
                .collect(Collectors.joining(", ")),
            When.words(rule.when()),
            rule.severity().id(),
            Durations.words(rule.quiet().period()) + (rule.quiet().adapts() ? " or more" : ""),
            words(rule.reminders()));
  }

  private static String words(AlertRule.@Nullable Reminders reminders) {
    if (reminders == null) {
      return "none";
    }
    String after = "after " + Durations.words(reminders.first());
    return reminders.first().equals(reminders.longest())
        ? after
        : after + ", at last every " + Durations.words(reminders.longest());
  }

  /** Quota used up at nine, somebody adds credits at half past. */
  @Test
  void showsARealAlert() throws Exception {
    Queue<String> posted = new ConcurrentLinkedQueue<>();
    HttpServer slack =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    slack.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          posted.add(new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    slack.start();
    ManualClock clock = new ManualClock();
    ManualHost host = new ManualHost(clock);
    AlertServices services = new AlertServices(clock);
    try {
      run(services, host, clock, "http://127.0.0.1:" + slack.getAddress().getPort() + "/");
    } finally {
      services.close();
      slack.stop(0);
    }
    assertShows(ALERTS, "alert", inFences(lines(host)));
    assertShows(DocPages.readme(), "slack", inFences(texts(posted.remove())));
  }

  private static void run(
      AlertServices services, ManualHost host, ManualClock clock, String slack) {
    Settings settings = new Settings();
    settings.set("service", "chat-api");
    settings.set("environment", "prod");
    settings.set("instance", "chat-api-7d9f");
    Settings sink = new Settings();
    sink.set("url", slack);
    settings.add("slack", sink);
    AlertServices.Handle handle = services.start("OPENAI", host, settings);
    OpenAiError error =
        Objects.requireNonNull(ErrorAnalyzer.create().analyze(PluginContract.QUOTA));
    for (int i = 0; i < 41; i++) {
      handle.accept(
          new Failure(
              clock.instant(),
              error,
              new Failure.Source("com.acme.ChatService", "ERROR", "http-" + i),
              null,
              i));
      host.pass(Duration.ofSeconds(41));
    }
    host.pass(Duration.ofMinutes(40));
  }

  private static List<String> lines(ManualHost host) {
    return host.logged.stream()
        .map(
            event ->
                switch (event.severity()) {
                      case CRITICAL -> "ERROR";
                      case WARNING -> "WARN ";
                      case INFO -> "INFO ";
                    }
                    + " openai.alerts "
                    + event.message())
        .toList();
  }

  /** What a reader sees of a message's blocks, but for the last, which tells the host. */
  private static List<String> texts(String json) throws Exception {
    JsonNode blocks = new ObjectMapper().readTree(json).get("blocks");
    List<String> texts = new ArrayList<>();
    for (JsonNode block : blocks) {
      if (block.has("text")) {
        shown(block.get("text")).lines().forEach(texts::add);
      }
      for (JsonNode field : block.path("fields")) {
        texts.add(shown(field).replace("\n", ": "));
      }
    }
    return texts;
  }

  /** Slack shows times in the reader's own time zone, and bold what stands between asterisks. */
  private static String shown(JsonNode text) {
    return text.get("text").asText().replaceAll("<!date[^|]*\\|([^>]*)>", "$1").replace("*", "");
  }

  private static List<String> inFences(List<String> lines) {
    List<String> block = new ArrayList<>();
    block.add("```");
    block.addAll(lines);
    block.add("```");
    return block;
  }

  /** Between the comments of this name; written there when asked for. */
  private static void assertShows(Path page, String name, List<String> wanted) throws Exception {
    DocPages.assertShows(page, name, wanted, TEST);
  }
}

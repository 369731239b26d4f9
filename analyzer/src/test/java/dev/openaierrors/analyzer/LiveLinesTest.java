package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of a log that is followed. */
class LiveLinesTest {

  private static final Instant AT = Instant.parse("2026-05-04T07:00:00Z");

  @TempDir Path folder;

  @Test
  void aLineTellsModelLimitWaitLoggerAndService() {
    List<String> lines = follow(new Logs().rateLimit(AT, "a"));
    assertThat(lines.get(0))
        .startsWith(
            "2026-05-04 07:00:00  rate_limit_exceeded  shop  com.acme.ChatService  gpt-4o  limit tpm,"
                + " wait 2.0 s  OpenAI call failed: 429");
  }

  @Test
  void alertsFireAndAreResolvedAsTheyHappen() {
    Logs logs = new Logs();
    for (int minute = 0; minute < 5; minute++) {
      logs.quota(AT.plusSeconds(60L * minute), "a");
    }
    logs.rateLimit(AT.plusSeconds(12 * 3600), "b");
    List<String> lines = follow(logs);
    assertThat(lines)
        .filteredOn(line -> line.contains("  FIRING  critical  quota  "))
        .singleElement()
        .asString()
        .contains("OpenAI quota exhausted: shop.");
    int firing = indexOf(lines, "  FIRING  ");
    int resolved = indexOf(lines, "  RESOLVED  ");
    int last = indexOf(lines, "2026-05-04 19:00:00  rate_limit_exceeded");
    assertThat(firing).isBetween(1, 5);
    assertThat(resolved).isGreaterThan(firing);
    assertThat(last).isPositive().isLessThan(lines.size());
  }

  @Test
  void theRulesOfAConfigurationAreTried() throws IOException {
    Path rules =
        Files.writeString(
            folder.resolve("logback.xml"),
            "<configuration><appender name=\"O\""
                + " class=\"dev.openaierrors.logback.OpenAiErrorAppender\"><alert><name>mine</name>"
                + "<kinds>rate_limit_exceeded</kinds><when>first</when></alert></appender>"
                + "</configuration>");
    List<String> lines = follow(new Logs().rateLimit(AT, "a"), "--rules", rules.toString());
    assertThat(lines.get(1)).contains("  FIRING  ").contains("  mine  ");
  }

  @Test
  void aListCanBeFollowedToo() {
    CommandRun run =
        new CommandRun()
            .input(new Logs().quota(AT, "a").toString())
            .run("analyze", "--follow", "--list", "-");
    assertThat(run.out().lines()).singleElement().asString().contains("-:1  insufficient_quota");
  }

  @Test
  void aCallIsNotShownWhereItsReasonFollows() {
    assertThat(follow(call(AT).quota(AT.plusMillis(200), "a")))
        .filteredOn(line -> line.startsWith("2026-05-04 07:00:00  "))
        .singleElement()
        .asString()
        .contains("insufficient_quota");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCallIsShownSoonWhereNothingFollows(boolean list) throws Exception {
    CommandRun run = new CommandRun();
    String form = list ? "--list" : "--zone=UTC";
    Thread following = new Thread(() -> run.run("analyze", "--follow", form, "-"));
    try (PipedOutputStream log = new PipedOutputStream()) {
      run.input(new PipedInputStream(log, 1 << 16));
      following.start();
      log.write(call(AT).toString().getBytes(StandardCharsets.UTF_8));
      log.flush();
      await().atMost(Duration.ofSeconds(20)).until(() -> run.out().contains("HTTP Request"));
    }
    following.join();
  }

  private static Logs call(Instant at) {
    String call = "HTTP Request: POST https://api.openai.com/v1/chat \"HTTP/1.1 429 Too Many\"";
    return new Logs().line(at, " INFO", "a", "httpx.client", call);
  }

  private static int indexOf(List<String> lines, String part) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> follow(Logs logs, String... options) {
    List<String> all = new ArrayList<>(List.of("analyze", "--follow", "--zone", "UTC"));
    all.addAll(List.of(options));
    all.add("-");
    CommandRun run = new CommandRun().input(logs.toString()).run(all.toArray(String[]::new));
    return run.out().lines().toList();
  }
}

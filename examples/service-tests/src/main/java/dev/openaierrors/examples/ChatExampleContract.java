package dev.openaierrors.examples;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a reader sees who runs the example, whatever its logging framework.
 *
 * <p>It runs once, in a Java process of its own with the class path of this test, as users run it:
 * with its own logging configuration, its own end and its own exit code. Nothing here depends on
 * the logging framework but the form of a line.
 */
public abstract class ChatExampleContract {

  private static final Pattern CALL =
      Pattern.compile(
          "(?<level>\\w+) +ChatService - chat completion for (?<user>\\w+).*"
              + " -> (?<kind>\\S+) retryable=(?<retryable>\\S+) wait=(?<wait>\\S+) fix=(?<fix>.+)");

  private static final Pattern ALERT =
      Pattern.compile(
          "(?<level>\\w+) +ALERT (?<rule>\\S+) \\[(?<state>\\w+)\\] (?<title>.+?)\\. (?<rest>.+)");

  // It takes about twelve seconds; the rest is for slow machines.
  private static final long PATIENCE_SECONDS = 60;

  private static int exitCode;
  private static List<String> output = List.of();

  @BeforeAll
  static void run(@TempDir Path directory) throws Exception {
    File file = directory.resolve("output.txt").toFile();
    Process process =
        new ProcessBuilder(
                Path.of(requireNonNull(System.getProperty("java.home")), "bin", "java").toString(),
                "-cp",
                requireNonNull(System.getProperty("java.class.path")),
                ChatExample.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(file)
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    output = Files.readAllLines(file.toPath());
    assertThat(ended).as(() -> "ends by itself, said\n" + said()).isTrue();
    exitCode = process.exitValue();
  }

  @Test
  void ends_well() {
    assertThat(exitCode).as(ChatExampleContract::said).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "ben,  invalid_authentication,               false, -",
    "cleo, invalid_api_key,                      false, -",
    "dan,  not_organization_member,              false, -",
    "eve,  ip_not_authorized,                    false, -",
    "finn, unsupported_country_region_territory, false, -",
    "gus,  permission_denied,                    false, -",
    "hana, account_deactivated,                  false, -",
    "june, rate_limit_exceeded,                  true,  1384",
    "kim,  rate_limit_exceeded,                  false, -",
    "leo,  slow_down,                            true,  -",
    "mia,  insufficient_quota,                   false, -",
    "noor, insufficient_quota,                   false, -",
    "omar, insufficient_quota,                   false, -",
    "pia,  insufficient_quota,                   false, -",
    "quin, insufficient_quota,                   false, -",
    "rosa, server_error,                         true,  -",
    "sam,  server_error,                         true,  -",
    "tess, engine_overloaded,                    true,  20000",
    "uma,  server_error,                         true,  -",
    "vic,  model_not_found,                      false, -",
    "wren, context_length_exceeded,              false, -",
    "xena, content_policy_violation,             false, -",
    "yuri, invalid_request,                      false, -",
    "abel, unknown,                              false, -",
    "bea,  timeout,                              true,  -",
    "carl, connection_error,                     true,  -",
    "dora, insufficient_quota,                   false, -",
    "hope, insufficient_quota,                   false, -",
  })
  void says_what_a_failed_call_is(String user, String kind, String retryable, String wait) {
    Matcher call = callOf(user);
    assertThat(call.group("level")).isEqualTo("ERROR");
    assertThat(call.group("kind")).isEqualTo(kind);
    assertThat(call.group("retryable")).isEqualTo(retryable);
    assertThat(call.group("wait")).isEqualTo(wait);
    assertThat(call.group("fix")).as("a sentence").contains(" ").endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "ivan", "iris", "zoe"})
  void adds_nothing_to_a_call_that_succeeded(String user) {
    Matcher call = callOf(user);
    assertThat(call.group("level")).isEqualTo("INFO");
    assertThat(call.group("kind")).isEqualTo("-");
    assertThat(call.group("retryable")).isEqualTo("-");
    assertThat(call.group("wait")).isEqualTo("-");
    assertThat(call.group("fix")).isEqualTo("-");
  }

  @Test
  void knows_every_call() {
    assertThat(output).filteredOn(line -> line.contains(" ChatService ")).hasSize(41);
  }

  @Test
  void alerts_once_of_credits_that_are_used_up_and_once_that_it_is_over() {
    List<Matcher> quota = alertsOf("quota");
    assertThat(quota)
        .extracting(alert -> alert.group("state"))
        .containsExactly("FIRING", "RESOLVED");
    assertThat(quota).extracting(alert -> alert.group("level")).containsExactly("ERROR", "INFO");
    assertThat(quota.get(0).group("rest")).contains("Not retryable. Fix: ");
    assertThat(quota)
        .extracting(alert -> alert.group("title"))
        .allMatch(title -> title.contains("OpenAI quota exhausted: chat-example (demo)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"credentials", "access", "slow-down"})
  void alerts_once_of_what_needs_somebody_to_act_and_says_at_the_end_that_it_is_open(String rule) {
    assertThat(alertsOf(rule))
        .extracting(alert -> alert.group("state"))
        .containsExactly("FIRING", "STOPPED");
  }

  @Test
  void alerts_of_nothing_else() {
    assertThat(output)
        .filteredOn(line -> line.contains(" ALERT "))
        .hasSize(8)
        .allMatch(line -> ALERT.matcher(line).matches());
  }

  private static List<Matcher> alertsOf(String rule) {
    return output.stream()
        .map(ALERT::matcher)
        .filter(alert -> alert.matches() && alert.group("rule").equals(rule))
        .toList();
  }

  @Test
  void has_nothing_to_say_about_its_configuration() {
    // What Logback and Log4j begin such a line with.
    assertThat(output).noneMatch(line -> line.contains("|-") || line.contains("StatusLogger"));
  }

  private static Matcher callOf(String user) {
    List<Matcher> calls =
        output.stream()
            .map(CALL::matcher)
            .filter(call -> call.matches() && call.group("user").equals(user))
            .toList();
    assertThat(calls).as(() -> "calls of " + user + " in\n" + said()).hasSize(1);
    return calls.get(0);
  }

  private static String said() {
    return String.join("\n", output);
  }
}

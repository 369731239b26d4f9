package dev.openaierrors.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.OpenAiAlerts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootExampleTest {

  @Test
  void showsWhatEachErrorIsAndAlertsOnce() throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    List<String> successes = new ArrayList<>();
    OpenAiAlerts.SuccessListener listener =
        (provider, model) -> successes.add(provider.id() + " " + model);
    OpenAiAlerts.add(listener);
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      BootExample.main(new String[0]);
    } finally {
      System.setOut(before);
      OpenAiAlerts.remove(listener);
    }
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(count(lines, "[insufficient_quota retryable=false]")).isEqualTo(5);
    assertThat(count(lines, "[rate_limit_exceeded retryable=true]")).isEqualTo(1);
    assertThat(count(lines, "[FIRING] OpenAI quota exhausted: chat-example (demo)")).isEqualTo(1);
    assertThat(count(lines, "[RESOLVED] OpenAI quota exhausted: chat-example (demo)")).isEqualTo(1);
    assertThat(successes).hasSize(7).containsOnly("openai gpt-5.4-mini");
  }

  private static long count(List<String> lines, String text) {
    return lines.stream().filter(line -> line.contains(text)).count();
  }
}

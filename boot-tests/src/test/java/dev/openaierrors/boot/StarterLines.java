package dev.openaierrors.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a service with the starter logs, and how its lines are to look. */
final class StarterLines {

  /** Without the word for its kind, so that this is in a line only where it is enriched. */
  static final String QUOTA =
      "429 You exceeded your current quota, please check your plan and billing details. (from"
          + " https://api.openai.com/v1)";

  static final String SHOWN = "[insufficient_quota retryable=false] ";
  static final Duration SOON = Duration.ofSeconds(6);

  private StarterLines() {}

  /** Every line that is logged from here on, in its order, and whether it is enriched. */
  static void assertThatAllIsWrittenOnce(Framework framework, Service service) {
    int before = service.lines().size();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      boolean isError = i % 3 == 0;
      framework.error("<" + i + "> " + (isError ? QUOTA : "Card declined, 402"), Map.of());
      expected.add("<" + i + "> " + isError);
    }
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(service.lines().stream().skip(before).filter(l -> l.contains("<")))
                    .filteredOn(line -> !line.contains("openai.alerts"))
                    .map(
                        line ->
                            line.substring(line.indexOf('<'), line.indexOf('>') + 1)
                                + " "
                                + line.contains("insufficient_quota"))
                    .containsExactlyElementsOf(expected));
  }
}

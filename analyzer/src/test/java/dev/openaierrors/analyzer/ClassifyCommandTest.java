package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifyCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RATE_LIMIT =
      "{\"id\":\"a\",\"text\":\"openai: 429 Rate limit reached for gpt-4o on tokens per min (TPM):"
          + " Limit 30000, Used 29000, Requested 2000. Please try again in 2s.\"}";

  @Test
  void givesOneVerdictForEachLineInOrder() throws Exception {
    CommandRun run =
        new CommandRun()
            .input(RATE_LIMIT + "\n\n{\"text\":\"Order 17 was paid\",\"id\":2}\n")
            .run("classify");
    assertThat(run.code()).isZero();
    List<JsonNode> verdicts = verdicts(run);
    assertThat(verdicts).hasSize(2);
    JsonNode first = verdicts.get(0);
    assertThat(first.get("id").asText()).isEqualTo("a");
    assertThat(first.get("kind").asText()).isEqualTo("rate_limit_exceeded");
    assertThat(first.get("retryable").asBoolean()).isTrue();
    assertThat(first.get("model").asText()).isEqualTo("gpt-4o");
    assertThat(first.get("limit").asText()).isEqualTo("tpm");
    assertThat(first.get("retry_after_ms").asLong()).isEqualTo(2000);
    assertThat(first.get("provider").asText()).isEqualTo("openai");
    assertThat(first.get("fix").asText()).contains("retry");
    assertThat(verdicts.get(1).get("id").asInt()).isEqualTo(2);
    assertThat(verdicts.get(1).get("kind").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json          | well-formed",
        "[1]              | no JSON object",
        "{\"id\":7}       | no \"text\"",
        "{\"text\":7}     | no \"text\"",
        "{\"text\":\"a\"  | well-formed",
        "{\"text\":\"a\"}1| more follows",
      })
  void saysWhatIsWrongWithALineAndGoesOn(String line, String problem) throws Exception {
    CommandRun run = new CommandRun().input(line + "\n" + RATE_LIMIT + "\n").run("classify");
    assertThat(run.code()).isEqualTo(2);
    List<JsonNode> verdicts = verdicts(run);
    assertThat(verdicts.get(0).get("kind").isNull()).isTrue();
    assertThat(verdicts.get(0).get("problem").asText()).contains(problem);
    assertThat(verdicts.get(1).get("kind").asText()).isEqualTo("rate_limit_exceeded");
  }

  @Test
  void keepsTheIdAsItCame() throws Exception {
    CommandRun run =
        new CommandRun()
            .input(
                """
                {"id":"\\u00e4\\"\\n","text":""}
                {"id":12345678901234567890,"text":""}
                {"text":""}
                """)
            .run("classify");
    List<String> ids = verdicts(run).stream().map(verdict -> verdict.get("id").asText()).toList();
    assertThat(ids).containsExactly("\u00e4\"\n", "12345678901234567890", "null");
  }

  private static List<JsonNode> verdicts(CommandRun run) {
    return run.out()
        .lines()
        .map(
            line -> {
              try {
                return JSON.readTree(line);
              } catch (IOException e) {
                throw new AssertionError(line, e);
              }
            })
        .collect(Collectors.toList());
  }
}

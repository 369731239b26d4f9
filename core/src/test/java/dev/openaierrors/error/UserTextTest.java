package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples hold what the provider says, and nothing of what users said to the model. */
class UserTextTest {

  private static final String SAID = "my sister Ilse has lost her job";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid 'messages[0].content': '%s'",
        "Invalid value: \"%s\". Supported values are: 'low', 'high'.",
        "Something is wrong with your input. Your input: %s",
        "The engine is currently overloaded, please try again later. prompt=\"%s\"",
        "The engine is currently overloaded, please try again later (prompt=%s)",
        "Invalid type for 'input'. Prompt: %s",
        "Bad request: messages=[{'role': 'user', 'content': '%s'}]",
        "Bad request: {\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}",
        "Bad request: {\\\"question\\\": \\\"%s\\\"}",
        "Question [%s] failed",
        "ChatRequest { messages = [UserMessage { contents = [TextContent { text = \"%s\" }] }] }",
        "Invalid 'input': '%s",
      })
  void isLeftOutHoweverItIsWritten(String words) {
    String sample = Objects.requireNonNull(Redactor.sample(words.replace("%s", SAID), 300));

    assertThat(sample).doesNotContain("Ilse").doesNotContain("sister");
    assertThat(sample).startsWith(words.substring(0, 8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
            + " 'max_completion_tokens' instead.",
        "The model `gpt-4o-mini` does not exist or you do not have access to it.",
        "Invalid 'messages[3].content[0].image_url': string too long.",
        "Invalid value: 'medium'. Supported values are: 'low' and 'high'.",
        "Invalid prompt: your prompt was flagged as potentially violating our usage policy.",
        "The header 'OpenAI-Beta: realtime=v1' is missing.",
        "{\"error\": {\"message\": \"You exceeded your current quota\", \"code\": \"x_y\"}}",
        "Missing required parameter: 'messages[0].content'.",
        "It isn't there, and your users' prompts aren't either.",
      })
  void staysWhereItIsTheProviders(String words) {
    assertThat(Redactor.sample(words, 300)).isEqualTo(words);
  }

  @Test
  void isNotInWhatAlertsTell() {
    OpenAiError error =
        ErrorAnalyzer.create()
            .analyze(
                "openai 400: {\"error\": {\"message\": \"Invalid 'messages[0].content': '"
                    + SAID
                    + "'\", \"type\": \"invalid_request_error\", \"param\":"
                    + " \"messages[0].content\", \"code\": \"invalid_value\"}}");

    assertThat(Objects.requireNonNull(error).particulars().message())
        .isEqualTo("Invalid 'messages[0].content': '\u2026'");
  }
}

package dev.openaierrors.examples;

import com.openai.client.OpenAIClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers people's questions with a chat model, as a thousand services do.
 *
 * <p>It logs what fails, in the plainest way, and knows nothing of kinds of errors: what its log
 * says beyond that comes from the logging configuration alone.
 */
final class ChatService {

  private static final Logger log = LoggerFactory.getLogger(ChatService.class);

  private static final String MODEL = "gpt-5.4-mini";

  private final OpenAIClient client;

  ChatService(OpenAIClient client) {
    this.client = client;
  }

  /** The whole answer at once; empty if there is none. */
  Optional<String> ask(String user, String question) {
    try {
      String answer =
          client.chat().completions().create(asking(question)).choices().stream()
              .flatMap(choice -> choice.message().content().stream())
              .collect(Collectors.joining());
      log.info("chat completion for {}: {}", user, answer);
      return Optional.of(answer);
    } catch (OpenAIException exception) {
      log.error("chat completion for {} failed", user, exception);
      return Optional.empty();
    }
  }

  /** The answer piece by piece; empty if it does not come to its end. */
  Optional<String> stream(String user, String question) {
    try (StreamResponse<ChatCompletionChunk> chunks =
        client.chat().completions().createStreaming(asking(question))) {
      String answer =
          chunks.stream()
              .flatMap(chunk -> chunk.choices().stream())
              .flatMap(choice -> choice.delta().content().stream())
              .collect(Collectors.joining());
      log.info("chat completion for {}: {}", user, answer);
      return Optional.of(answer);
    } catch (OpenAIException exception) {
      log.error("chat completion for {} failed", user, exception);
      return Optional.empty();
    }
  }

  private static ChatCompletionCreateParams asking(String question) {
    return ChatCompletionCreateParams.builder().model(MODEL).addUserMessage(question).build();
  }
}

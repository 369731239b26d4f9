package dev.openaierrors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.ModelProvider;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.openaierrors.alert.OpenAiAlerts;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class SuccessTest {

  private final List<String> heard = new ArrayList<>();
  private final OpenAiAlerts.SuccessListener listener =
      (provider, model) -> heard.add(provider.id() + " " + model);

  @BeforeEach
  void listen() {
    OpenAiAlerts.add(listener);
  }

  @AfterEach
  void listenNoMore() {
    OpenAiAlerts.remove(listener);
  }

  private void call(String provider, boolean answered, @Nullable Throwable error) {
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new SpringAiSuccess());
    ChatModelObservationContext context =
        ChatModelObservationContext.builder()
            .prompt(new Prompt("Hi", ChatOptions.builder().model("gpt-5").build()))
            .provider(provider)
            .build();
    Observation observation = Observation.start("gen_ai.client.operation", () -> context, registry);
    if (answered) {
      context.setResponse(new org.springframework.ai.chat.model.ChatResponse(List.of()));
    }
    if (error != null) {
      observation.error(error);
    }
    observation.lowCardinalityKeyValue("gen_ai.response.model", "gpt-5.4-mini");
    observation.stop();
  }

  @Test
  void aCallOfSpringAiThatIsAnsweredIsASuccess() {
    call("openai", true, null);
    call("azure-openai", true, null);
    assertThat(heard).containsExactly("openai gpt-5.4-mini", "azure gpt-5.4-mini");
  }

  @Test
  void oneThatFailsOrIsAnotherVendorsIsNot() {
    call("openai", true, new IllegalStateException("cut off"));
    call("openai", false, null);
    call("anthropic", true, null);
    assertThat(heard).isEmpty();
  }

  @Test
  void otherObservationsAreNotLookedAt() {
    assertThat(new SpringAiSuccess().supportsContext(new Observation.Context())).isFalse();
  }

  @Test
  void aCallOfLangChain4jThatIsAnsweredIsASuccess() {
    for (ModelProvider provider :
        List.of(ModelProvider.OPEN_AI, ModelProvider.MICROSOFT_FOUNDRY, ModelProvider.OLLAMA)) {
      ChatResponse response =
          ChatResponse.builder().aiMessage(AiMessage.from("Hi")).modelName("gpt-5.4-mini").build();
      ChatRequest request = ChatRequest.builder().messages(UserMessage.from("Hi")).build();
      new LangChain4jSuccess()
          .onResponse(new ChatModelResponseContext(response, request, provider, Map.of()));
    }
    assertThat(heard).containsExactly("openai gpt-5.4-mini", "azure gpt-5.4-mini");
  }

  @Test
  void bothAreBeansWhereTheirLibraryIsThere() {
    try (AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(SuccessAutoConfiguration.class)) {
      assertThat(context.getBean(SpringAiSuccess.class)).isNotNull();
      assertThat(context.getBean(LangChain4jSuccess.class)).isNotNull();
    }
  }
}

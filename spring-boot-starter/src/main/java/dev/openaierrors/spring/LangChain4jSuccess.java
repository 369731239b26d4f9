package dev.openaierrors.spring;

import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.openaierrors.alert.OpenAiAlerts;
import dev.openaierrors.error.Provider;
import org.jspecify.annotations.Nullable;

/** Tells alerts of a call of LangChain4j's that OpenAI or Azure OpenAI has answered. */
final class LangChain4jSuccess implements ChatModelListener {

  LangChain4jSuccess() {}

  @Override
  public void onResponse(ChatModelResponseContext context) {
    Provider provider = provider(String.valueOf(context.modelProvider()));
    if (provider != null) {
      OpenAiAlerts.success(provider, context.chatResponse().modelName());
    }
  }

  /** By name: the constants are not the same in all versions. */
  private static @Nullable Provider provider(String name) {
    return switch (name) {
      case "OPEN_AI" -> Provider.OPENAI;
      case "AZURE_OPEN_AI", "MICROSOFT_FOUNDRY" -> Provider.AZURE;
      default -> null;
    };
  }
}

package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/** Who answered with the error, as far as the text says. */
public enum Provider {
  /** OpenAI itself. */
  OPENAI("openai"),
  /** Azure OpenAI, or Azure API Management in front of it. */
  AZURE("azure"),
  /** A service that speaks OpenAI's format: Groq, xAI, DeepSeek, OpenRouter, vLLM, LiteLLM, … */
  COMPATIBLE("compatible"),
  /** The text is an OpenAI error but does not say whose. */
  UNKNOWN("unknown");

  private final String id;

  Provider(String id) {
    this.id = id;
  }

  /** The value of the field {@code openai.error.provider}; never changes. */
  public String id() {
    return id;
  }

  /**
   * The provider with this {@link #id()}.
   *
   * @return null if there is none
   */
  public static @Nullable Provider fromId(String id) {
    for (Provider provider : values()) {
      if (provider.id.equals(id)) {
        return provider;
      }
    }
    return null;
  }

  /** As one of a set of bits. */
  int bit() {
    return switch (this) {
      case OPENAI -> 1;
      case AZURE -> 2;
      case COMPATIBLE -> 4;
      case UNKNOWN -> 8;
    };
  }

  boolean isIn(int bits) {
    return (bits & bit()) != 0;
  }
}

package dev.openaierrors.logback;

import org.jspecify.annotations.Nullable;

/** A {@code <label>} of an {@link OpenAiErrorAppender}: all its alerts carry it. */
public final class LabelElement extends ConfiguredElement {

  /** Creates an element without settings. */
  public LabelElement() {}

  /** Its name, such as {@code team}. */
  public void setName(@Nullable String name) {
    settings().set("name", name);
  }

  /** Its value, such as {@code payments}. */
  public void setValue(@Nullable String value) {
    settings().set("value", value);
  }
}

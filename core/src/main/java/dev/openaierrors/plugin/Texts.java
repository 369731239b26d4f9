package dev.openaierrors.plugin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text of a configuration: what is absent, and what is a truth value. */
final class Texts {

  private Texts() {}

  static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /** Without white space around it; empty for null. */
  static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /** What {@code true}, {@code on}, {@code yes} and their opposites mean; null for other text. */
  static @Nullable Boolean truth(@Nullable String text) {
    return switch (stripped(text).toLowerCase(Locale.ROOT)) {
      case "true", "on", "yes" -> true;
      case "false", "off", "no" -> false;
      default -> null;
    };
  }
}

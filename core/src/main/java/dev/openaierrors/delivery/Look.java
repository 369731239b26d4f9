package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertState;

/** How an alert is seen at first sight: what is good news, and how bad the other is. */
enum Look {
  CRITICAL("\uD83D\uDD34", 0xD92D20, "attention"),
  WARNING("\uD83D\uDFE0", 0xF79009, "warning"),
  INFO("\uD83D\uDD35", 0x1570EF, "accent"),
  GOOD("\u2705", 0x12B76A, "good");

  private final String emoji;
  private final int color;
  private final String style;

  Look(String emoji, int color, String style) {
    this.emoji = emoji;
    this.color = color;
    this.style = style;
  }

  static Look of(Alert alert) {
    if (alert.state() == AlertState.RESOLVED) {
      return GOOD;
    }
    return switch (alert.severity()) {
      case CRITICAL -> CRITICAL;
      case WARNING -> WARNING;
      case INFO -> INFO;
    };
  }

  String emoji() {
    return emoji;
  }

  /** Red, green and blue, eight bits each. */
  int color() {
    return color;
  }

  /** As {@code #D92D20}. */
  String hex() {
    return "#%06X".formatted(color);
  }

  /** The style of a container in an Adaptive Card. */
  String style() {
    return style;
  }
}

package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * Sanitizes untrusted text: redacts secrets, strips control characters, truncates.
 *
 * <p>What a text says of itself comes first: the value behind a name that says key, token, password
 * or the like, in whatever notation; what stands before the host of a URL, and in its query; what
 * an error repeats of a wrong key. Words that look random come second, prefixes of well-known keys
 * last. All of it, e-mail addresses and the ids of organizations, projects and users give way to
 * {@code [redacted]}.
 *
 * <p>The work is linear in the length of the text, of which no more than a fixed multiple of what
 * fits is read.
 */
public final class Redactor {

  /** Redacting makes text shorter, but hardly four times. */
  private static final int CONSIDERED = 4;

  private static final int MIN_CONSIDERED = 512;
  private static final int MAX_PART = 256;

  private final String text;
  private final FoldedText folded;
  private final int length;

  private Redactor(String text) {
    this.text = text;
    this.folded = FoldedText.of(text);
    this.length = folded.length();
  }

  /**
   * The text, redacted, on one line, at most {@code max} characters long.
   *
   * @param text text of a stranger; null gives null
   * @param max the most characters of the result, which ends with an ellipsis if it was longer
   * @return null if nothing is left
   */
  public static @Nullable String clean(@Nullable String text, int max) {
    return text == null ? null : shortened(redacted(text, 0, max), max);
  }

  /**
   * As {@link #clean}, without what users said: a prompt, a question, a document.
   *
   * @param text text of a stranger; null gives null
   * @param max the most characters of the result
   * @return null if nothing is left
   */
  public static @Nullable String sample(@Nullable String text, int max) {
    return text == null ? null : withoutUserText(text, 0, max);
  }

  /**
   * As {@link #sample}, of the end of a text. What identifies something stays, quoted or not.
   *
   * @param text text of a stranger
   * @param from what stands before is only there to be understood, and does not show
   */
  static @Nullable String withoutUserText(String text, int from, int max) {
    return shortened(UserText.without(redacted(text, from, max)), max);
  }

  private static String redacted(String text, int from, int max) {
    return new Redactor(considered(text, from, max)).redacted(from);
  }

  /** As much of a text as is read where no more than {@code max} characters from there on fit. */
  static String considered(String text, int from, int max) {
    int most = from + Math.max(CONSIDERED * max, max + MIN_CONSIDERED);
    return text.length() <= most ? text : text.substring(0, whole(text, most));
  }

  /** The text from there on; itself where it is clean, as nearly always. */
  private String redacted(int from) {
    boolean[] marked = SecretScan.secrets(folded.chars(), folded.length());
    if (marked == null && from == 0 && isPlain()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length() - from);
    int at = from;
    int index = 0;
    while (index < length && folded.origin(index + 1) <= from) {
      index++;
    }
    while (at < text.length()) {
      while (index < length && folded.origin(index + 1) <= at) {
        index++;
      }
      if (marked != null
          && index < length
          && marked[index]
          && folded.origin(index) <= Math.max(at, from)) {
        while (index < length && marked[index]) {
          index++;
        }
        clean.append(SecretText.REDACTED);
        at = folded.origin(index);
      } else {
        show(clean, at);
        at++;
      }
    }
    return clean.toString();
  }

  /** Not in the middle of a word: nobody could say what it is. */
  private static int whole(String text, int most) {
    int end = most;
    while (end > most - MAX_PART && text.charAt(end - 1) > ' ') {
      end--;
    }
    return end;
  }

  private static @Nullable String shortened(String text, int max) {
    String done = text.strip();
    if (done.isEmpty()) {
      return null;
    }
    if (done.length() <= max) {
      return done;
    }
    int end = max - 1;
    // Not in the middle of a character.
    end -= end > 0 && Character.isHighSurrogate(done.charAt(end - 1)) ? 1 : 0;
    return done.substring(0, end) + "\u2026";
  }

  private boolean isPlain() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= 127 && (FoldedText.isHidden(c) || !isShown(i)))) {
        return false;
      }
    }
    return true;
  }

  private void show(StringBuilder clean, int at) {
    char c = text.charAt(at);
    if (c < 127 ? c < ' ' : !isShown(at)) {
      clean.append(' ');
    } else if (c < 127 || !FoldedText.isHidden(c)) {
      clean.append(c);
    }
  }

  private boolean isShown(int at) {
    char c = text.charAt(at);
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      case Character.SURROGATE -> isPaired(at);
      default -> true;
    };
  }

  private boolean isPaired(int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}

package dev.openaierrors.analyzer.report;

import dev.openaierrors.error.Redactor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What messages have in common: the text without what differs from one to the next, which is
 * numbers, ids and names of models.
 */
final class MessageShape {

  private static final int LONGEST = 160;
  // Ids make place when they are masked.
  private static final int CONSIDERED = 400;
  private static final int LEAST_ID = 8;
  // Many events say the very same.
  private static final int MOST_KNOWN = 128;
  private static final String ID = "<id>";
  private static final String REDACTED = "[redacted]";
  private static final String MODEL = "<model>";
  private static final String[] ID_BEGINS = {
    "req_",
    "resp_",
    "org-",
    "proj_",
    "sk-",
    "chatcmpl-",
    "run_",
    "thread_",
    "asst_",
    "file-",
    "msg_",
    "call_",
    "batch_",
    "user-"
  };
  private static final String[] MODEL_BEGINS = {
    "gpt-",
    "chatgpt-",
    "o1-",
    "o3-",
    "o4-",
    "text-embedding-",
    "whisper-",
    "dall-e-",
    "tts-",
    "claude-",
    "gemini-",
    "llama-",
    "mistral-",
    "deepseek-"
  };

  private final StringBuilder shape = new StringBuilder(LONGEST);
  private final Map<Text, String> known = new HashMap<>();

  /** What a shape was told of; compares by code of its own, for the start budget. */
  private record Text(String message, @Nullable String thrown) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Text text
          && message.equals(text.message)
          && Objects.equals(thrown, text.thrown);
    }

    @Override
    public int hashCode() {
      return 31 * message.hashCode() + Objects.hashCode(thrown);
    }
  }

  /**
   * The shape of a message, and behind it that of what was thrown. Both are redacted first: a
   * secret of which the digits are masked is not known for one any more.
   */
  String of(String message, @Nullable String thrown, @Nullable String model) {
    Text text = new Text(message, thrown);
    String before = known.get(text);
    if (before != null) {
      return before;
    }
    shape.setLength(0);
    add(redacted(message), model);
    if (thrown != null && !message.contains(thrown) && shape.length() < LONGEST) {
      shape.append(" | ");
      add(redacted(thrown), model);
    }
    String made = shape.toString();
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    known.put(text, made);
    return made;
  }

  private static String redacted(String text) {
    String clean = Redactor.sample(text, CONSIDERED);
    return clean == null ? "" : clean;
  }

  private void add(String text, @Nullable String model) {
    int at = 0;
    int length = text.length();
    while (at < length && shape.length() < LONGEST) {
      char c = text.charAt(at);
      if (c == '[' && text.startsWith(REDACTED, at)) {
        // An id as others are: some look like secrets, some do not, and all are of one shape.
        shape.append(ID);
        at += REDACTED.length();
        continue;
      }
      if (!isOfWord(c)) {
        shape.append(c < ' ' ? ' ' : c);
        at++;
        continue;
      }
      int end = at + 1;
      while (end < length && (isOfWord(text.charAt(end)) || joins(text, end))) {
        end++;
      }
      word(text, at, end, model);
      at = end;
    }
  }

  private static boolean isOfWord(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || c > 0x7f;
  }

  /** A dash, a dot or a colon inside of a word. */
  private static boolean joins(String text, int at) {
    char c = text.charAt(at);
    return (c == '-' || c == '.' || c == ':')
        && at + 1 < text.length()
        && isOfWord(text.charAt(at + 1));
  }

  private void word(String text, int from, int to, @Nullable String model) {
    int digits = 0;
    int letters = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
      letters += Character.isLetter(c) ? 1 : 0;
    }
    boolean isModel = model != null && to - from == model.length() && text.startsWith(model, from);
    if (isModel || (digits > 0 && begins(text, from, to, MODEL_BEGINS))) {
      shape.append(MODEL);
    } else if (begins(text, from, to, ID_BEGINS)) {
      shape.append(ID);
    } else if (digits == 0) {
      shape.append(text, from, to);
    } else if (letters == 0) {
      shape.append('#');
    } else if (to - from >= LEAST_ID && digits > 1) {
      shape.append(isName(text, from, to) ? numbered(text, from, to) : ID);
    } else {
      shape.append(numbered(text, from, to));
    }
  }

  /** Digits at the end only, as threads and hosts have them, or a few in a long word. */
  private static boolean isName(String text, int from, int to) {
    int end = to;
    while (end > from && !Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        return false;
      }
    }
    return true;
  }

  private static String numbered(String text, int from, int to) {
    StringBuilder masked = new StringBuilder(to - from);
    boolean number = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean goesOn = number && (digit || (c == '.' && i + 1 < to));
      if (!goesOn) {
        masked.append(digit ? '#' : c);
      }
      number = digit || goesOn;
    }
    return masked.toString();
  }

  private static boolean begins(String text, int from, int to, String... begins) {
    char c = Character.toLowerCase(text.charAt(from));
    for (String begin : begins) {
      if (begin.charAt(0) == c
          && to - from > begin.length()
          && text.substring(from, from + begin.length()).toLowerCase(Locale.ROOT).equals(begin)) {
        return true;
      }
    }
    return false;
  }
}

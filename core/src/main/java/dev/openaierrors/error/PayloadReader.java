package dev.openaierrors.error;

import dev.openaierrors.internal.JsonStreams;
import dev.openaierrors.internal.jackson.JsonParser;
import dev.openaierrors.internal.jackson.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the error object of a payload, whatever a log has made of it.
 *
 * <p>Jackson reads; text that is no JSON is turned into JSON first as far as that goes. What was
 * read before the text ends or stops making sense counts.
 */
final class PayloadReader {

  /** The longest payload that is read whole. */
  static final int MAX_EXTENT = 8192;

  private static final int LOOK_BACK = 4096;

  private static final int DEPTH = 64;

  private @Nullable String code;
  private @Nullable String innerCode;
  private @Nullable String type;
  private @Nullable String param;
  private @Nullable String message;
  private int status = HttpStatus.NONE;
  private boolean envelope;
  private boolean paramKey;
  private boolean codeKey;
  private boolean requestIdKey;
  private boolean eventIdKey;
  private boolean objectKey;
  private boolean googleStatus;

  private PayloadReader() {}

  /**
   * The error object that holds the field whose name begins at {@code key}.
   *
   * @param extent the most characters of it that are read
   */
  static Payload around(Text text, int key, int extent) {
    int open = key;
    int limit = Math.max(0, key - LOOK_BACK);
    while (open >= limit && text.at(open) != '{') {
      open--;
    }
    if (open < limit) {
      return Payload.EMPTY;
    }
    PayloadText json = PayloadText.of(text, open, Math.min(text.length(), open + extent));
    PayloadReader reader = new PayloadReader();
    reader.read(json);
    if (reader.envelope && reader.code == null) {
      return Payload.EMPTY;
    }
    String best = reader.code == null || isStatus(reader.code) ? reader.innerCode : null;
    return new Payload(
        best == null ? reader.code : best,
        reader.type,
        reader.param,
        reader.status,
        reader.message,
        before(text, open, "error") >= 0,
        reader.isForeign(text, open));
  }

  private void read(PayloadText json) {
    try (JsonParser parser =
        JsonStreams.lenient(json.chars(), json.from(), json.to(), DEPTH, MAX_EXTENT)) {
      int depth = 0;
      String name = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT, START_ARRAY -> depth++;
          case END_OBJECT, END_ARRAY -> depth--;
          case FIELD_NAME -> {
            name = parser.currentName();
            key(depth, name);
          }
          case VALUE_STRING, VALUE_NUMBER_INT -> value(depth, name, parser);
          default -> {
            // Neither null nor a boolean says anything here.
          }
        }
        if (depth == 0) {
          return;
        }
      }
    } catch (IOException notJsonFromHereOn) {
      // Cut off, or garbled: what was read until here is all that there is.
      return;
    }
  }

  private void value(int depth, String name, JsonParser parser) throws IOException {
    if (depth == 1) {
      switch (name) {
        case "code" -> code(parser.getText());
        case "type" -> type(parser.getText());
        case "param" -> param = parser.getText();
        case "message" -> message = parser.getText();
        case "status", "statusCode", "http_status" -> status(parser.getText());
        default -> {
          // The text as a whole was searched.
        }
      }
    } else if (name.equals("code") && innerCode == null) {
      innerCode = parser.getText();
    }
  }

  private void key(int depth, String name) {
    if (depth == 1) {
      codeKey |= name.equals("code");
      paramKey |= name.equals("param");
      requestIdKey |= name.equals("request_id");
      eventIdKey |= name.equals("event_id");
      objectKey |= name.equals("object");
    }
  }

  /**
   * Whether the object is one that OpenAI's API, and who copied it, never sends: Anthropic's, which
   * has no code and stands in an object of the type error; Google's with a status in words;
   * Mistral's and Zhipu's with a number of their own for a code; DashScope's, which is flat.
   */
  private boolean isForeign(Text text, int open) {
    // Gateways number their errors, too, in the whole form of OpenAI's object.
    boolean whole = paramKey && type != null && !objectKey;
    if (googleStatus || (code != null && isLongNumber(code) && !whole)) {
      return true;
    }
    if (!codeKey && !paramKey && !eventIdKey && type != null && type.endsWith("_error")) {
      return standsInError(text, open);
    }
    return codeKey && requestIdKey && type == null && code != null && isCamelCase(code);
  }

  private static boolean isLongNumber(String code) {
    for (int i = 0; i < code.length(); i++) {
      if (!Chars.isDigit(code.charAt(i))) {
        return false;
      }
    }
    return code.length() > 3;
  }

  private static boolean isCamelCase(String code) {
    boolean lower = false;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      lower |= c >= 'a' && c <= 'z';
      if (!Character.isLetter(c) && c != '.') {
        return false;
      }
    }
    return lower && Character.isUpperCase(code.charAt(0));
  }

  /** {@code {"type":"error","error":{…}}}, the type before it. */
  private static boolean standsInError(Text text, int open) {
    int end = before(text, open, "error");
    end = end < 0 ? end : before(text, end, "error");
    return end >= 0 && before(text, end, "type") >= 0;
  }

  /** Where the word begins that stands before a place, whatever quotes and signs are between. */
  private static int before(Text text, int at, String word) {
    int last = at - 1;
    while (last >= 0
        && (text.at(last) <= ' '
            || text.isQuote(last)
            || text.at(last) == '\\'
            || text.at(last) == ':'
            || text.at(last) == '{'
            || text.at(last) == ',')) {
      last--;
    }
    return text.endsWith(last + 1, word) ? last + 1 - word.length() : -1;
  }

  /** Events of streams have a type of their own, which says nothing of the error inside. */
  private void type(String text) {
    envelope = text.equals("error") || text.equals("response.failed");
    type = envelope ? null : text;
  }

  private void code(String text) {
    // A number below zero is JSON-RPC's own.
    code = text.equals("null") || text.startsWith("-") ? null : text;
    if (isStatus(text)) {
      status(text);
    }
  }

  private void status(String text) {
    googleStatus |= isWords(text);
    if (status == HttpStatus.NONE && isStatus(text)) {
      status = Integer.parseInt(text);
    }
  }

  /** {@code RESOURCE_EXHAUSTED}. */
  private static boolean isWords(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '_' && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return text.length() > 3;
  }

  private static boolean isStatus(String text) {
    return text.length() == 3
        && (text.charAt(0) == '4' || text.charAt(0) == '5')
        && Chars.isDigit(text.charAt(1))
        && Chars.isDigit(text.charAt(2));
  }
}

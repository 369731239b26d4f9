package dev.openaierrors.delivery;

import dev.openaierrors.internal.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a value is written into a text, so that it stays one value there. */
public enum Escaping {
  /** Inside the quotes of a string of JSON. */
  JSON,
  /** As the value of a field of a form. */
  FORM,
  /** As it is: the text is for people. */
  NONE;

  /**
   * That of a type of content, such as {@code application/json; charset=utf-8}.
   *
   * @return null for a type that values cannot be written into
   */
  public static @Nullable Escaping of(String contentType) {
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    String kind = type.strip().toLowerCase(Locale.ROOT);
    if (kind.equals("text/plain")) {
      return NONE;
    } else if (kind.equals("application/x-www-form-urlencoded")) {
      return FORM;
    }
    return kind.startsWith("application/") && (kind.endsWith("/json") || kind.endsWith("+json"))
        ? JSON
        : null;
  }

  String escape(String value) {
    return switch (this) {
      case JSON -> json(value);
      case FORM -> URLEncoder.encode(value, StandardCharsets.UTF_8);
      case NONE -> value;
    };
  }

  private static String json(String value) {
    JsonWriter json = new JsonWriter();
    json.writeString(value);
    String quoted = json.toString();
    return quoted.substring(1, quoted.length() - 1);
  }
}

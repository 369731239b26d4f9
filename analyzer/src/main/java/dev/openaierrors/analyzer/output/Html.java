package dev.openaierrors.analyzer.output;

import dev.openaierrors.error.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Writes HTML; text and attributes are escaped, so that no log can add markup. */
final class Html {

  private final Writer target;

  Html(Writer target) {
    this.target = target;
  }

  /** Markup of our own. */
  Html raw(String markup) {
    try {
      target.write(markup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Text of anybody. */
  Html text(@Nullable String text) {
    return raw(text == null ? "" : escape(text));
  }

  /**
   * An element with nothing but text in it.
   *
   * @param start its name and our own attributes, such as {@code td class="num"}
   */
  Html element(String start, String text) {
    int space = start.indexOf(' ');
    String name = space < 0 ? start : start.substring(0, space);
    return raw("<" + start + ">").text(text).raw("</" + name + ">");
  }

  static String escape(String text) {
    String fit = Printable.of(text);
    StringBuilder escaped = new StringBuilder(fit.length() + 16);
    for (int i = 0; i < fit.length(); i++) {
      char c = fit.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}

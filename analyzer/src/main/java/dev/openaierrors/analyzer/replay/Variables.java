package dev.openaierrors.analyzer.replay;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What {@code ${...}} stands for in a configuration: properties that the file itself defines,
 * system properties and environment variables, in Logback's and in Log4j2's way of writing. What
 * needs the running service, such as its Spring environment, is left as it is and reported.
 */
final class Variables {

  private static final int DEEPEST = 10;
  private static final String OPEN = "${";
  private static final String DEFAULT = ":-";

  private final Map<String, String> defined = new HashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final UnaryOperator<@Nullable String> environment;

  /**
   * The variables of a configuration.
   *
   * @param environment environment variables by name, null where there is none
   */
  Variables(Element root, UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
    define(root);
  }

  private void define(Element element) {
    switch (element.getTagName()) {
      case "property", "variable", "Property" -> {
        String name = element.getAttribute("name");
        String value =
            element.hasAttribute("value")
                ? element.getAttribute("value")
                : element.getTextContent().strip();
        if (!name.isEmpty()) {
          defined.putIfAbsent(name, value);
        }
      }
      case "springProperty" -> {
        if (element.hasAttribute("defaultValue")) {
          defined.putIfAbsent(element.getAttribute("name"), element.getAttribute("defaultValue"));
        }
      }
      default -> RulesFile.children(element).forEach(this::define);
    }
  }

  /** The text with every variable replaced that is known. */
  String substitute(String text) {
    return substitute(text, 0);
  }

  private String substitute(String text, int depth) {
    if (depth > DEEPEST) {
      unknown.add("'" + text + "' refers to itself");
      return text;
    }
    StringBuilder done = new StringBuilder();
    int at = 0;
    int begin = text.indexOf(OPEN);
    while (begin >= 0) {
      int end = end(text, begin + OPEN.length());
      if (end < 0) {
        break;
      }
      // Log4j2 doubles the dollar of what it is to look up later.
      int from = begin > at && text.charAt(begin - 1) == '$' ? begin - 1 : begin;
      done.append(text, at, from);
      done.append(value(text.substring(begin + OPEN.length(), end), depth));
      at = end + 1;
      begin = text.indexOf(OPEN, at);
    }
    return done.append(text.substring(at)).toString();
  }

  /** Index of the brace that closes what is open at {@code from}; -1 if none does. */
  private static int end(String text, int from) {
    int open = 1;
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith(OPEN, i)) {
        open++;
      } else if (text.charAt(i) == '}' && --open == 0) {
        return i;
      }
    }
    return -1;
  }

  private String value(String expression, int depth) {
    int split = expression.indexOf(DEFAULT);
    String name = split < 0 ? expression : expression.substring(0, split);
    String value = lookUp(substitute(name, depth + 1).strip());
    if (value != null) {
      return substitute(value, depth + 1);
    }
    if (split >= 0) {
      return substitute(expression.substring(split + DEFAULT.length()), depth + 1);
    }
    unknown.add(
        "${" + name + "} has no value here; set the environment variable or give it a default");
    return OPEN + expression + "}";
  }

  private @Nullable String lookUp(String name) {
    if (name.startsWith("env:")) {
      return environment.apply(name.substring("env:".length()));
    }
    if (name.startsWith("sys:")) {
      return System.getProperty(name.substring("sys:".length()));
    }
    String value = defined.get(name);
    if (value == null && !name.isEmpty()) {
      value = System.getProperty(name);
    }
    return value == null ? environment.apply(name) : value;
  }

  /** A sentence for each variable that has no value. */
  Set<String> unknown() {
    return unknown;
  }
}

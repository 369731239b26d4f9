package dev.openaierrors.analyzer.replay;

import java.util.HashMap;
import java.util.HashSet;
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

  private static final int DEEPEST = 20;

  /** Characters that are written, of all variables inside each other, for one text. */
  private static final int MOST_WORK = 100_000;

  /** Characters of a text that a message shows. */
  private static final int SHOWN = 60;

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

  /**
   * The text with every variable replaced that is known; as it is, and reported, if it would grow
   * too long that way or has no end.
   */
  String substitute(String text) {
    if (!text.contains(OPEN)) {
      return text;
    }
    Substitution substitution = new Substitution();
    String substituted = substitution.of(text);
    if (substitution.problem == null) {
      return substituted;
    }
    unknown.add("'" + shortened(text) + "' " + substitution.problem + ", and is left as it is");
    return text;
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "\u2026";
  }

  /** The replacing in one text, which does a bounded work, however variables grow. */
  private final class Substitution {

    private final Set<String> inside = new HashSet<>();
    private int depth;
    private int work;
    private @Nullable String problem;

    String of(String text) {
      if (++depth > DEEPEST) {
        problem = "has variables inside each other more than " + DEEPEST + " deep";
      }
      StringBuilder done = new StringBuilder();
      int at = 0;
      int begin = text.indexOf(OPEN);
      while (begin >= 0 && problem == null) {
        int end = end(text, begin + OPEN.length());
        if (end < 0) {
          break;
        }
        // Log4j2 doubles the dollar of what it is to look up later.
        int from = begin > at && text.charAt(begin - 1) == '$' ? begin - 1 : begin;
        done.append(text, at, from);
        done.append(value(text.substring(begin + OPEN.length(), end)));
        at = end + 1;
        begin = text.indexOf(OPEN, at);
      }
      depth--;
      done.append(text, at, text.length());
      work += 1 + done.length();
      if (work > MOST_WORK && problem == null) {
        problem = "grows too long when its variables are replaced";
      }
      return problem == null ? done.toString() : "";
    }

    private String value(String expression) {
      int split = expression.indexOf(DEFAULT);
      String name = split < 0 ? expression : expression.substring(0, split);
      String key = of(name).strip();
      if (problem != null) {
        return "";
      }
      String value = lookUp(key);
      if (value != null) {
        if (!inside.add(key)) {
          problem = "refers to itself by ${" + shortened(key) + "}";
          return "";
        }
        String replaced = of(value);
        inside.remove(key);
        return replaced;
      }
      if (split >= 0) {
        return of(expression.substring(split + DEFAULT.length()));
      }
      unknown.add(
          "${"
              + shortened(name)
              + "} has no value here; set the environment variable or give it a default");
      return OPEN + expression + "}";
    }
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

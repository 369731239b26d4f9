package dev.openaierrors.alert;

import dev.openaierrors.error.Printable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a label of alerts may be. All destinations show labels as they are, so that tools behind
 * them route and count by them, as by {@code team payments}.
 */
public final class Labels {

  /** The most labels that alerts can have. */
  public static final int MOST = 16;

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_VALUE = 128;

  /** What we say ourselves, for Alertmanager as labels of these names. */
  private static final List<String> RESERVED =
      List.of(
          "alertname",
          "service",
          "environment",
          "instance",
          "rule",
          "provider",
          "group",
          "severity",
          "kind");

  private Labels() {}

  /**
   * The name, if a label may have it. Alertmanager refuses a whole alert for one that it does not
   * know the form of.
   *
   * @throws InvalidValueException if not
   */
  public static String name(String name) {
    boolean right = !name.isEmpty() && name.length() <= LONGEST_NAME && isLetter(name.charAt(0));
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      right &= isLetter(c) || (c >= '0' && c <= '9') || c == '_';
    }
    if (!right) {
      throw InvalidValueException.misspelt(
          "'%s' is no name for a label".formatted(Printable.beginning(name, LONGEST_NAME)),
          "write a small letter, then such, digits and _, at most %s".formatted(LONGEST_NAME));
    }
    if (RESERVED.contains(name)) {
      throw InvalidValueException.misspelt(
          "'%s' is what alerts say by themselves".formatted(name), "give it another name");
    }
    return name;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  /**
   * The value, if a label may have it.
   *
   * @throws InvalidValueException if not; does not repeat it
   */
  public static String value(String value) {
    if (value.isEmpty() || value.length() > LONGEST_VALUE || !Printable.of(value).equals(value)) {
      throw InvalidValueException.unusable(
          "what is given is no value for a label",
          "write 1 to %s characters that can be shown".formatted(LONGEST_VALUE));
    }
    return value;
  }

  /**
   * A copy, in the same order.
   *
   * @throws IllegalArgumentException if there are too many, or one is wrong
   */
  static Map<String, String> copy(Map<String, String> labels) {
    Bounds.check("the number of labels", labels.size(), 0, MOST);
    Map<String, String> copy = new LinkedHashMap<>();
    labels.forEach((name, value) -> copy.put(name(name), value(value)));
    return Collections.unmodifiableMap(copy);
  }
}

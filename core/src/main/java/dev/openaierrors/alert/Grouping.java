package dev.openaierrors.alert;

import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Redactor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In what incidents of one rule and provider are kept apart.
 *
 * @param dimensions what the errors tell
 * @param contextKeys keys of the MDC or context data of the events, such as {@code tenant}, in
 *     order; at most {@link #MOST_CONTEXT_KEYS}
 */
public record Grouping(Set<Dimension> dimensions, List<String> contextKeys) {

  /** The most keys of the context. */
  public static final int MOST_CONTEXT_KEYS = 4;

  /** One incident for each rule and provider. */
  public static final Grouping NONE = new Grouping(Set.of(), List.of());

  private static final int LONGEST_KEY = 40;
  private static final int LONGEST_VALUE = 60;
  private static final int LONGEST_READ = 2_000;
  private static final int HASH = 0xffffff;

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException with a sentence that says what would be right
   */
  public Grouping {
    Bounds.check("the number of keys to group by", contextKeys.size(), 0, MOST_CONTEXT_KEYS);
    contextKeys.forEach(Grouping::contextKey);
    dimensions = Set.copyOf(dimensions);
    contextKeys = List.copyOf(contextKeys);
  }

  /** By these alone. */
  public static Grouping by(Dimension... dimensions) {
    return new Grouping(Set.of(dimensions), List.of());
  }

  /** The same, and by these keys of the context. */
  public Grouping and(String... keys) {
    return new Grouping(dimensions, List.of(keys));
  }

  /**
   * The key, if it can be one.
   *
   * @throws InvalidValueException if not
   */
  public static String contextKey(String key) {
    if (!Bounds.isName(key, LONGEST_KEY)) {
      throw InvalidValueException.misspelt(
          "'mdc:%s' names no key of the MDC".formatted(Printable.beginning(key, LONGEST_KEY)),
          "write a key of letters, digits, - _ and . behind it, as mdc:tenant");
    }
    return key;
  }

  /**
   * What an event's context says of these keys, fit to be shown: redacted, on one line, cut. Where
   * that changes a value, a number is put behind it that keeps it apart from others.
   *
   * @param entry the value of a key, of any type; null where the context has none
   * @return by key, without those that have no value, or one that is no plain value
   */
  public Map<String, String> context(Function<String, @Nullable Object> entry) {
    if (contextKeys.isEmpty()) {
      return Map.of();
    }
    Map<String, String> context = new LinkedHashMap<>();
    for (String key : contextKeys) {
      String value = shown(entry.apply(key));
      if (value != null) {
        context.put(key, value);
      }
    }
    return Collections.unmodifiableMap(context);
  }

  /** No more of it than tells it from others, and nothing where it cannot say what it is. */
  private static String text(@Nullable Object value) {
    try {
      String text =
          value instanceof CharSequence chars && chars.length() > LONGEST_READ
              ? chars.length() + ":" + chars.subSequence(0, LONGEST_READ)
              : String.valueOf(value);
      return text.strip();
    } catch (RuntimeException brokenValue) {
      return "";
    }
  }

  private static @Nullable String shown(@Nullable Object value) {
    boolean plain =
        value instanceof CharSequence
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof Enum<?>
            || value instanceof UUID;
    String text = plain ? text(value) : "";
    String shown = text.isEmpty() ? null : Redactor.clean(text, LONGEST_VALUE);
    return shown == null || shown.equals(text)
        ? shown
        : shown + "#" + Long.toHexString(Deduplicator.hash(text) & HASH);
  }
}

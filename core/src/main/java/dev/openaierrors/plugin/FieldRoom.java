package dev.openaierrors.plugin;

import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.ErrorKind;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event has room for our fields beside the keys that it has already.
 *
 * <p>Formats that nest keys at their dots (Spring Boot's ECS, for one) write no event in which one
 * key is a value and another stands below it, as {@code openai} and {@code openai.error.kind}: the
 * event would be lost. An event matters more than our fields.
 *
 * <p>Thread-safe; asked only for events that carry an error.
 */
public final class FieldRoom {

  private static final String ROOT = "openai";

  private final Host host;
  private final AtomicBoolean told = new AtomicBoolean();

  /** Says to {@code host}, once, when there is none. */
  public FieldRoom(Host host) {
    this.host = host;
  }

  /**
   * Whether an event was enriched before, perhaps in another process.
   *
   * @param kind what stands in its field for the kind; an application's own text is none
   */
  public static boolean isEnriched(@Nullable Object kind) {
    return kind instanceof String id && ErrorKind.fromId(id) != null;
  }

  /**
   * Whether a key of the MDC, or of context data, leaves no room for our fields. A key of ours
   * does: what we write replaces its value.
   */
  public static boolean isTakenBy(String key) {
    if (!key.startsWith(ROOT)) {
      return false;
    }
    String path = withoutLastDots(key);
    if (ErrorField.PREFIX.startsWith(path + ".")) {
      return true;
    }
    return path.startsWith(ErrorField.PREFIX) && isBelowAField(path);
  }

  /**
   * Whether the key of a key-value pair of the event leaves no room for our fields, which it does
   * not replace.
   */
  public static boolean isTakenByPair(String key) {
    return isTakenBy(key)
        || (key.startsWith(ErrorField.PREFIX) && isBelowAField(withoutLastDots(key) + "."));
  }

  private static boolean isBelowAField(String path) {
    for (ErrorField field : ErrorField.values()) {
      String name = field.key();
      if (path.length() > name.length()
          && path.startsWith(name)
          && path.charAt(name.length()) == '.') {
        return true;
      }
    }
    return false;
  }

  /** Who parts a key at its dots drops empty parts at its end. */
  private static String withoutLastDots(String key) {
    int end = key.length();
    while (end > 0 && key.charAt(end - 1) == '.') {
      end--;
    }
    return key.substring(0, end);
  }

  /** Says that fields are left out because of this key; once, whatever keys there are. */
  public void tellTakenBy(String key) {
    if (told.get() || !told.compareAndSet(false, true)) {
      return;
    }
    try {
      host.warn(
          "openai-errors: an event has the key %s, beside which formats that nest keys cannot write"
                  .formatted(Words.quote(key))
              + " openai.error.kind, so such events get no fields of ours; give the key another"
              + " name. This is said once.",
          null);
    } catch (Throwable statusChannelFailed) {
      told.set(false);
    }
  }
}

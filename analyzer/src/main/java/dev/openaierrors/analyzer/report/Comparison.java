package dev.openaierrors.analyzer.report;

import dev.openaierrors.analyzer.report.Baseline.Attribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs from another report.
 *
 * @param before what it is compared with
 * @param changes the largest first, of each attribute
 */
public record Comparison(Baseline before, List<Change> changes) {

  /** Fewer are chance. */
  private static final long LEAST = 3;

  /** What became of the number of errors with a value. */
  public enum Type {
    /** There were none before. */
    NEW,
    /** There are none any more. */
    GONE,
    /** At least a half more than before. */
    MORE,
    /** At most two thirds of what was there. */
    LESS;

    /** As it is shown and written. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One change.
   *
   * @param before errors with this value then
   * @param now errors with it now
   */
  public record Change(Type type, Attribute attribute, String value, long before, long now) {}

  /** Copies the list. */
  public Comparison {
    changes = List.copyOf(changes);
  }

  /** What differs between two reports. */
  public static Comparison of(Baseline before, ErrorReport report) {
    Baseline now = Baseline.of("", report);
    List<Change> changes = new ArrayList<>();
    for (Attribute attribute : Attribute.values()) {
      Map<String, Long> then = before.counts().getOrDefault(attribute, Map.of());
      Map<String, Long> today = now.counts().getOrDefault(attribute, Map.of());
      Set<String> values = new LinkedHashSet<>(today.keySet());
      values.addAll(then.keySet());
      List<Change> some = new ArrayList<>();
      for (String value : values) {
        long was = then.getOrDefault(value, 0L);
        long is = today.getOrDefault(value, 0L);
        // Of what is rare it is not known whether it was, or is, among those without a name.
        boolean known =
            (was > 0 || !before.partial().containsKey(attribute))
                && (is > 0 || !now.partial().containsKey(attribute));
        Type type = type(was, is);
        if (known && type != null) {
          some.add(new Change(type, attribute, value, was, is));
        }
      }
      some.sort(
          Comparator.comparing(Change::type)
              .thenComparing(change -> -Math.abs(change.now() - change.before())));
      changes.addAll(some);
    }
    return new Comparison(before, changes);
  }

  private static @Nullable Type type(long was, long is) {
    if (was == 0) {
      return Type.NEW;
    }
    if (is == 0) {
      return Type.GONE;
    }
    if (is - was >= LEAST && 2 * is >= 3 * was) {
      return Type.MORE;
    }
    return was - is >= LEAST && 2 * was >= 3 * is ? Type.LESS : null;
  }
}

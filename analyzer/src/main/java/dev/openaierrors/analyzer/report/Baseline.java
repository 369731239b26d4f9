package dev.openaierrors.analyzer.report;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a report another one is compared with.
 *
 * @param name of what it is of
 * @param events errors in it
 * @param first time of the first; null if not known
 * @param last time of the last; null if not known
 * @param counts by each attribute, what was seen how often
 * @param partial of which attributes only the most frequent values are known
 */
public record Baseline(
    String name,
    long events,
    @Nullable Instant first,
    @Nullable Instant last,
    Map<Attribute, Map<String, Long>> counts,
    Map<Attribute, Boolean> partial) {

  /** By what errors are compared. */
  public enum Attribute {
    /** What kind of error it is. */
    KIND("kind"),
    /** The model or deployment. */
    MODEL("model"),
    /** Who logged. */
    LOGGER("logger");

    private final String id;

    Attribute(String id) {
      this.id = id;
    }

    /** As it is shown and written. */
    public String id() {
      return id;
    }
  }

  /** What of a report is compared. */
  public static Baseline of(String name, ErrorReport report) {
    Builder builder = new Builder();
    for (KindReport kind : report.kinds()) {
      builder.add(Attribute.KIND, kind.kind().id(), kind.events());
      builder.add(Attribute.MODEL, kind.models());
      builder.add(Attribute.LOGGER, kind.loggers());
    }
    return builder.build(name, report.events(), report.first(), report.last());
  }

  /** Sums up by attribute. */
  public static final class Builder {

    private final Map<Attribute, Map<String, Long>> counts = new EnumMap<>(Attribute.class);
    private final Map<Attribute, Boolean> partial = new EnumMap<>(Attribute.class);

    /** One of nothing. */
    public Builder() {
      for (Attribute attribute : Attribute.values()) {
        counts.put(attribute, new LinkedHashMap<>());
      }
    }

    /** Adds so many of a value. */
    public void add(Attribute attribute, String value, long count) {
      Map<String, Long> all = counts.get(attribute);
      if (all != null) {
        all.merge(value, count, Long::sum);
      }
    }

    /** Adds so many of values that are not named. */
    public void others(Attribute attribute, long count) {
      if (count > 0) {
        partial.put(attribute, true);
      }
    }

    void add(Attribute attribute, Facet facet) {
      facet.top().forEach(one -> add(attribute, one.name(), one.count()));
      others(attribute, facet.others());
    }

    /** What was added. */
    public Baseline build(
        String name, long events, @Nullable Instant first, @Nullable Instant last) {
      return new Baseline(name, events, first, last, counts, partial);
    }
  }
}

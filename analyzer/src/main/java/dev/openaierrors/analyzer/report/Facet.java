package dev.openaierrors.analyzer.report;

import java.util.List;

/**
 * Whom errors hit, by one of their attributes.
 *
 * @param top the values seen most, most first
 * @param others events with other values
 */
public record Facet(List<Count> top, long others) {

  /** No event has the attribute. */
  public static final Facet NONE = new Facet(List.of(), 0);

  /** Copies the list. */
  public Facet {
    top = List.copyOf(top);
  }

  /** Events that have the attribute. */
  public long events() {
    return others + top.stream().mapToLong(Count::count).sum();
  }
}

package dev.openaierrors.alert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that an engine remembers, to be kept over a restart; plain values, fit for JSON. Times are
 * milliseconds since 1970.
 *
 * <p>What is missing counts as empty, since an older version may not have written it. A null within
 * a list or map is refused with a {@link NullPointerException}: nobody of ours writes that.
 *
 * @param version of this form
 * @param at when it was taken
 * @param incidents what it knows of each incident; those that matter most come first, so that the
 *     list may be cut
 * @param notices what was told and has still to be sent, in order; not known to the engine itself
 */
public record EngineSnapshot(int version, long at, List<Incident> incidents, List<Notice> notices) {

  /** The form that this version writes and reads. */
  public static final int VERSION = 1;

  /** Copies the lists; what is missing in a file counts as empty. */
  public EngineSnapshot {
    incidents = list(incidents);
    notices = list(notices);
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static <T> Map<String, T> map(@Nullable Map<String, T> map) {
    if (map == null) {
      return Map.of();
    }
    Map<String, T> copy = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> copy.put(Objects.requireNonNull(key), Objects.requireNonNull(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static List<List<Long>> lists(@Nullable List<List<Long>> lists) {
    List<List<Long>> copy = new ArrayList<>();
    list(lists).forEach(one -> copy.add(List.copyOf(one)));
    return Collections.unmodifiableList(copy);
  }

  private static Map<String, Map<String, Long>> maps(
      @Nullable Map<String, Map<String, Long>> maps) {
    Map<String, Map<String, Long>> copy = new LinkedHashMap<>();
    map(maps).forEach((key, value) -> copy.put(key, map(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The same, with no more than {@code most} incidents. */
  public EngineSnapshot cutTo(int most) {
    return incidents.size() <= most
        ? this
        : new EngineSnapshot(version, at, incidents.subList(0, most), notices);
  }

  /** The same, with what has still to be sent. */
  public EngineSnapshot with(List<Notice> unsent) {
    return new EngineSnapshot(version, at, incidents, unsent);
  }

  /**
   * What is known of one incident.
   *
   * @param rule name of its rule
   * @param provider id of who answered
   * @param group values of the facets that keep it apart; empty if there are none
   * @param phase {@code pending}, {@code firing} or {@code resolved}
   * @param id of the incident; null while pending
   * @param severity how bad it is
   * @param worst how bad it was told to be; null if it was not told
   * @param times named moments
   * @param numbers named counts
   * @param firings when it began to fire, lately
   * @param conditions what each condition remembers
   * @param kinds failures by kind
   * @param facets values seen most, by facet
   * @param inhibited failures of inhibited rules, by rule
   * @param sample one of its log events; null if there is none
   */
  public record Incident(
      String rule,
      String provider,
      String group,
      String phase,
      @Nullable String id,
      @Nullable String severity,
      @Nullable String worst,
      Map<String, Long> times,
      Map<String, Long> numbers,
      List<Long> firings,
      List<List<Long>> conditions,
      Map<String, Long> kinds,
      Map<String, Map<String, Long>> facets,
      Map<String, Long> inhibited,
      @Nullable Sample sample) {

    /** Copies; what is missing in a file counts as empty. */
    public Incident {
      rule = text(rule);
      provider = text(provider);
      group = text(group);
      phase = text(phase);
      times = map(times);
      numbers = map(numbers);
      firings = list(firings);
      conditions = lists(conditions);
      kinds = map(kinds);
      facets = maps(facets);
      inhibited = map(inhibited);
    }
  }

  /**
   * A log event of an incident.
   *
   * @param at its time
   * @param logger its logger; null if it has none
   * @param message its error, redacted
   * @param requestId the provider's id of the request; null if not known
   */
  public record Sample(
      long at, @Nullable String logger, String message, @Nullable String requestId) {

    /** What is missing in a file counts as empty. */
    public Sample {
      message = text(message);
    }
  }

  /**
   * A notice that one destination has not got yet.
   *
   * @param destination its name, as in the status messages
   * @param id of the incident
   * @param state what is to be told, as {@link AlertState#id()}
   * @param at when it came about
   */
  public record Notice(String destination, String id, String state, long at) {

    /** What is missing in a file counts as empty. */
    public Notice {
      destination = text(destination);
      id = text(id);
      state = text(state);
    }
  }
}

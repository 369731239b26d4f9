package dev.openaierrors.alert;

import dev.openaierrors.error.Provider;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The incidents by their key.
 *
 * <p>Where a log event does not say who answered, it belongs to the incident of a provider that is
 * known; and where such events came first, those that say it join them. A gateway names itself in
 * some of its errors and hands others on as it got them, so {@link Provider#COMPATIBLE} and {@link
 * Provider#OPENAI} are one, too. Whoever calls both groups by {@link Dimension#PROVIDER}.
 */
final class Incidents {

  private static final Provider[] KNOWN = {
    Provider.OPENAI, Provider.AZURE, Provider.COMPATIBLE,
  };

  private final Map<IncidentKey, Incident> incidents = new LinkedHashMap<>();

  /** The incident with this key, or the one that stands in for it; null if there is none. */
  @Nullable Incident find(IncidentKey key) {
    Incident incident = findKept(key);
    return incident == null ? findKept(key.inGroup(IncidentKey.OTHER)) : incident;
  }

  private @Nullable Incident findKept(IncidentKey key) {
    Incident own = incidents.get(key);
    if (own != null) {
      return own;
    }
    if (key.provider() != Provider.UNKNOWN) {
      Incident same = incidents.get(key.of(sameAs(key.provider())));
      if (same != null) {
        return same;
      }
      Incident unknown = incidents.get(key.of(Provider.UNKNOWN));
      return unknown != null && unknown.answerer().joins(key.provider()) ? unknown : null;
    }
    for (Provider provider : KNOWN) {
      Incident known = incidents.get(key.of(provider));
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  private static Provider sameAs(Provider provider) {
    return switch (provider) {
      case OPENAI -> Provider.COMPATIBLE;
      case COMPATIBLE -> Provider.OPENAI;
      case AZURE, UNKNOWN -> provider;
    };
  }

  /** The incident that a failure of this key belongs to; a new one if there is none. */
  Incident get(IncidentKey key, AlertRules rules) {
    Incident known = findKept(key);
    if (known == null) {
      IncidentKey kept = key;
      if (incidents.size() >= rules.maxKeys()) {
        kept = key.inGroup(IncidentKey.OTHER);
        known = findKept(kept);
      }
      known = known == null ? begin(kept, rules) : known;
    }
    known.answerer().join(key.provider());
    return known;
  }

  private Incident begin(IncidentKey key, AlertRules rules) {
    AlertRule rule = Objects.requireNonNull(rules.rule(key.rule()), "a rule in force");
    return incidents.computeIfAbsent(key, it -> new Incident(it, rule));
  }

  /** The incident in which something becomes due first; null if there is none. */
  @Nullable Incident firstDue() {
    Incident first = null;
    for (Incident incident : incidents.values()) {
      first = first == null || incident.due() < first.due() ? incident : first;
    }
    return first;
  }

  void putIfAbsent(Incident incident) {
    incidents.putIfAbsent(incident.key(), incident);
  }

  void remove(Incident incident) {
    incidents.remove(incident.key());
  }

  void removeIf(Predicate<Incident> gone) {
    incidents.values().removeIf(gone);
  }

  int size() {
    return incidents.size();
  }

  Collection<Incident> all() {
    return incidents.values();
  }
}

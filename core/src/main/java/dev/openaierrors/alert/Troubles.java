package dev.openaierrors.alert;

import dev.openaierrors.error.Provider;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The troubles by their key.
 *
 * <p>Where a log event does not say who answered, it belongs to the trouble of a provider that is
 * known; and where such events came first, those that say it join them. A gateway names itself in
 * some of its errors and hands others on as it got them, so {@link Provider#COMPATIBLE} and {@link
 * Provider#OPENAI} are one, too. Whoever calls both groups by {@link Facet#PROVIDER}.
 */
final class Troubles {

  private static final Provider[] KNOWN = {
    Provider.OPENAI, Provider.AZURE, Provider.COMPATIBLE,
  };

  private final Map<TroubleKey, Trouble> troubles = new LinkedHashMap<>();
  private long overflow;

  /** The trouble with this key, or the one that stands in for it; null if there is none. */
  @Nullable Trouble find(TroubleKey key) {
    Trouble trouble = findKept(key);
    return trouble == null ? findKept(key.inGroup(TroubleKey.OTHER)) : trouble;
  }

  private @Nullable Trouble findKept(TroubleKey key) {
    Trouble own = troubles.get(key);
    if (own != null) {
      return own;
    }
    if (key.provider() != Provider.UNKNOWN) {
      Trouble same = troubles.get(key.of(sameAs(key.provider())));
      if (same != null) {
        return same;
      }
      Trouble unknown = troubles.get(key.of(Provider.UNKNOWN));
      return unknown != null && unknown.joins(key.provider()) ? unknown : null;
    }
    for (Provider provider : KNOWN) {
      Trouble known = troubles.get(key.of(provider));
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

  /** The trouble that a failure of this key belongs to; a new one if there is none. */
  Trouble get(TroubleKey key, AlertRule rule, int most) {
    Trouble known = findKept(key);
    if (known == null) {
      TroubleKey kept = key;
      if (troubles.size() >= most) {
        overflow++;
        kept = key.inGroup(TroubleKey.OTHER);
        known = findKept(kept);
      }
      known = known == null ? troubles.computeIfAbsent(kept, it -> new Trouble(it, rule)) : known;
    }
    known.join(key.provider());
    return known;
  }

  /** The trouble in which something becomes due first; null if there is none. */
  @Nullable Trouble firstDue() {
    Trouble first = null;
    for (Trouble trouble : troubles.values()) {
      first = first == null || trouble.due() < first.due() ? trouble : first;
    }
    return first;
  }

  void putIfAbsent(Trouble trouble) {
    troubles.putIfAbsent(trouble.key, trouble);
  }

  void remove(Trouble trouble) {
    troubles.remove(trouble.key);
  }

  void removeIf(Predicate<Trouble> gone) {
    troubles.values().removeIf(gone);
  }

  int size() {
    return troubles.size();
  }

  long overflow() {
    return overflow;
  }

  Collection<Trouble> all() {
    return troubles.values();
  }
}

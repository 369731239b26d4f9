package dev.openaierrors.alert;

import dev.openaierrors.error.Provider;
import org.jspecify.annotations.Nullable;

/** Who answers the calls that fail in one incident, as far as its failures say. */
final class Answerer {

  private final Provider first;
  // Who answers, where the first failures did not say; null if none says.
  private @Nullable Provider joined;
  private @Nullable Provider named;

  Answerer(Provider first) {
    this.first = first;
  }

  /** Whether failures of this provider belong here, too, since those here do not say whose. */
  boolean joins(Provider provider) {
    return joined == null || (joined == Provider.AZURE) == (provider == Provider.AZURE);
  }

  /** Takes note that a failure of this provider comes. */
  void join(Provider provider) {
    if (first == Provider.UNKNOWN && provider != Provider.UNKNOWN) {
      joined = provider;
    }
  }

  /** Who answered most failures; once it was named, that stays, since destinations go by it. */
  Provider most(IncidentStats stats) {
    if (named != null) {
      return named;
    }
    String most = stats.most(Dimension.PROVIDER);
    Provider provider = most == null ? null : Provider.fromId(most);
    return provider == null ? first : provider;
  }

  void name(IncidentStats stats) {
    named = most(stats);
  }

  void forgetName() {
    named = null;
  }
}

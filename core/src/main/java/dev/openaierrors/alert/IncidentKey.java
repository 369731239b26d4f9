package dev.openaierrors.alert;

import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps incidents apart.
 *
 * @param group values of the facets that keep it apart; empty if there are none
 */
record IncidentKey(String rule, Provider provider, String group) {

  /** The group of those that are too many to be kept apart. */
  static final String OTHER = "other";

  /** The same for another provider. */
  IncidentKey of(Provider other) {
    return new IncidentKey(rule, other, group);
  }

  /** The same in another group. */
  IncidentKey inGroup(String other) {
    return new IncidentKey(rule, provider, other);
  }

  /** The same under another rule. */
  IncidentKey under(String other) {
    return new IncidentKey(other, provider, group);
  }

  /** The key of this error under a rule. */
  static IncidentKey of(
      String rule, List<Dimension> facets, OpenAiError error, @Nullable String logger) {
    if (facets.isEmpty()) {
      return new IncidentKey(rule, error.provider(), "");
    }
    StringBuilder group = new StringBuilder();
    for (Dimension facet : facets) {
      String value = facet == Dimension.LOGGER ? logger : IncidentStats.value(facet, error);
      if (value != null) {
        group.append(group.isEmpty() ? "" : ", ").append(facet.id()).append(' ').append(value);
      }
    }
    return new IncidentKey(rule, error.provider(), Words.cut(group.toString(), 200));
  }

  /** Written out, since what a record makes for it at run time takes long the first time. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IncidentKey key
        && rule.equals(key.rule)
        && provider == key.provider
        && group.equals(key.group);
  }

  @Override
  public int hashCode() {
    return (rule.hashCode() * 31 + provider.hashCode()) * 31 + group.hashCode();
  }
}

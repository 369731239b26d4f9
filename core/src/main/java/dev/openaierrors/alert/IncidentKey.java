package dev.openaierrors.alert;

import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Provider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What keeps incidents apart.
 *
 * @param group values of the dimensions that keep it apart; empty if there are none
 */
record IncidentKey(String rule, Provider provider, String group) {

  /** The group of those that are too many to be kept apart. */
  static final String OTHER = "other";

  private static final int LONGEST_GROUP = 300;

  // Without letters that look like digits.
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;
  private static final int ID_PART = 10;

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

  /** The key of this failure under a rule. */
  static IncidentKey of(String rule, Set<Dimension> dimensions, Failure failure) {
    if (dimensions.isEmpty() && failure.context().isEmpty()) {
      return new IncidentKey(rule, failure.error().provider(), "");
    }
    StringBuilder group = new StringBuilder();
    for (Dimension dimension : dimensions) {
      String value = dimension.of(failure);
      if (value != null) {
        append(group, dimension.id(), value);
      }
    }
    failure.context().forEach((key, value) -> append(group, key, value));
    return new IncidentKey(
        rule, failure.error().provider(), Printable.line(group.toString(), LONGEST_GROUP));
  }

  private static void append(StringBuilder group, String name, String value) {
    group.append(group.isEmpty() ? "" : ", ").append(name).append(' ').append(value);
  }

  /**
   * The id of the incident: the same for the same one, different for others, sorted by time.
   *
   * @param startsAt time of its first failure
   * @param firedAt when it began to fire
   */
  String id(Origin origin, long startsAt, long firedAt) {
    long hash = Deduplicator.hash(rule);
    hash = Deduplicator.mix(hash, Deduplicator.hash(provider.id()));
    hash = Deduplicator.mix(hash, Deduplicator.hash(group));
    hash = Deduplicator.mix(hash, Deduplicator.hash(origin.service()));
    hash = Deduplicator.mix(hash, Deduplicator.hash(origin.environment()));
    hash = Deduplicator.mix(hash, Deduplicator.hash(origin.instance()));
    hash = Deduplicator.mix(hash, startsAt);
    return digits(firedAt) + digits(hash);
  }

  private static String digits(long value) {
    char[] digits = new char[ID_PART];
    long rest = value;
    for (int i = ID_PART - 1; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (rest & ((1 << BITS) - 1)));
      rest >>>= BITS;
    }
    return new String(digits);
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

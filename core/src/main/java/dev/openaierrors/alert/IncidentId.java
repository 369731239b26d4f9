package dev.openaierrors.alert;

/** Ids of incidents: the same for the same incident, different for others, sorted by time. */
final class IncidentId {

  // Without letters that look like digits.
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;
  private static final int TIME_DIGITS = 10;
  private static final int HASH_DIGITS = 10;

  private IncidentId() {}

  static String of(IncidentKey key, Origin origin, long startsAt, long firedAt) {
    long hash = Deduplicator.hash(key.rule());
    hash = Deduplicator.mix(hash, Deduplicator.hash(key.provider().id()));
    hash = Deduplicator.mix(hash, Deduplicator.hash(key.group()));
    hash = Deduplicator.mix(hash, Deduplicator.hash(origin.service()));
    hash = Deduplicator.mix(hash, Deduplicator.hash(origin.environment()));
    hash = Deduplicator.mix(hash, Deduplicator.hash(origin.instance()));
    hash = Deduplicator.mix(hash, startsAt);
    char[] id = new char[TIME_DIGITS + HASH_DIGITS];
    put(id, 0, TIME_DIGITS, firedAt);
    put(id, TIME_DIGITS, HASH_DIGITS, hash);
    return new String(id);
  }

  private static void put(char[] id, int from, int digits, long value) {
    long rest = value;
    for (int i = from + digits - 1; i >= from; i--) {
      id[i] = DIGITS.charAt((int) (rest & ((1 << BITS) - 1)));
      rest >>>= BITS;
    }
  }
}

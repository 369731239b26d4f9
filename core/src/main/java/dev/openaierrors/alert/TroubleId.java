package dev.openaierrors.alert;

/** Ids of troubles: the same for the same trouble, different for others, sorted by time. */
final class TroubleId {

  // Without letters that look like digits.
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;
  private static final int TIME_DIGITS = 10;
  private static final int HASH_DIGITS = 10;

  private TroubleId() {}

  static String of(TroubleKey key, Origin origin, long startsAt, long firedAt) {
    long hash = Repeats.hash(key.rule());
    hash = Repeats.mix(hash, Repeats.hash(key.provider().id()));
    hash = Repeats.mix(hash, Repeats.hash(key.group()));
    hash = Repeats.mix(hash, Repeats.hash(origin.service()));
    hash = Repeats.mix(hash, Repeats.hash(origin.environment()));
    hash = Repeats.mix(hash, Repeats.hash(origin.instance()));
    hash = Repeats.mix(hash, startsAt);
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

package dev.openaierrors.error;

/** Tells at a glance which names need no closer look: nearly all. */
final class MayBeSecret {

  private static final int LETTERS = 26;

  /** Three letters in a row without which {@link SecretName} says no. */
  private static final String PARTS =
      "key tok ses pas pwd sec cre coo aut sig sid jwt otp psk sas srf hma bea pem pin dsn non ken"
          + " con sen mot";

  private static final boolean[] IS_PART = new boolean[LETTERS * LETTERS * LETTERS];

  static {
    for (String part : PARTS.split(" ", -1)) {
      IS_PART[index(part.charAt(0), part.charAt(1), part.charAt(2))] = true;
    }
  }

  private MayBeSecret() {}

  /** Whether the name between these bounds may be that of a secret. */
  static boolean name(char[] text, int from, int to) {
    char first = 0;
    char second = 0;
    for (int i = from; i < to; i++) {
      char c = Chars.lower(text[i]);
      if (c >= 128) {
        return true;
      }
      if (c < 'a' || c > 'z') {
        first = 0;
        second = 0;
      } else {
        if (first != 0 && IS_PART[index(first, second, c)]) {
          return true;
        }
        if (second == 'p' && c == 'w') {
          return true;
        }
        first = second;
        second = c;
      }
    }
    return false;
  }

  private static int index(char first, char second, char third) {
    return (LETTERS * (first - 'a') + second - 'a') * LETTERS + third - 'a';
  }
}

package dev.openaierrors.error;

/** Which phrase is believed about the kind of an error: the higher one. */
final class Rank {

  static final int NOTHING = 0;
  static final int ORIGIN = 1;
  static final int CLASS = 2;
  static final int NETWORK = 3;
  static final int GENERIC_TYPE = 4;
  static final int HINT = 5;
  static final int COMMON_CODE = 6;
  static final int PHRASE = 7;
  static final int TYPE = 8;
  static final int GENERIC_CODE = 9;
  static final int SENTENCE = 10;
  static final int CODE = 11;

  private Rank() {}
}

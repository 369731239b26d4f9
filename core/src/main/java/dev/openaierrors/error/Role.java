package dev.openaierrors.error;

/**
 * What a phrase says about the text that it stands in, and how much that counts.
 *
 * <p>An event carries an OpenAI error if its evidence adds up to {@link Judge#ENOUGH} and something
 * in it says which kind of error. One strong piece is enough, two medium ones are; weak ones never
 * are, however many.
 */
enum Role {
  /** OpenAI's own wording. */
  SENTENCE(4, "a sentence of OpenAI's"),
  /** The exception class, stack frame or source file of an OpenAI client. */
  CLIENT(4, "a client of OpenAI's"),
  /** The host of the API. */
  HOST(4, "OpenAI's host"),
  /** An address that OpenAI's messages point to. */
  LINK(3, "an address that OpenAI's messages point to"),
  /** One of OpenAI's codes as the value of {@code code} or {@code type}. */
  CODE(2, "a code of OpenAI's"),
  /** One of OpenAI's types as the value of {@code type}. */
  TYPE(2, "a type of OpenAI's"),
  /** Typical wording. */
  PHRASE(2, "typical wording"),
  /** A client that talks to several vendors by the same classes. */
  FRAMEWORK(2, "a client of several vendors"),
  /** A path of the API, whoever serves it. */
  ENDPOINT(2, "a path of OpenAI's API"),
  /** Another server that was called by a path of OpenAI's API. */
  SERVED(3, "a call by a path of OpenAI's API"),
  /** OpenAI named as the one that was called. */
  CALLED(2, "OpenAI as the one that was called"),
  /** An answer with an error object, printed as OpenAI's client for Python does. */
  PRINTED(2, "an answer as OpenAI's client prints it"),
  /** A code that other services use as well. */
  COMMON_CODE(1, "a code that others have, too"),
  /** A word that fits an error of the kind. */
  HINT(1, "a word that fits"),
  /** OpenAI or one of its models named anywhere. */
  NAME(1, "OpenAI or a model's name"),
  /** The type of an event of OpenAI's streams that says that something failed. */
  ENVELOPE(3, "the failed event of a stream of OpenAI's"),
  /** Another vendor's name: what it is told of is not OpenAI's, unless it shows that it is. */
  VENDOR(-8, "another vendor's name"),
  /** What only another vendor's API or answer has, whoever is named beside it. */
  FOREIGN(-10, "what only another vendor has"),
  /** The text is from a test, a mock, a schema, a rule: nothing failed. */
  STAGED(-12, "a test, a metric or a setting"),
  /** The call is said to have gone well: a status alone says nothing then. */
  SUCCESS(0, "the call went well"),
  /** Says who serves the API, but not that anything failed. */
  PROVIDER(0, "who serves the API"),
  /** Name of a field whose value is somebody's text: an error in it is only quoted. */
  QUOTING_KEY(0, ""),
  /** Name of a field of an error payload. */
  KEY(0, ""),
  /** Stands before a delay. */
  DELAY(0, ""),
  /** Stands before the name of a model. */
  MODEL(0, ""),
  /** Stands before the name of a parameter that is wrong, in quotes. */
  PARAMETER(0, ""),
  /** Stands before the id of a request, or is its beginning. */
  REQUEST_ID(0, ""),
  /** Names a limit. */
  LIMIT(0, ""),
  /** Stands beside the number of an attempt at the call. */
  ATTEMPT(0, ""),
  /** Says that the client turns to another model or service. */
  FALLBACK(0, ""),
  /** A URL begins. */
  URL(0, "");

  /** All of them, for loops that must not allocate. */
  static final Role[] ALL = values();

  /** What speaks for OpenAI wherever it stands in an event. */
  static final int SUPPORT =
      bits(CLIENT, HOST, FRAMEWORK, ENDPOINT, SERVED, CALLED, NAME, PROVIDER);

  private final int weight;
  private final String what;

  Role(int weight, String what) {
    this.weight = weight;
    this.what = what;
  }

  /** What it is, for people who ask why. */
  String what() {
    return what;
  }

  /** Points, negative against. */
  int weight() {
    return weight;
  }

  /** Whether no event is an error without a phrase of such a role, or a payload's shape. */
  boolean isDecisive() {
    return weight > 1;
  }

  /** Whether it counts only beside something stronger. */
  boolean isWeak() {
    return weight == 1;
  }

  /** As one of a set of bits, which never leaves the analysis of an event. */
  @SuppressWarnings("EnumOrdinal")
  int bit() {
    return 1 << ordinal();
  }

  boolean isIn(int bits) {
    return (bits & bit()) != 0;
  }

  /** As a set of bits. */
  static int bits(Role... roles) {
    int bits = 0;
    for (Role role : roles) {
      bits |= role.bit();
    }
    return bits;
  }
}

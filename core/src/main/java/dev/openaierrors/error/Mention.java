package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * One mention of an error: what stands in one section of an event.
 *
 * <p>Each role counts once, however often its phrases stand there. Filled by {@link Mentions},
 * judged by {@link Judge}.
 */
final class Mention {

  /** The section that it stands in. */
  final int section;

  /** The phrase that says best which kind it is; null if only the status or the shape does. */
  @Nullable PhraseMatch best;

  int bestRank;

  /** {@link HttpStatus#NONE} if there is none. */
  int status;

  /** One of {@link PayloadShape}. */
  int shape;

  /** Where the first class of a client stands in a stack frame; and of another vendor's. */
  int clientFrame = Integer.MAX_VALUE;

  int foreignFrame = Integer.MAX_VALUE;

  /** Whether another vendor's own client threw it, in whatever format its server answers. */
  boolean vendorThrown;

  /** Whether a client's class stands elsewhere than in frames. */
  boolean clientThrown;

  /** Whether the class of a client of OpenAI's is named as what was thrown. */
  boolean openAisClient;

  /** Whether a client's class, or its file, is one that nobody else's client has. */
  boolean ownClient;

  /** Whether another vendor is named in words, not in a path or the name of a logger. */
  boolean vendorNamed;

  /** Whether a client is named that calls whatever any vendor has answered the same. */
  boolean ofAiSdk;

  /** Whether another service's host or class is named, which no answer to OpenAI's client has. */
  boolean elsewhere;

  /** Whether the official client's exception is named as such. */
  boolean officialClient;

  /** Whether a word that we know stands as the value of a {@code type}, and of a {@code code}. */
  boolean typed;

  boolean coded;

  /** Whether an answer is printed behind a class that OpenAI's client for Python throws. */
  boolean printed;

  /** Whether what is printed of an answer begins with an error object. */
  boolean printedError;

  /** Whether a language model is named before a printed answer. */
  boolean ofModel;

  /** Whether OpenAI is named as what failed; null before it was asked for. */
  @Nullable Boolean failed;

  /** What the payload says that the error is told by; null before it was asked for. */
  @Nullable Payload payload;

  /** Where a tick stands; -1 if none does. */
  int tick = -1;

  /** Behind the last address of a server that takes OpenAI's calls. */
  int servedEnd;

  /** Whether another server was called before the error stands there. */
  boolean foreignCall;

  private int roles;
  private int providers;

  Mention(int section) {
    this.section = section;
  }

  void add(Role role) {
    roles |= role.bit();
  }

  void add(Provider provider) {
    providers |= provider.bit();
  }

  boolean has(Role role) {
    return role.isIn(roles);
  }

  int roles() {
    return roles;
  }

  int providers() {
    return providers;
  }

  /** The kind that its best phrase says it is; null if none says one. */
  @Nullable ErrorKind kind() {
    return best == null ? null : best.kind();
  }

  /** Whether the best phrase is a code that nobody else has. */
  boolean hasOwnCode() {
    return best != null
        && (bestRank == Rank.CODE || bestRank == Rank.GENERIC_CODE || bestRank == Rank.TYPE)
        && !SpecialPhrases.SHARED_CODES.contains(best.text());
  }

  /** {@code Error code: 429 - insufficient_quota}: the code of an answer without its payload. */
  boolean hasOwnCodeAndStatus() {
    return status != HttpStatus.NONE && hasOwnCode();
  }

  /** Whether OpenAI's client for Python prints it: whoever is named beside it did not answer. */
  boolean isPrintedAnswer() {
    return printed || (has(Role.PRINTED) && shape >= PayloadShape.FULL);
  }

  /** Whether a client printed an error object, or an answer of which we know something. */
  boolean isPrintedInPart() {
    boolean known = printedError || bestRank >= Rank.PHRASE || hasValue();
    return has(Role.PRINTED) && (ofModel || (shape >= PayloadShape.PARTIAL && known));
  }

  /** Whether a code or type that we know stands where a payload has it. */
  boolean hasValue() {
    return has(Role.CODE) || has(Role.TYPE) || has(Role.COMMON_CODE);
  }

  /** Whether OpenAI's client is there, and by more than what others call theirs as well. */
  boolean isOwnClient() {
    return has(Role.CLIENT) && (ownClient || !vendorNamed);
  }

  /** Whether another vendor has to do with it. */
  boolean isForeign() {
    return has(Role.VENDOR) || has(Role.FOREIGN) || foreignFrame != Integer.MAX_VALUE;
  }

  /** Whether anything in it could be of use. */
  boolean isEmpty() {
    return roles == 0 && status == HttpStatus.NONE && shape == PayloadShape.NONE;
  }
}

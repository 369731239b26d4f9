package dev.openaierrors.error;

/** Whether OpenAI is named as what failed. */
final class NamedFailure {

  private NamedFailure() {}

  /** OpenAI is named as what failed, and there is something of the failure itself. */
  static boolean isTold(Mentions mentions, Mention mention) {
    if (mention.best != null
        && mention.bestRank == Rank.HINT
        && Wording.isBehindName(mentions.found().text(), mention.best.start())
        && !CalledName.isThing(mentions.found().text(), mention.best.end())) {
      return true;
    }
    if (!mentions.isNamedAsFailed(mention)) {
      return false;
    }
    return mentions.status(mention) != HttpStatus.NONE
        || mention.bestRank == Rank.NETWORK
        || (mention.bestRank >= Rank.HINT && mention.kind() != ErrorKind.INVALID_REQUEST)
        || Wording.isNetwork(mention.kind())
        || (mention.best != null
            && mention.bestRank == Rank.HINT
            && mentions.found().text().endsWith(mention.best.start(), "error: "))
        || (mention.has(Role.COMMON_CODE)
            && (mention.shape >= PayloadShape.PARTIAL
                || isTypeOfFailure(mentions.found().text(), mention)));
  }

  /** {@code failed with error type: server_error}. */
  private static boolean isTypeOfFailure(Text text, Mention mention) {
    return mention.best != null
        && mention.bestRank == Rank.COMMON_CODE
        && text.endsWith(mention.best.start(), "error type: ");
  }
}

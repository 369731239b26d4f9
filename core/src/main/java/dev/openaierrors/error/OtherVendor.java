package dev.openaierrors.error;

/** What makes an error another vendor's. */
enum OtherVendor {
  /** Nothing does. */
  NONE(0, ""),
  THREW(-30, "thrown by another vendor's own client"),
  HAS(Role.FOREIGN.weight(), "what only another vendor's API has"),
  NEARER(Role.FOREIGN.weight(), "thrown by another vendor's client"),
  NAMED(Role.VENDOR.weight(), "another vendor is named"),
  ANSWERED(Role.FOREIGN.weight(), "the form of another vendor's answer"),
  CALLED(-8, "another server was called");

  // What none but OpenAI, or who answers in its stead, has: another vendor is only named beside it.
  private static final int OWN =
      Role.bits(Role.SENTENCE, Role.HOST, Role.LINK, Role.SERVED, Role.ENVELOPE);

  private final int points;
  private final String what;

  OtherVendor(int points, String what) {
    this.points = points;
    this.what = what;
  }

  int points() {
    return points;
  }

  /** What it is, for people who ask why. */
  String what() {
    return what;
  }

  /**
   * What makes a mention another vendor's.
   *
   * @param roles of all that speaks for OpenAI; bits of {@link Role}
   */
  static OtherVendor of(Mention mention, int roles, Mentions mentions) {
    if (mention.vendorThrown) {
      return THREW;
    }
    if (mention.officialClient || (mention.has(Role.SENTENCE) && mention.has(Role.LINK))) {
      return isOtherCall(mention, roles) ? CALLED : NONE;
    }
    // Whatever form a server answers in, its answer to OpenAI's client was asked for as OpenAI's.
    if (mention.has(Role.FOREIGN)
        && (!mention.openAisClient || (mention.elsewhere && mention.shape != PayloadShape.EXACT))) {
      return HAS;
    }
    if (isNearer(mention, mentions)) {
      return NEARER;
    }
    if (mention.has(Role.VENDOR) && !isOpenAis(mention, mentions)) {
      return NAMED;
    }
    if (!mention.openAisClient
        && !mention.isPrintedAnswer()
        && !isServedElsewhere(mention)
        && !Provider.COMPATIBLE.isIn(mention.providers())
        && !(mention.has(Role.SENTENCE) && mention.hasOwnCode())
        && mentions.payload(mention).foreign()) {
      return ANSWERED;
    }
    return isOtherCall(mention, roles) ? CALLED : NONE;
  }

  private static boolean isOtherCall(Mention mention, int roles) {
    return mention.foreignCall
        && !mention.has(Role.SENTENCE)
        && !Role.CLIENT.isIn(roles)
        && !Role.CALLED.isIn(roles);
  }

  /** A service that is known to take OpenAI's calls may answer in a form of its own. */
  private static boolean isServedElsewhere(Mention mention) {
    return (mention.has(Role.SERVED) && mention.has(Role.PROVIDER))
        || (mention.has(Role.HOST) && Provider.COMPATIBLE.isIn(mention.providers()));
  }

  /** Another vendor's client is nearer to the top of the stack than OpenAI's. */
  private static boolean isNearer(Mention mention, Mentions mentions) {
    int own = Integer.MAX_VALUE;
    int foreign = Integer.MAX_VALUE;
    for (int i = 0; i < mentions.count(); i++) {
      Mention other = mentions.get(i);
      if (other != null
          && (other == mention || mentions.sections().areChained(i, mention.section))) {
        own = Math.min(own, other.clientFrame);
        foreign = Math.min(foreign, other.foreignFrame);
      }
    }
    boolean thrown = mention.clientThrown && mention.has(Role.CLIENT);
    return foreign < own && !thrown;
  }

  /** Another vendor is named, but what is told is OpenAI's. */
  private static boolean isOpenAis(Mention mention, Mentions mentions) {
    if ((mention.roles() & OWN) != 0
        || mention.isOwnClient()
        || mention.hasOwnCode()
        || mention.isPrintedAnswer()) {
      return true;
    }
    if ((mention.shape == PayloadShape.EXACT && mention.coded)
        || mentions.isAnswerInOpenAisFormat(mention)) {
      return true;
    }
    return distance(mention, mentions, true) < distance(mention, mentions, false);
  }

  /** How far what is told is from the next word that names OpenAI, or another vendor. */
  private static int distance(Mention mention, Mentions mentions, boolean openAi) {
    int start = mentions.begin(mention);
    int end = mention.best == null ? start : mention.best.end();
    int nearest = Integer.MAX_VALUE;
    for (PhraseMatch match : mentions.found().all()) {
      Role role = match.role();
      boolean names =
          openAi
              ? role == Role.NAME
                  || role == Role.CALLED
                  || (role == Role.CLIENT && !SpecialPhrases.BARE.contains(match.text()))
              : role == Role.VENDOR;
      if (names && mentions.sections().of(match.start(), mention.section) == mention.section) {
        int away = match.end() <= start ? start - match.end() : match.start() - end;
        nearest = Math.min(nearest, Math.max(0, away));
      }
    }
    return nearest;
  }
}

package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * The mentions of errors in an event: what each of its sections says by itself.
 *
 * <p>Linear in the number of phrases that were found.
 */
final class Mentions {

  // The first key of an answer by whoever serves a model to a client of OpenAI's; other vendors
  // begin theirs with a type.
  private static final String[] ANSWERS = {"error", "detail", "object", "message", "code"};
  private static final int LONGEST_CLASS = 200;
  // The payload is among the first objects of a text, or the text is not worth more work.
  private static final int MAX_PAYLOADS = 10;
  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_PREDICATE = 48;
  private static final String[] FAILED = {
    "failed",
    "failure",
    "error",
    "timed out",
    "unavailable",
    "returned",
    "answered",
    "refused",
    "rejected"
  };

  private final EventText whole;
  private final char[] text;
  private final int length;
  private final PhraseMatches hits;
  private final Quotations quotations;
  private final Sections sections;
  private final @Nullable Mention[] mentions;

  private Mentions(EventText whole, PhraseMatches hits) {
    this.whole = whole;
    this.text = whole.chars();
    this.length = whole.length();
    this.hits = hits;
    this.quotations = Quotations.in(text, length, hits);
    this.sections = hits.sections();
    this.mentions = new Mention[sections.count()];
  }

  static Mentions of(EventText text, PhraseMatches hits) {
    Mentions mentions = new Mentions(text, hits);
    mentions.collect();
    return mentions;
  }

  EventText whole() {
    return whole;
  }

  PhraseMatches hits() {
    return hits;
  }

  Quotations quotations() {
    return quotations;
  }

  Sections sections() {
    return sections;
  }

  int count() {
    return mentions.length;
  }

  /** Null for a section without evidence. */
  @Nullable Mention get(int section) {
    return mentions[section];
  }

  /** Whether a section says something of another: a key-value pair tells only of itself. */
  boolean speaksFor(int other, int section) {
    int first = sections.first(other);
    return !whole.isPair(sections.start(first)) || first == sections.first(section);
  }

  /** What speaks for OpenAI in all sections but this one; bits of {@link Role}. */
  int support(int section) {
    int support = 0;
    for (Mention other : mentions) {
      if (other != null && other.section != section && speaksFor(other.section, section)) {
        support |= other.roles() & Role.SUPPORT;
      }
    }
    return support;
  }

  /** Who serves the API by what the other sections say; bits of {@link Provider}. */
  int providers(int section) {
    int providers = 0;
    for (Mention other : mentions) {
      if (other != null && other.section != section && speaksFor(other.section, section)) {
        providers |= other.providers();
      }
    }
    return providers;
  }

  /**
   * The status of a mention; where it has none, that of another section, since one event tells of
   * one failure, unless that is another vendor's.
   */
  int status(Mention mention) {
    int status = mention.status;
    for (int i = 0; i < mentions.length && status == HttpStatus.NONE; i++) {
      Mention other = mentions[i];
      if (other != null && !other.isForeign() && speaksFor(i, mention.section)) {
        status = other.status;
      }
    }
    return status;
  }

  /**
   * The payload of a mention: the first object with a code or a type, else the first that says
   * anything; that of another section where the mention has none.
   */
  Payload payload(Mention mention) {
    Payload known = mention.payload;
    if (known != null) {
      return known;
    }
    Payload found = payload(sections.start(mention.section), sections.end(mention.section));
    mention.payload = found;
    return found;
  }

  private Payload payload(int from, int to) {
    Payload first = Payload.EMPTY;
    int attempts = 0;
    for (int hit = 0; hit < hits.count() && attempts < MAX_PAYLOADS; hit++) {
      if (isKey(hit, from, to)
          && !hits.phrase(hit).text().equals(SpecialPhrases.ERROR)
          && !quotations.contains(hits.start(hit))) {
        // The later an object is, the less it is worth.
        int extent = PayloadReader.EXTENT >> (attempts / 2);
        attempts++;
        Payload found = PayloadReader.around(text, hits.start(hit), length, extent);
        if (found.code() != null || found.type() != null) {
          return found;
        }
        boolean keep = first.tells() || (first.message() != null && !found.tells());
        first = keep ? first : found;
      }
    }
    return first;
  }

  /** The payload of the event, wherever it stands. */
  Payload anyPayload(Mention mention) {
    Payload own = payload(mention);
    return own.tells() || sections.count() == 1 ? own : payload(0, length);
  }

  /** Where a mention says what it says: its best phrase, its payload, or all of it. */
  int begin(Mention mention) {
    if (mention.best >= 0) {
      return hits.start(mention.best);
    }
    int start = sections.start(mention.section);
    for (int hit = 0; hit < hits.count(); hit++) {
      if (isKey(hit, start, sections.end(mention.section))) {
        return hits.start(hit);
      }
    }
    return start;
  }

  /** Whether a hit between these is the key of a payload. */
  private boolean isKey(int hit, int from, int to) {
    int start = hits.start(hit);
    return hits.phrase(hit).role() == Role.KEY
        && start >= from
        && start < to
        && PayloadShape.isKey(text, length, start, hits.end(hit));
  }

  private void collect() {
    int section = 0;
    int begin = 0;
    for (int hit = 0; hit < hits.count(); hit++) {
      int start = hits.start(hit);
      int in =
          start >= sections.start(section) && start < sections.end(section)
              ? section
              : sections.of(start);
      if (in != section) {
        shape(section, begin, hit);
        section = in;
        begin = hit;
      }
      if (!quotations.contains(start)) {
        weigh(hit, in);
      }
    }
    shape(section, begin, hits.count());
    for (int i = 0; i < mentions.length; i++) {
      if (isMetric(sections.start(i), sections.end(i))
          || (isMarkdown(sections.start(i)) && !hasClientFrame(i))) {
        mention(i).add(Role.STAGED);
      }
      int status = HttpStatus.in(text, sections.start(i), sections.end(i), quotations);
      if (status != HttpStatus.NONE) {
        mention(i).status = status;
      }
    }
  }

  /** {@code ### A heading}, {@code 1. [A link](…)}: a document, no log. */
  private boolean isMarkdown(int from) {
    int at = from;
    while (at < length && (text[at] == '#' || Chars.isDigit(text[at]))) {
      at++;
    }
    boolean heading = at > from + 1 && text[from] == '#' && at < length && text[at] == ' ';
    return heading || (at > from && Chars.startsWith(text, at, length, ". ["));
  }

  /** A report of what a client of OpenAI's threw, however it is written. */
  private boolean hasClientFrame(int section) {
    Mention known = mentions[section];
    return known != null && known.clientFrame != Integer.MAX_VALUE;
  }

  /** {@code name{label="value"} 318.0}: a count of what happened at some time. */
  private boolean isMetric(int from, int to) {
    int at = from;
    while (at < to && (Chars.isWord(text[at]) || text[at] == ':')) {
      at++;
    }
    if (at == from || at >= to || text[at] != '{') {
      return false;
    }
    boolean quoted = false;
    while (at < to && text[at] != '\n' && (quoted || text[at] != '}')) {
      quoted ^= text[at] == '"' && text[at - 1] != '\\';
      at++;
    }
    return at + 2 < to && text[at] == '}' && text[at + 1] == ' ' && Chars.isDigit(text[at + 2]);
  }

  private void shape(int section, int from, int to) {
    int shape = PayloadShape.of(text, length, hits, from, to, quotations);
    if (shape != PayloadShape.NONE) {
      Mention mention = mention(section);
      mention.shape = Math.max(mention.shape, shape);
    }
  }

  private Mention mention(int section) {
    Mention known = mentions[section];
    if (known == null) {
      known = new Mention(section);
      mentions[section] = known;
    }
    return known;
  }

  private void weigh(int hit, int section) {
    Phrase phrase = hits.phrase(hit);
    Role role = phrase.role();
    int rank =
        switch (role) {
          case CODE, COMMON_CODE, TYPE -> valueRank(hit, phrase, section);
          case SENTENCE -> isWhole(hit, phrase, section) ? sentence(phrase) : Rank.NOTHING;
          case PHRASE -> isWhole(hit, phrase, section) ? phrase(hit, phrase) : Rank.NOTHING;
          case ENDPOINT -> isAnswered(hits.start(hit)) ? Rank.NOTHING : Rank.ORIGIN;
          case NAME -> name(hit, phrase, section);
          case PROVIDER -> isWhole(hit, phrase, section) ? Rank.ORIGIN : Rank.NOTHING;
          case HINT -> isWhole(hit, phrase, section) ? hintRank(hit, phrase) : Rank.NOTHING;
          case FRAMEWORK -> framework(hit, section);
          case CLIENT -> client(hit, phrase, section);
          case VENDOR, FOREIGN -> vendor(hit, section);
          case ENVELOPE -> envelope(hit);
          case PRINTED -> printed(hit, phrase, section);
          case URL -> url(hit, section);
          case REQUEST_ID -> requestId(hit, section);
          case KEY, QUOTING_KEY, DELAY, MODEL, LIMIT, ATTEMPT -> Rank.NOTHING;
          default -> Rank.ORIGIN;
        };
    if (rank == Rank.NOTHING) {
      return;
    }
    Mention mention = mention(section);
    mention.add(role);
    if (phrase.provider() != null) {
      mention.add(phrase.provider());
    }
    if (phrase.kind() != null && isBetter(mention, hit, rank)) {
      mention.best = hit;
      mention.bestRank = rank;
    }
  }

  private boolean isBetter(Mention mention, int hit, int rank) {
    return mention.best < 0
        || rank > mention.bestRank
        || (rank == mention.bestRank && isMoreTelling(hit, mention.best));
  }

  /** Words before the name of a class, and longer ones before shorter. */
  private boolean isMoreTelling(int hit, int best) {
    Phrase one = hits.phrase(hit);
    Phrase other = hits.phrase(best);
    if (isNetwork(one.kind())
        && isNetwork(other.kind())
        && one.kind() != other.kind()
        && hits.start(hit) >= hits.end(best)) {
      // What broke after a time-out, or led to it, is the time-out's doing.
      return one.kind() == ErrorKind.TIMEOUT && !SpecialPhrases.UNREACHED.contains(other.text());
    }
    boolean words = one.text().indexOf(' ') > 0;
    return words == other.text().indexOf(' ') > 0
        ? one.text().length() > other.text().length()
        : words && one.role() == other.role();
  }

  /** Some sentences are OpenAI's only where they are about a model, or go on in a certain way. */
  private boolean isWhole(int hit, Phrase phrase, int section) {
    String subject = SpecialPhrases.SUBJECTS.get(phrase.text());
    String predicate = SpecialPhrases.PREDICATES.get(phrase.text());
    int start = hits.start(hit);
    int end = hits.end(hit);
    int from = Math.max(sections.start(section), start - LONGEST_SUBJECT);
    int to = Math.min(sections.end(section), end + LONGEST_SUBJECT);
    return (subject == null || holds(from, start, subject))
        && (predicate == null || holds(end, to, predicate));
  }

  private boolean holds(int from, int to, String words) {
    for (int at = from; at + words.length() <= to; at++) {
      if (Chars.startsWith(text, at, to, words)) {
        return true;
      }
    }
    return false;
  }

  /** OpenAI is named as what failed: {@code OpenAI embedding request failed}. */
  private int name(int hit, Phrase phrase, int section) {
    boolean word =
        (hits.start(hit) == 0 || !Chars.isWord(text[hits.start(hit) - 1]))
            && (hits.end(hit) >= length || !Chars.isWord(text[hits.end(hit)]));
    if (word && phrase.text().equals(SpecialPhrases.OPENAI)) {
      if (isBehindFailure(hits.start(hit), sections.start(section))) {
        mention(section).failed = true;
      }
      int from = hits.end(hit);
      int to = Math.min(sections.end(section), from + LONGEST_PREDICATE);
      for (int at = from; at < to && text[at] != '\n'; at++) {
        if (text[at] == ' ' && says(at + 1, to)) {
          mention(section).failed = true;
          break;
        }
      }
    }
    return Rank.ORIGIN;
  }

  /** {@code Failed to generate OpenAI embeddings}. */
  private boolean isBehindFailure(int name, int from) {
    int first = Math.max(from, name - LONGEST_PREDICATE);
    for (int at = name - 1; at >= first && ",;.:\n".indexOf(text[at]) < 0; at--) {
      if (Chars.startsWith(text, at, name, "failed to ")) {
        return true;
      }
    }
    return false;
  }

  private boolean says(int at, int to) {
    for (String verb : FAILED) {
      if (Chars.startsWith(text, at, to, verb)) {
        return true;
      }
    }
    return false;
  }

  /** LiteLLM calls all that it cannot name a broken connection. */
  private int phrase(int hit, Phrase phrase) {
    boolean any =
        phrase.kind() == ErrorKind.CONNECTION_ERROR
            && Chars.endsWith(text, hits.start(hit), "litellm.");
    return any ? Rank.CLASS : Rank.PHRASE;
  }

  private static int sentence(Phrase phrase) {
    return SpecialPhrases.LEADS_IN.contains(phrase.text()) ? Rank.CLASS : Rank.SENTENCE;
  }

  private int printed(int hit, Phrase phrase, int section) {
    if (!isPrinted(hit, phrase)) {
      return Rank.NOTHING;
    }
    int end = hits.start(hit) - 2;
    for (String error : OriginPhrases.PYTHON_ERRORS) {
      if (Chars.endsWith(text, end, error) && text[end] == ':') {
        int start = end - error.length();
        boolean inPackage = start > 0 && text[start - 1] == '.';
        mention(section).printed |= !inPackage || Chars.endsWith(text, start, "openai.");
      }
    }
    return Rank.ORIGIN;
  }

  /** {@code Error code: 429 - {'error': …}}, the status and its answer, or that it had none. */
  private boolean isPrinted(int hit, Phrase phrase) {
    int at = hits.end(hit);
    if (phrase.text().startsWith(" ")) {
      return hits.start(hit) > 0 && Chars.isDigit(text[hits.start(hit) - 1]);
    }
    int end = at + 3;
    if (!Chars.startsWith(text, end, length, " - {") || !Chars.isDigit(text[at])) {
      return false;
    }
    int key = Chars.firstFromQuotes(text, end + 4, length);
    for (String first : ANSWERS) {
      int behind = key + first.length();
      if (Chars.startsWith(text, key, length, first)
          && !Chars.isWord(text[Math.min(behind, length - 1)])) {
        return true;
      }
    }
    return false;
  }

  private int hintRank(int hit, Phrase phrase) {
    if (goesOn(hits.end(hit), phrase) || isServersOwn(hit) || isOfUnsentKey(hit)) {
      return Rank.NOTHING;
    }
    if (isNetwork(phrase.kind())) {
      return SpecialPhrases.LEADS_IN.contains(phrase.text()) ? Rank.CLASS : Rank.NETWORK;
    }
    // One class serves for all that the server does wrong, network included.
    boolean ofClass = phrase.kind() == ErrorKind.SERVER_ERROR && phrase.text().indexOf(' ') < 0;
    return ofClass ? Rank.CLASS : Rank.HINT;
  }

  /** A rate limiter is no rate limit. */
  private boolean goesOn(int end, Phrase phrase) {
    return end < length
        && phrase.text().indexOf(' ') > 0
        && text[end] >= 'a'
        && text[end] <= 'z'
        && text[end] != 's';
  }

  /** {@code API key not found}: no call was made without one. */
  private boolean isOfUnsentKey(int hit) {
    return hits.phrase(hit).text().endsWith("not found")
        && Chars.endsWith(text, Chars.lastBefore(text, hits.start(hit)) + 1, "key");
  }

  /** {@code 500 Server Error for HTTP GET "/chat"}: what the service itself has answered. */
  private boolean isServersOwn(int hit) {
    return Chars.startsWith(text, hits.end(hit), length, " for http ")
        || HttpStatus.isOnOwnPage(text, hits.start(hit));
  }

  private int framework(int hit, int section) {
    if (!Frame.contains(text, hits.start(hit))) {
      mention(section).clientThrown = true;
    }
    return Rank.ORIGIN;
  }

  private int valueRank(int hit, Phrase phrase, int section) {
    FieldValue.Of of = FieldValue.of(text, length, hits.start(hit), hits.end(hit));
    boolean generic = phrase.kind() == ErrorKind.INVALID_REQUEST;
    boolean common = phrase.role() == Role.COMMON_CODE;
    if (phrase.text().indexOf('_') > 0 && FieldValue.isCounted(text, length, hits.end(hit))) {
      // A time-out that was set is no count of time-outs.
      if (phrase.kind() != ErrorKind.TIMEOUT) {
        mention(section).add(Role.STAGED);
      }
      return Rank.NOTHING;
    }
    if (FieldValue.isLabel(text, length, hits.end(hit))) {
      mention(section).add(Role.STAGED);
    }
    if (of == FieldValue.Of.TYPE) {
      mention(section).typed = true;
    } else if (of == FieldValue.Of.CODE) {
      mention(section).coded = true;
    }
    return switch (of) {
      case NOTHING -> Rank.NOTHING;
      case TYPE -> common || generic ? Rank.GENERIC_TYPE : Rank.TYPE;
      case CODE -> codeRank(phrase, generic);
      case BRACKETS -> common ? Rank.NOTHING : codeRank(phrase, generic);
    };
  }

  private static int codeRank(Phrase phrase, boolean generic) {
    if (phrase.role() == Role.TYPE) {
      return Rank.NOTHING;
    }
    if (phrase.role() == Role.COMMON_CODE) {
      return Rank.COMMON_CODE;
    }
    // DeepSeek swaps code and type; this one says nothing in either place.
    if (phrase.text().equals(SpecialPhrases.GENERIC_TYPE)) {
      return Rank.GENERIC_TYPE;
    }
    return generic ? Rank.GENERIC_CODE : Rank.CODE;
  }

  private int client(int hit, Phrase phrase, int section) {
    int start = hits.start(hit);
    boolean python = phrase.text().equals(SpecialPhrases.PYTHON_PACKAGE);
    if (python && (hits.end(hit) >= length || !Character.isUpperCase(text[hits.end(hit)]))) {
      return Rank.NOTHING;
    }
    if (isListed(start, hits.end(hit)) || isLiteral(start) || isImported(start)) {
      return Rank.NOTHING;
    }
    if (phrase.text().equals(SpecialPhrases.GO_CLIENT) && followsWord(start)) {
      return Rank
          .NOTHING; // "Server error, status code: 500" is not how OpenAI's client for Go begins.
    }
    Mention mention = mention(section);
    if (Frame.contains(text, start)) {
      mention.clientFrame = Math.min(mention.clientFrame, start);
    } else {
      mention.clientThrown = true;
      mention.openAisClient = true;
      mention.officialClient |= phrase.text().equals(SpecialPhrases.JAVA_PACKAGE);
    }
    return Rank.ORIGIN;
  }

  private boolean followsWord(int start) {
    int last = Chars.lastBefore(text, start);
    return last >= 0 && Chars.isWord(text[last]) && last == start - 2;
  }

  /** A class in a list of classes, as configurations have it, was not thrown. */
  private boolean isListed(int start, int end) {
    int before = Chars.lastBefore(text, start);
    if (before < 0 || (text[before] != '[' && text[before] != ',')) {
      return false;
    }
    int after = endOfClass(end);
    return after < length && (text[after] == ']' || text[after] == ',');
  }

  /** Behind the last of the words and dots from here on. */
  private int endOfClass(int from) {
    int limit = Math.min(length, from + LONGEST_CLASS);
    int end = from;
    while (end < limit && (Chars.isWord(text[end]) || text[end] == '.')) {
      end++;
    }
    return end;
  }

  /**
   * A string in a program's text was not thrown either, {@code + "com.openai.errors…"}, nor what a
   * page of documentation sets apart.
   */
  private boolean isLiteral(int start) {
    if (start > 0 && text[start - 1] == '`') {
      int end = endOfClass(start);
      return end < length && text[end] == '`';
    }
    if (start < 2 || text[start - 1] != '"') {
      return false;
    }
    int before = Chars.lastBefore(text, start - 1);
    return before >= 0 && (text[before] == '+' || text[before] == '(');
  }

  /** {@code "POST /v1/completions HTTP/1.1" 500}: what a server has answered itself. */
  private boolean isAnswered(int start) {
    int path = start;
    while (path > 0 && text[path - 1] > ' ' && text[path - 1] != '"') {
      path--;
    }
    return text[path] == '/'
        && path > 1
        && text[path - 1] == ' '
        && (Chars.endsWith(text, path - 1, "\"post") || Chars.endsWith(text, path - 1, "\"get"));
  }

  /** Compilers speak of classes that are imported. */
  private boolean isImported(int start) {
    int last = Chars.lastBefore(text, start);
    int end = last >= 0 && text[last] == '-' ? Chars.lastBefore(text, last) : last;
    return Chars.endsWith(text, end + 1, "import");
  }

  /** In a stack frame, a vendor's name says whose client was called. */
  private int vendor(int hit, int section) {
    if (!Frame.contains(text, hits.start(hit))) {
      mention(section).vendorThrown |= hits.phrase(hit).text().startsWith(SpecialPhrases.GROQ);
      return Rank.ORIGIN;
    }
    Mention mention = mention(section);
    mention.foreignFrame = Math.min(mention.foreignFrame, hits.start(hit));
    return Rank.NOTHING;
  }

  /** The type of a stream's event, where it stands as one. */
  private int envelope(int hit) {
    if (hits.phrase(hit).text().equals(SpecialPhrases.SEQUENCE_NUMBER)) {
      boolean key = PayloadShape.isKey(text, length, hits.start(hit), hits.end(hit));
      return key ? Rank.ORIGIN : Rank.NOTHING;
    }
    if (hits.phrase(hit).text().equals(SpecialPhrases.STATUS_DETAILS)) {
      return isOfFailure(hits.end(hit)) ? Rank.ORIGIN : Rank.NOTHING;
    }
    FieldValue.Of of = FieldValue.of(text, length, hits.start(hit), hits.end(hit));
    return of == FieldValue.Of.TYPE ? Rank.ORIGIN : Rank.NOTHING;
  }

  /** {@code : {"error": …}} or {@code : {"type": "failed", …}}, behind the name of a key. */
  private boolean isOfFailure(int end) {
    int colon = Chars.firstFromQuotes(text, end, length);
    int brace = Chars.firstFrom(text, colon + 1, length);
    if (!Chars.startsWith(text, colon, length, ":")
        || !Chars.startsWith(text, brace, length, "{")) {
      return false;
    }
    int key = Chars.firstFromQuotes(text, brace + 1, length);
    int sign = Chars.firstFromQuotes(text, key + "type".length(), length);
    int value = Chars.firstFromQuotes(text, sign + 1, length);
    return Chars.startsWith(text, key, length, "error")
        || (Chars.startsWith(text, key, length, "type")
            && Chars.startsWith(text, value, length, "failed"));
  }

  /** Another server was called before the error stands there: it is that server's error. */
  private int url(int hit, int section) {
    CalledUrl.Of called = CalledUrl.at(text, hits.end(hit), length);
    if (called == CalledUrl.Of.COMPATIBLE_API) {
      mention(section).add(Provider.COMPATIBLE);
      if (CalledUrl.isOpenAisAlone(text, hits.end(hit), length)
          && CalledUrl.isCalled(text, hits.end(hit))) {
        mention(section).add(Role.SERVED);
      }
    } else if (called == CalledUrl.Of.FOREIGN_API) {
      Mention mention = mention(section);
      mention.foreignCall |= mention.best < 0;
    }
    return Rank.NOTHING;
  }

  /** Ids that begin with 01 and are no hexadecimal numbers are Anthropic's. */
  private int requestId(int hit, int section) {
    int end = hits.end(hit);
    if (hits.phrase(hit).text().equals(FieldGrammar.REQUEST_ID)
        && Chars.startsWith(text, end, length, "01")) {
      for (int i = end + 2; i < length && Chars.isWord(text[i]); i++) {
        if (Character.digit(text[i], 16) < 0) {
          mention(section).add(Role.FOREIGN);
          break;
        }
      }
    }
    return Rank.NOTHING;
  }

  static boolean isNetwork(@Nullable ErrorKind kind) {
    return kind == ErrorKind.TIMEOUT || kind == ErrorKind.CONNECTION_ERROR;
  }
}

package dev.openaierrors.error;

/**
 * The words of a text that tell what failed, where there is no payload to read: the sentence that
 * the best phrase is in. As they came, so no record, which would print them.
 */
final class TellingWords {

  static final TellingWords NONE = new TellingWords("", 0);

  // Redacting makes text shorter; what follows tells the redactor where words and values end.
  private static final int LONGEST = 4 * Particulars.MAX_MESSAGE;

  private final String words;
  private final int start;

  /**
   * Some words.
   *
   * @param words the sentence, behind what stands before it in its line
   * @param start where the sentence begins in them
   */
  private TellingWords(String words, int start) {
    this.words = words;
    this.start = start;
  }

  /** Those of a payload, which are all its own. */
  static TellingWords of(String message) {
    return new TellingWords(message, 0);
  }

  static TellingWords of(PhraseMatches found, PhraseMatch best) {
    return new Search(found.text()).around(sentence(found.told(), best));
  }

  /** The provider's sentence, where the best phrase is but a code. */
  private static PhraseMatch sentence(PhraseMatch[] told, PhraseMatch best) {
    for (PhraseMatch match : told) {
      if (match.role() == Role.SENTENCE && match.kind() == best.kind()) {
        return match;
      }
    }
    return best;
  }

  /** The sentence, as much of it as is looked at. */
  String sentence() {
    return words.substring(start, Math.min(words.length(), start + LONGEST));
  }

  /** What is shown of them, once somebody asks. */
  Particulars.Message message() {
    return words.isEmpty() ? Particulars.Shown.NOTHING : Particulars.Unread.of(words, start);
  }

  /** Looks for the limits of a sentence in a text. */
  private record Search(Text text) {

    private static final int MAX_LEAD = 300;
    private static final int MAX_LEAD_IN = 60;
    private static final int MAX_OPENING = 120;

    TellingWords around(PhraseMatch telling) {
      int start = fragmentStart(telling);
      int lead = leadStart(start);
      return new TellingWords(text.substring(lead, fragmentEnd(telling, start)), start - lead);
    }

    /** Where the sentence begins that the best phrase is in, where there is no payload to read. */
    private int fragmentStart(PhraseMatch best) {
      int hit = best.start();
      if (best.role() != Role.SENTENCE) {
        return wordsStart(hit, Math.max(0, hit - MAX_OPENING));
      }
      int start = sentenceStart(hit, Math.max(0, hit - MAX_OPENING));
      // "Invalid prompt: your prompt was flagged": the sentence goes on behind the colon.
      if (start > 1 && text.at(start - 1) == ' ' && text.at(start - 2) == ':') {
        int lead = sentenceStart(start - 2, Math.max(0, start - MAX_LEAD_IN));
        boolean words = lead < start && text.at(lead) >= 'A' && text.at(lead) <= 'Z';
        for (int i = lead; i < start - 2 && words; i++) {
          words = text.at(i) != '.' || text.isWord(i + 1);
        }
        start = words && text.firstFrom(lead) < start && hasBlank(lead, start - 2) ? lead : start;
      }
      return Math.min(start, hit);
    }

    private int wordsStart(int from, int least) {
      int start = from;
      while (start > least && isOpening(text.at(start - 1))) {
        start--;
      }
      while (start < from
          && (text.at(start) <= ' ' || text.at(start) == ',' || text.at(start) == '\'')) {
        start++;
      }
      return start;
    }

    private static boolean isOpening(char c) {
      return Chars.isWord(c) || c == ' ' || c == '\'' || c == ',' || c == '-';
    }

    private boolean hasBlank(int from, int to) {
      for (int i = from; i < to; i++) {
        if (text.at(i) == ' ') {
          return true;
        }
      }
      return false;
    }

    private int sentenceStart(int from, int earliest) {
      int start = from;
      int least = earliest;
      while (start > least && !endsSentence(start - 1)) {
        start--;
      }
      // Not within a word.
      while (start < from && start > 0 && start == least && text.at(start - 1) > ' ') {
        start++;
        least++;
      }
      while (start < from && (text.at(start) <= ' ' || text.at(start) == ',')) {
        start++;
      }
      return start;
    }

    private boolean endsSentence(int at) {
      char c = text.at(at);
      if (c < ' ' || "{}|;\"\\=<>".indexOf(c) >= 0) {
        return true;
      }
      boolean blank = at + 1 < text.length() && text.at(at + 1) <= ' ';
      boolean dash = c == '-' && text.is(at - 1, ' ');
      return blank && (dash || ".:!?]".indexOf(c) >= 0);
    }

    /** Where the line begins, or enough of it to see what the words are the value of. */
    private int leadStart(int start) {
      int lead = start;
      int least = Math.max(0, start - MAX_LEAD);
      while (lead > least && !text.isLineEnd(lead - 1)) {
        lead--;
      }
      return lead;
    }

    private int fragmentEnd(PhraseMatch best, int start) {
      int end = best.end();
      int most = Math.min(text.length(), start + LONGEST);
      char quote = text.isQuote(start - 1) ? text.at(start - 1) : 0;
      while (end < most && text.at(end) >= ' ' && text.at(end) != '{' && text.at(end) != '\\') {
        boolean closes = text.at(end) == quote && (end + 1 == most || !text.isWord(end + 1));
        if (closes) {
          return end;
        }
        end++;
      }
      return Math.max(start, end);
    }
  }
}

package dev.openaierrors.error;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hot path: could this text carry an OpenAI error? Nearly every text of a log could not, and
 * that is found out without reading most of its characters, and without allocation.
 *
 * <p>Each phrase that could decide is represented by a piece of it, its anchor.
 */
final class Gate {

  /** The length of all anchors. */
  static final int WINDOW = AnchorScan.WINDOW;

  // Not made of the phrases at the start of every service: see the start budget.
  private static final Gate INSTANCE = new Gate(AnchorList.all());

  private final AnchorScan scan;

  Gate(Collection<String> anchors) {
    scan = new AnchorScan(anchors);
  }

  static Gate instance() {
    return INSTANCE;
  }

  /**
   * Whether the first {@code limit} characters of the text, or the last, might carry an error.
   *
   * @param limit characters to look at in all, at both ends of a longer text
   * @param routine whether the event was logged at INFO or below, where weak signs never suffice
   */
  boolean mightCarry(CharSequence text, int limit, boolean routine) {
    int length = text.length();
    if (length < WINDOW && routine) {
      // Such as an entry of the thread's context: too short for anything that is looked for.
      return false;
    }
    if (length <= limit) {
      // Convert once: toString() of other CharSequences may be expensive.
      return text instanceof StringBuilder builder
          ? mightCarry(builder, routine)
          : mightCarry(text.toString(), routine);
    }
    int half = limit / 2;
    // No more of it is searched, or made a string, than is looked at.
    return mightCarry(text.subSequence(0, half).toString(), routine)
        || mightCarry(text.subSequence(length - half, length).toString(), routine);
  }

  private boolean mightCarry(String text, boolean routine) {
    return speaks(text, scan.look(text), routine);
  }

  /** Where frameworks reuse a buffer for their texts, no String is made of it. */
  private boolean mightCarry(StringBuilder text, boolean routine) {
    return speaks(text, scan.look(text), routine);
  }

  private static boolean speaks(CharSequence text, int seen, boolean routine) {
    return seen == AnchorScan.ANCHOR
        || (seen == AnchorScan.BRACE && holdsPayload(text))
        || (!routine && (namesOpenAi(text) || namesModel(text)));
  }

  /** The keys of an error object, behind a brace. */
  private static boolean holdsPayload(CharSequence text) {
    int brace = indexOf(text, "{", 0);
    return brace >= 0
        && indexOf(text, "type", brace) >= 0
        && indexOf(text, "message", brace) >= 0
        && (indexOf(text, "code", brace) >= 0 || indexOf(text, "param", brace) >= 0);
  }

  private static boolean namesOpenAi(CharSequence text) {
    int last = text.length() - "penai".length();
    int at = indexOf(text, "pen", 0);
    while (at >= 0 && at <= last) {
      if (Chars.lower(text.charAt(at + 3)) == 'a' && Chars.lower(text.charAt(at + 4)) == 'i') {
        return true;
      }
      at = indexOf(text, "pen", at + 1);
    }
    return false;
  }

  private static boolean namesModel(CharSequence text) {
    return indexOf(text, "GPT", 0) >= 0
        || indexOf(text, "gpt", 0) >= 0
        || indexOf(text, "Gpt", 0) >= 0;
  }

  private static int indexOf(CharSequence text, String part, int from) {
    return text instanceof StringBuilder builder
        ? builder.indexOf(part, from)
        : text.toString().indexOf(part, from);
  }

  /** A piece of every phrase that can decide and is long enough: what {@link AnchorList} holds. */
  static Set<String> anchors() {
    Set<String> anchors = new TreeSet<>();
    for (Phrase phrase : Phrases.all()) {
      if (phrase.role().isDecisive() && phrase.text().length() >= WINDOW) {
        anchors.add(Anchors.of(phrase.text()));
      }
    }
    return anchors;
  }
}

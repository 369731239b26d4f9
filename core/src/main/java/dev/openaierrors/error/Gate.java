package dev.openaierrors.error;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The hot path: could this text carry an OpenAI error? Nearly every text of a log could not, and
 * that is found out without reading most of its characters, and without allocation.
 *
 * <p>Each phrase that could decide is represented by a piece of it, its anchor. A window as long as
 * an anchor moves over the text; the three characters at its end tell how far it can jump without
 * missing one (Wu and Manber's algorithm). Two windows work on the two halves of the text, so that
 * one's memory access hides the other's. Case is ignored, as five bits of a character are looked
 * at.
 */
final class Gate {

  /** The length of all anchors. */
  static final int WINDOW = 12;

  private static final int TABLE = 1 << 13;
  private static final int JUMP = WINDOW - 2;

  private static final Gate INSTANCE = new Gate(anchors());

  private final byte[] jumps = new byte[TABLE];
  // Anchors by the place of their last three characters in the table.
  private final char[][][] anchorsAt = new char[TABLE][][];

  Gate(List<String> anchors) {
    Arrays.fill(jumps, (byte) JUMP);
    Map<Integer, List<char[]>> byPlace = new HashMap<>();
    for (String anchor : anchors) {
      for (int end = 2; end < WINDOW; end++) {
        int place = place(anchor.charAt(end - 2), anchor.charAt(end - 1), anchor.charAt(end));
        jumps[place] = (byte) Math.min(jumps[place], WINDOW - 1 - end);
        if (end == WINDOW - 1) {
          byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(anchor.toCharArray());
        }
      }
    }
    byPlace.forEach((place, list) -> anchorsAt[place] = list.toArray(new char[0][]));
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
    String string = text instanceof String known ? known : text.toString();
    int length = string.length();
    if (length <= limit) {
      return mightCarry(string, 0, length, routine);
    }
    int half = limit / 2;
    return mightCarry(string, 0, half, routine)
        || mightCarry(string, length - half, length, routine);
  }

  private boolean mightCarry(String text, int from, int to, boolean routine) {
    return holdsAnchor(text, from, to)
        || holdsPayload(text, from, to)
        || (!routine && namesOpenAi(text, from, to));
  }

  /** The keys of an error object, behind a brace. */
  private static boolean holdsPayload(String text, int from, int to) {
    int brace = text.indexOf('{', from);
    return brace >= 0
        && brace < to
        && within(text.indexOf("type", brace), to)
        && within(text.indexOf("message", brace), to)
        && (within(text.indexOf("code", brace), to) || within(text.indexOf("param", brace), to));
  }

  private static boolean namesOpenAi(String text, int from, int to) {
    return within(text.indexOf("penai", from), to)
        || within(text.indexOf("penAI", from), to)
        || within(text.indexOf("penAi", from), to);
  }

  private static boolean within(int index, int to) {
    return index >= 0 && index < to;
  }

  private boolean holdsAnchor(String text, int from, int to) {
    byte[] table = jumps;
    int middle = from + (to - from) / 2;
    int a = from + WINDOW - 1;
    int b = middle;
    int endA = Math.max(middle, a);
    while (a < endA && b < to) {
      int jumpA = table[placeAt(text, a)];
      int jumpB = b < from + WINDOW - 1 ? 1 : table[placeAt(text, b)];
      if ((jumpA == 0 && isAnchor(text, a)) || (jumpB == 0 && isAnchor(text, b))) {
        return true;
      }
      a += Math.max(jumpA, 1);
      b += Math.max(jumpB, 1);
    }
    return scan(text, a, Math.min(endA, to)) || scan(text, Math.max(b, from + WINDOW - 1), to);
  }

  private boolean scan(String text, int from, int to) {
    int at = from;
    while (at < to) {
      int jump = jumps[placeAt(text, at)];
      if (jump == 0 && isAnchor(text, at)) {
        return true;
      }
      at += Math.max(jump, 1);
    }
    return false;
  }

  private static int placeAt(String text, int at) {
    return place(text.charAt(at - 2), text.charAt(at - 1), text.charAt(at));
  }

  private static int place(char a, char b, char c) {
    return ((a & 31) << 8) ^ ((b & 31) << 4) ^ (c & 31);
  }

  private boolean isAnchor(String text, int last) {
    char[][] candidates = anchorsAt[placeAt(text, last)];
    if (candidates == null) {
      return false;
    }
    for (char[] anchor : candidates) {
      if (endsWith(text, last, anchor)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(String text, int last, char[] anchor) {
    for (int i = 0; i < WINDOW; i++) {
      if (Chars.lower(text.charAt(last - WINDOW + 1 + i)) != anchor[i]) {
        return false;
      }
    }
    return true;
  }

  /** As few anchors as cover every phrase that can decide and is long enough. */
  static List<String> anchors() {
    Map<String, Set<String>> covers = new HashMap<>();
    Set<String> open = new HashSet<>();
    for (Phrase phrase : Phrases.all()) {
      String text = phrase.text();
      if (phrase.role().isDecisive() && text.length() >= WINDOW) {
        open.add(text);
        for (int i = 0; i + WINDOW <= text.length(); i++) {
          covers.computeIfAbsent(text.substring(i, i + WINDOW), s -> new HashSet<>()).add(text);
        }
      }
    }
    List<String> anchors = new ArrayList<>();
    while (!open.isEmpty()) {
      String best = best(covers, open);
      anchors.add(best);
      open.removeAll(covers.get(best));
    }
    return anchors;
  }

  private static String best(Map<String, Set<String>> covers, Set<String> open) {
    String best = "";
    int bestScore = -1;
    for (Map.Entry<String, Set<String>> entry : covers.entrySet()) {
      int covered = 0;
      for (String phrase : entry.getValue()) {
        covered += open.contains(phrase) ? 1 : 0;
      }
      String anchor = entry.getKey();
      int score = covered == 0 ? -1 : 100 * covered + 50 - blanks(anchor);
      if (score > bestScore || (score == bestScore && anchor.compareTo(best) < 0)) {
        bestScore = score;
        best = anchor;
      }
    }
    return best;
  }

  /** Blanks may be line ends in a text. */
  private static int blanks(String anchor) {
    return (int) anchor.chars().filter(c -> c == ' ').count();
  }
}

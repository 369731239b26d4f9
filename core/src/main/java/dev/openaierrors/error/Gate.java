package dev.openaierrors.error;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
  private static final String COMMON_LETTERS = "etaoinsrhldcu ";

  private static final Gate INSTANCE = new Gate(anchors());

  // How far the window can move from three characters at its end; 0 if an anchor ends in them.
  private final byte[] jumps = new byte[TABLE];
  // The same once it is known that no anchor ends there.
  private final byte[] jumpsOnMiss = new byte[TABLE];
  // Anchors by the place of their last three characters in the table.
  private final char[] @Nullable [][] anchorsAt = new char[TABLE][][];

  Gate(List<String> anchors) {
    Arrays.fill(jumps, (byte) JUMP);
    Arrays.fill(jumpsOnMiss, (byte) JUMP);
    Map<Integer, List<char[]>> byPlace = new HashMap<>();
    for (String anchor : anchors) {
      int last = WINDOW - 1;
      for (int end = 2; end < last; end++) {
        int place = place(anchor, end);
        jumps[place] = (byte) Math.min(jumps[place], last - end);
        jumpsOnMiss[place] = jumps[place];
      }
      byPlace
          .computeIfAbsent(place(anchor, last), p -> new ArrayList<>())
          .add(anchor.toCharArray());
    }
    byPlace.forEach(
        (place, list) -> {
          jumps[place] = 0;
          anchorsAt[place] = list.toArray(new char[0][]);
        });
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
    for (int at = text.indexOf("pen", from); within(at, to - 4); at = text.indexOf("pen", at + 1)) {
      if (Chars.lower(text.charAt(at + 3)) == 'a' && Chars.lower(text.charAt(at + 4)) == 'i') {
        return true;
      }
    }
    return false;
  }

  private static boolean within(int index, int to) {
    return index >= 0 && index < to;
  }

  private boolean holdsAnchor(String text, int from, int to) {
    int first = from + WINDOW - 1;
    int middle = Math.max(first, from + (to - from) / 2);
    int a = first;
    int b = middle;
    while (a < middle && b < to) {
      int jumpA = jumps[place(text, a)];
      int jumpB = jumps[place(text, b)];
      if (jumpA == 0) {
        jumpA = missed(text, a);
      }
      if (jumpB == 0) {
        jumpB = missed(text, b);
      }
      if (jumpA == 0 || jumpB == 0) {
        return true;
      }
      a += jumpA;
      b += jumpB;
    }
    return scan(text, a, middle) || scan(text, b, to);
  }

  private boolean scan(String text, int from, int to) {
    int at = from;
    while (at < to) {
      int jump = jumps[place(text, at)];
      if (jump == 0) {
        jump = missed(text, at);
      }
      if (jump == 0) {
        return true;
      }
      at += jump;
    }
    return false;
  }

  /** How far to jump from where an anchor may end; 0 if one does. */
  private int missed(String text, int last) {
    int place = place(text, last);
    char @Nullable [][] candidates = anchorsAt[place];
    for (int i = 0; candidates != null && i < candidates.length; i++) {
      if (endsWith(text, last, candidates[i])) {
        return 0;
      }
    }
    return jumpsOnMiss[place];
  }

  private static int place(String text, int last) {
    return ((text.charAt(last - 2) & 31) << 8)
        ^ ((text.charAt(last - 1) & 31) << 4)
        ^ (text.charAt(last) & 31);
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
    int bestScore = Integer.MIN_VALUE;
    for (Map.Entry<String, Set<String>> entry : covers.entrySet()) {
      int covered = 0;
      for (String phrase : entry.getValue()) {
        covered += open.contains(phrase) ? 1 : 0;
      }
      String anchor = entry.getKey();
      int score = covered == 0 ? Integer.MIN_VALUE : 100 * covered - commonness(anchor);
      if (score > bestScore || (score == bestScore && anchor.compareTo(best) < 0)) {
        bestScore = score;
        best = anchor;
      }
    }
    return best;
  }

  /** Rare letters make long jumps, above all at the end. Blanks may be line ends in a text. */
  private static int commonness(String anchor) {
    int common = 0;
    for (int i = 0; i < WINDOW; i++) {
      char c = anchor.charAt(i);
      if (COMMON_LETTERS.indexOf(c) >= 0) {
        common += i < WINDOW - 3 ? 3 : 20;
      }
      common += c == ' ' ? 50 : 0;
    }
    return common;
  }
}

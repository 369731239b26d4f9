package dev.openaierrors.error;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds every one of many phrases in one pass over a text (Aho and Corasick's automaton).
 *
 * <p>Steps are taken over letter classes, so case does not matter and the tables stay small. Most
 * states have one way to go on; only the others hold a row of the table.
 */
final class PhraseAutomaton {

  /** Longest phrase that can be told where it began. */
  static final int MAX_LENGTH = 128;

  // Beyond this, no phrase has a character.
  private static final int LETTERS = 0x3000;

  private final byte[] classOf = new byte[LETTERS];
  private final int classes;
  private final byte[] onlyClass;
  private final short[] onlyNext;
  private final short[] row;
  private final short[] fail;
  private final short[][] rows;
  private final short[][] found;

  /** Looks for these phrases, known by their index from then on; the same one may come twice. */
  PhraseAutomaton(List<String> phrases) {
    classes = classify(phrases);
    List<short[]> tree = new ArrayList<>();
    List<List<Short>> ends = new ArrayList<>();
    grow(phrases, tree, ends);
    int states = tree.size();
    fail = new short[states];
    found = new short[states][];
    link(tree, ends);
    onlyClass = new byte[states];
    onlyNext = new short[states];
    row = new short[states];
    rows = compress(tree);
  }

  /** The class of a character; 0 stands for all that no phrase has. */
  int classOf(char c) {
    return c < LETTERS ? classOf[c] : 0;
  }

  /** The state after one more character of this class. */
  int next(int state, int letterClass) {
    if (letterClass == 0) {
      return 0;
    }
    int at = state;
    while (true) {
      if (row[at] >= 0) {
        int next = rows[row[at]][letterClass];
        if (next != 0 || at == 0) {
          return next;
        }
      } else if (onlyClass[at] == letterClass) {
        return onlyNext[at];
      }
      at = fail[at];
    }
  }

  /** Indexes of the phrases that end in this state. */
  short[] found(int state) {
    return found[state];
  }

  private int classify(List<String> phrases) {
    int count = 1;
    for (String phrase : phrases) {
      if (phrase.isEmpty() || phrase.length() > MAX_LENGTH) {
        throw new IllegalArgumentException("phrase: " + phrase);
      }
      for (int i = 0; i < phrase.length(); i++) {
        char c = phrase.charAt(i);
        if (classOf[c] == 0) {
          classOf[c] = (byte) count++;
        }
      }
    }
    for (char c = 'a'; c <= 'z'; c++) {
      classOf[c - 'a' + 'A'] = classOf[c];
    }
    alias('\'', '\u2018', '\u2019');
    alias('"', '\u201c', '\u201d');
    return count;
  }

  private void alias(char letter, char... others) {
    for (char other : others) {
      classOf[other] = classOf[letter];
    }
  }

  private void grow(List<String> phrases, List<short[]> tree, List<List<Short>> ends) {
    tree.add(new short[classes]);
    ends.add(new ArrayList<>());
    for (int index = 0; index < phrases.size(); index++) {
      int state = 0;
      for (char c : phrases.get(index).toCharArray()) {
        short[] ways = tree.get(state);
        if (ways[classOf[c]] == 0) {
          ways[classOf[c]] = (short) tree.size();
          tree.add(new short[classes]);
          ends.add(new ArrayList<>());
        }
        state = ways[classOf[c]];
      }
      ends.get(state).add((short) index);
    }
    if (tree.size() > Short.MAX_VALUE) {
      throw new IllegalArgumentException("too many phrases");
    }
  }

  /** Breadth first: where to go on when a state has no way for a class. */
  private void link(List<short[]> tree, List<List<Short>> ends) {
    ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(0));
    while (!queue.isEmpty()) {
      int state = queue.remove();
      List<Short> all = ends.get(state);
      if (state != 0) {
        all.addAll(ends.get(fail[state]));
      }
      found[state] = toArray(all);
      for (int letter = 1; letter < classes; letter++) {
        int child = tree.get(state)[letter];
        if (child != 0) {
          fail[child] = (short) (state == 0 ? 0 : failOf(tree, fail[state], letter));
          queue.add(child);
        }
      }
    }
  }

  private int failOf(List<short[]> tree, int from, int letter) {
    int at = from;
    while (at != 0 && tree.get(at)[letter] == 0) {
      at = fail[at];
    }
    return tree.get(at)[letter];
  }

  private short[][] compress(List<short[]> tree) {
    List<short[]> kept = new ArrayList<>();
    Arrays.fill(row, (short) -1);
    for (int state = 0; state < tree.size(); state++) {
      short[] ways = tree.get(state);
      int count = 0;
      for (int letter = 1; letter < classes; letter++) {
        if (ways[letter] != 0) {
          count++;
          onlyClass[state] = (byte) letter;
          onlyNext[state] = ways[letter];
        }
      }
      if (count > 1 || state == 0) {
        row[state] = (short) kept.size();
        kept.add(ways);
      }
    }
    return kept.toArray(new short[0][]);
  }

  private static short[] toArray(List<Short> list) {
    short[] array = new short[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = list.get(i);
    }
    return array;
  }
}

package dev.openaierrors.error;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds every one of many phrases in one pass over a text (Aho and Corasick's automaton).
 *
 * <p>Steps are taken over letter classes, so case does not matter and the tables stay small. States
 * near the root, where nearly all of a text is read, know every way to go on; deeper ones mostly
 * have a single way. States are numbered by their distance from the root, which is 0.
 */
final class PhraseAutomaton {

  /** Longest phrase that can be told where it began. */
  static final int MAX_LENGTH = 128;

  // Beyond this, no phrase has a character.
  private static final int LETTERS = 0x3000;
  private static final int CLOSED_DEPTH = 3;
  private static final short NONE = -1;

  private final byte[] classOf = new byte[LETTERS];
  private final int classes;
  // States before this one know every way.
  private final int closed;
  private final short[] table;
  private final short[] row;
  private final byte[] onlyClass;
  private final short[] onlyNext;
  private final short[] fail;
  private final short[] foundAt;
  private final short[][] found;

  /** Looks for these phrases, known by their index from then on; the same one may come twice. */
  PhraseAutomaton(List<String> phrases) {
    classes = classify(phrases);
    List<Node> nodes = link(grow(phrases));
    int states = nodes.size();
    closed = (int) nodes.stream().filter(node -> node.depth <= CLOSED_DEPTH).count();
    row = new short[states];
    onlyClass = new byte[states];
    onlyNext = new short[states];
    fail = new short[states];
    foundAt = new short[states];
    table = tabulate(nodes);
    found = outputs(nodes);
  }

  /** The class of a character; 0 stands for all that no phrase has. */
  int classOf(char c) {
    return c < LETTERS ? classOf[c] : 0;
  }

  /** The state after one more character of this class. */
  int next(int state, int letterClass) {
    int at = state;
    while (at >= closed) {
      if (onlyClass[at] == letterClass) {
        return onlyNext[at];
      }
      if (row[at] != NONE) {
        int next = table[row[at] * classes + letterClass];
        if (next != 0) {
          return next;
        }
      }
      at = fail[at];
    }
    return table[at * classes + letterClass];
  }

  /** Indexes of the phrases that end in this state; null if none does. */
  short @Nullable [] found(int state) {
    int at = foundAt[state];
    return at == NONE ? null : found[at];
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

  private Node grow(List<String> phrases) {
    Node root = new Node(classes, 0);
    for (int index = 0; index < phrases.size(); index++) {
      Node at = root;
      for (char c : phrases.get(index).toCharArray()) {
        Node child = at.ways[classOf[c]];
        if (child == null) {
          child = new Node(classes, at.depth + 1);
          at.ways[classOf[c]] = child;
        }
        at = child;
      }
      at.found.add((short) index);
    }
    return root;
  }

  /** Numbers the nodes breadth first and finds where each goes on when it has no way. */
  private List<Node> link(Node root) {
    List<Node> nodes = new ArrayList<>();
    ArrayDeque<Node> queue = new ArrayDeque<>(List.of(root));
    while (!queue.isEmpty()) {
      Node node = queue.remove();
      node.number = nodes.size();
      nodes.add(node);
      if (node.fail != null) {
        node.found.addAll(node.fail.found);
      }
      for (int letter = 1; letter < classes; letter++) {
        Node child = node.ways[letter];
        if (child != null) {
          Node shorter = node.fail;
          child.fail = shorter == null ? root : shorter.find(letter, root);
          queue.add(child);
        }
      }
    }
    if (nodes.size() > Short.MAX_VALUE) {
      throw new IllegalArgumentException("too many phrases");
    }
    return nodes;
  }

  private short[] tabulate(List<Node> nodes) {
    List<short[]> rows = new ArrayList<>();
    Node root = nodes.get(0);
    for (Node node : nodes) {
      int at = node.number;
      fail[at] = (short) (node.fail == null ? 0 : node.fail.number);
      row[at] = NONE;
      short[] ways = new short[classes];
      int count = 0;
      for (int letter = 1; letter < classes; letter++) {
        Node child = node.ways[letter];
        if (child != null) {
          count++;
          onlyClass[at] = (byte) letter;
          onlyNext[at] = (short) child.number;
        } else if (at < closed && node != root) {
          child = node.find(letter, root);
        }
        ways[letter] = (short) (child == null ? 0 : child.number);
      }
      if (at < closed || count > 1) {
        row[at] = (short) rows.size();
        rows.add(ways);
      }
    }
    short[] flat = new short[rows.size() * classes];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, flat, i * classes, classes);
    }
    return flat;
  }

  private short[][] outputs(List<Node> nodes) {
    List<short[]> all = new ArrayList<>();
    Arrays.fill(foundAt, NONE);
    for (Node node : nodes) {
      if (!node.found.isEmpty()) {
        foundAt[node.number] = (short) all.size();
        short[] array = new short[node.found.size()];
        for (int i = 0; i < array.length; i++) {
          array[i] = node.found.get(i);
        }
        all.add(array);
      }
    }
    return all.toArray(new short[0][]);
  }

  /** A state while the automaton is built. */
  private static final class Node {
    private final @Nullable Node[] ways;
    private final int depth;
    private final List<Short> found = new ArrayList<>();
    private int number;
    private @Nullable Node fail;

    Node(int classes, int depth) {
      this.ways = new Node[classes];
      this.depth = depth;
    }

    /** The node that this letter leads to, from here or from where this one goes on. */
    Node find(int letter, Node root) {
      for (Node at = this; at != null; at = at.fail) {
        Node next = at.ways[letter];
        if (next != null) {
          return next;
        }
      }
      return root;
    }
  }
}

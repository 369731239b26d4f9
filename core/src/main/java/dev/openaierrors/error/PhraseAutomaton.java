package dev.openaierrors.error;

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
  // On the way to a state in which a phrase ends, so that no table has to be asked at each step.
  private static final int ENDS = 0x8000;
  private static final int STATE = 0x7fff;
  // Where in the 64 bits of a state its parts begin; the letter is the first.
  private static final int NEXT = 8;
  private static final int ROW = 24;
  private static final int FAIL = 40;

  private final byte[] classOf = new byte[LETTERS];
  private final int classes;
  // States before this one know every way.
  private final int closed;
  private final short[] table;
  // Rows of the table have a power of two of places.
  private final int shift;
  private final short[] row;
  // What is known of each state, side by side, since each step asks for all of it: the letter of
  // its last child, the step to that, its row in the table, and where to go on.
  private final long[] known;
  private final short[] foundAt;
  private final short[][] found;

  /** Looks for these phrases, known by their index from then on; the same one may come twice. */
  PhraseAutomaton(List<String> phrases) {
    classes = classify(phrases);
    List<Node> nodes = link(grow(phrases));
    int states = nodes.size();
    closed = closedStates(nodes);
    shift = Integer.SIZE - Integer.numberOfLeadingZeros(classes - 1);
    row = new short[states];
    known = new long[states];
    foundAt = new short[states];
    table = tabulate(nodes);
    found = outputs(nodes);
  }

  /** The class of a character; 0 stands for all that no phrase has. */
  int classOf(char c) {
    return c < LETTERS ? classOf[c] : 0;
  }

  /** What one more character of this class leads to: see {@link #state} and {@link #ends}. */
  int next(int state, int letterClass) {
    int at = state;
    while (at >= closed) {
      long node = known[at];
      if ((byte) node == letterClass) {
        return (short) (node >>> NEXT);
      }
      int its = (short) (node >>> ROW);
      if (its != NONE) {
        int next = table[(its << shift) + letterClass];
        if (next != 0) {
          return next;
        }
      }
      at = (int) (node >>> FAIL);
    }
    return table[(at << shift) + letterClass];
  }

  /** The state that a step leads to. */
  static int state(int step) {
    return step & STATE;
  }

  /** Whether phrases end in the state that a step leads to. */
  static boolean ends(int step) {
    return (step & ENDS) != 0;
  }

  /** Indexes of the phrases that end in this state, which must be one in which some do. */
  short[] found(int state) {
    return found[foundAt[state]];
  }

  private int classify(List<String> phrases) {
    int count = 1;
    for (String phrase : phrases) {
      if (phrase.isEmpty() || phrase.length() > MAX_LENGTH) {
        throw new IllegalArgumentException("phrase: " + phrase);
      }
      char[] letters = phrase.toCharArray();
      for (int i = 0; i < letters.length; i++) {
        if (classOf[letters[i]] == 0) {
          classOf[letters[i]] = (byte) count++;
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

  // What is done to each phrase and to each node stands in methods of their own: those are compiled
  // after some calls, long loops only after the tables of ten such automatons.

  private Node grow(List<String> phrases) {
    Node root = new Node(0, 0, classes);
    for (int index = 0; index < phrases.size(); index++) {
      grow(root, phrases.get(index), (short) index);
    }
    return root;
  }

  private void grow(Node root, String phrase, short index) {
    char[] letters = phrase.toCharArray();
    Node at = root;
    for (int i = 0; i < letters.length; i++) {
      at = at.childOrNew(classOf[letters[i]], classes);
    }
    at.ends(index);
  }

  /** Numbers the nodes breadth first and finds where each goes on when it has no way. */
  private static List<Node> link(Node root) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(root);
    for (int number = 0; number < nodes.size(); number++) {
      link(nodes.get(number), number, root, nodes);
    }
    if (nodes.size() > Short.MAX_VALUE) {
      throw new IllegalArgumentException("too many phrases");
    }
    return nodes;
  }

  private static void link(Node node, int number, Node root, List<Node> nodes) {
    node.number = number;
    if (node.fail != null) {
      node.endsAsWell(node.fail);
    }
    for (Node child = node.firstChild; child != null; child = child.sibling) {
      child.fail = node.fail == null ? root : node.fail.find(child.letter, root);
      nodes.add(child);
    }
  }

  /** Nodes are ordered by depth, so these come first. */
  private static int closedStates(List<Node> nodes) {
    int count = 0;
    while (count < nodes.size() && nodes.get(count).depth <= CLOSED_DEPTH) {
      count++;
    }
    return count;
  }

  private short[] tabulate(List<Node> nodes) {
    short rows = 0;
    for (Node node : nodes) {
      rows = giveRow(node, rows);
    }
    short[] ways = new short[rows << shift];
    for (Node node : nodes) {
      tabulate(node, ways);
    }
    return ways;
  }

  /** The number of rows then. */
  private short giveRow(Node node, short rows) {
    boolean isBranch = node.firstChild != null && node.firstChild.sibling != null;
    boolean hasRow = node.number < closed || isBranch;
    row[node.number] = hasRow ? rows : NONE;
    return (short) (hasRow ? rows + 1 : rows);
  }

  private void tabulate(Node node, short[] ways) {
    int at = node.number;
    int begin = row[at] << shift;
    int fail = node.fail == null ? 0 : node.fail.number;
    if (node.fail != null && at < closed) {
      // Nearer to the root, so it knows every way already.
      System.arraycopy(ways, row[fail] << shift, ways, begin, classes);
    }
    // No character is of this class.
    int letter = NONE;
    int next = 0;
    for (Node child = node.firstChild; child != null; child = child.sibling) {
      letter = child.letter;
      next = child.found.length > 0 ? child.number | ENDS : child.number;
      if (row[at] != NONE) {
        ways[begin + child.letter] = (short) next;
      }
    }
    known[at] =
        (letter & 0xffL) | (long) next << NEXT | (row[at] & 0xffffL) << ROW | (long) fail << FAIL;
  }

  private short[][] outputs(List<Node> nodes) {
    List<short[]> all = new ArrayList<>();
    for (Node node : nodes) {
      output(node, all);
    }
    return all.toArray(new short[0][]);
  }

  private void output(Node node, List<short[]> all) {
    boolean ends = node.found.length > 0;
    foundAt[node.number] = ends ? (short) all.size() : NONE;
    if (ends) {
      all.add(node.found);
    }
  }

  /** A state while the automaton is built. */
  private static final class Node {
    private static final short[] NOTHING = {};

    /** So near to the root, where most searches end, there are many children. */
    private static final int WIDE_DEPTH = 1;

    private final byte letter;
    private final int depth;
    private short[] found = NOTHING;
    private int number;
    private @Nullable Node fail;
    private @Nullable Node firstChild;
    private @Nullable Node sibling;
    // The children by their letters; null where they are few.
    private final @Nullable Node @Nullable [] ways;

    Node(int letter, int depth, int classes) {
      this.letter = (byte) letter;
      this.depth = depth;
      ways = depth <= WIDE_DEPTH ? new Node[classes] : null;
    }

    private @Nullable Node child(int letterClass) {
      if (ways != null) {
        return ways[letterClass];
      }
      Node child = firstChild;
      while (child != null && child.letter != letterClass) {
        child = child.sibling;
      }
      return child;
    }

    Node childOrNew(int letterClass, int classes) {
      Node child = child(letterClass);
      if (child == null) {
        child = new Node(letterClass, depth + 1, classes);
        child.sibling = firstChild;
        firstChild = child;
        if (ways != null) {
          ways[letterClass] = child;
        }
      }
      return child;
    }

    void ends(short phrase) {
      found = Arrays.copyOf(found, found.length + 1);
      found[found.length - 1] = phrase;
    }

    void endsAsWell(Node shorter) {
      if (shorter.found.length > 0) {
        int own = found.length;
        found = Arrays.copyOf(found, own + shorter.found.length);
        System.arraycopy(shorter.found, 0, found, own, shorter.found.length);
      }
    }

    /** The node that this letter leads to, from here or from where this one goes on. */
    Node find(int letterClass, Node root) {
      for (Node at = this; at != null; at = at.fail) {
        Node next = at.child(letterClass);
        if (next != null) {
          return next;
        }
      }
      return root;
    }
  }
}

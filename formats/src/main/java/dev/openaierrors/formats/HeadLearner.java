package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a tool has put before each line of a log, by comparing lines: nearly all begin with
 * pieces of the same kinds, and behind these stands what makes a log of its own.
 */
final class HeadLearner {

  private static final int MOST_LINES = 400;
  private static final int MOST_TOKENS = 8;
  private static final int OF_TEN = 9;

  /** Different ones in a few lines, as of several containers. */
  private static final int MOST_NAMES = 8;

  private final List<byte[]> lines;
  private final Cursor cursor = new Cursor();
  private final Head head = new Head();

  private HeadLearner(List<byte[]> lines) {
    this.lines = lines;
  }

  /** What is before each of these lines; null if that is nothing, or not certain. */
  static @Nullable HeadWrapping learn(List<byte[]> lines) {
    List<byte[]> all = lines.stream().filter(line -> !isNotice(line)).toList();
    if (all.isEmpty()) {
      return null;
    }
    List<byte[]> some = new ArrayList<>();
    int step = Math.max(1, all.size() / MOST_LINES);
    // Neighbours, as those are of which one belongs to the other.
    for (int i = 0; i < all.size(); i++) {
      if (i / 20 % step == 0) {
        some.add(all.get(i));
      }
    }
    return new HeadLearner(some).best();
  }

  /** What stern says of itself: {@code + pod > container}, with a sign of three bytes. */
  private static boolean isNotice(byte[] line) {
    Cursor c = new Cursor().on(line, 0, line.length);
    boolean signed = c.skip("+ ") || c.skip("- ");
    return signed && c.word() && c.blanks() && c.skipText("\u203a ") && c.word() && c.isAtEnd();
  }

  private @Nullable HeadWrapping best() {
    int whole = HeadTrial.specific(lines);
    boolean known = 2 * whole >= lines.size();
    HeadTrial best = null;
    for (List<HeadToken> tokens : candidates()) {
      HeadTrial trial = trial(tokens);
      if (trial != null && trial.isCertain(known) && (best == null || trial.beats(best))) {
        best = trial;
      }
    }
    return best == null ? null : best.wrapping();
  }

  /** Heads that nearly all lines have, shorter ones first. */
  private List<List<HeadToken>> candidates() {
    List<List<HeadToken>> candidates = new ArrayList<>();
    List<HeadToken> path = new ArrayList<>();
    HeadToken next = next(path);
    while (next != null && path.size() < MOST_TOKENS) {
      path.add(next);
      candidates.add(List.copyOf(path));
      next = next(path);
    }
    HeadToken field = HeadToken.FIELD;
    candidates.add(List.of(HeadToken.PATH));
    candidates.add(List.of(HeadToken.PATH_AND_LINE));
    candidates.add(List.of(field));
    candidates.add(List.of(field, field));
    candidates.add(List.of(field, HeadToken.TIME));
    candidates.add(List.of(field, field, HeadToken.TIME));
    return candidates;
  }

  /** The piece that most lines have behind these; null if the lines differ. */
  private @Nullable HeadToken next(List<HeadToken> before) {
    Map<HeadToken, Integer> counts = new EnumMap<>(HeadToken.class);
    boolean indented = isIndented();
    for (byte[] line : lines) {
      cursor.on(line, 0, line.length);
      if (skip(before, indented)) {
        cursor.skipBlanks();
        boolean object = before.isEmpty() && cursor.peek() == '{';
        HeadToken token = object ? null : HeadToken.read(cursor, head);
        if (token != null) {
          counts.merge(token, 1, Integer::sum);
        }
      }
    }
    // A name may look like a number, or a level, now and then.
    int name = counts.getOrDefault(HeadToken.NAME, 0);
    if (name > 0 && name < most()) {
      counts.merge(HeadToken.NAME, counts.getOrDefault(HeadToken.NUMBER, 0), Integer::sum);
    }
    for (Map.Entry<HeadToken, Integer> count : counts.entrySet()) {
      if (count.getValue() >= most()) {
        return count.getKey();
      }
    }
    return null;
  }

  private int most() {
    return Math.max(1, (lines.size() * OF_TEN + 9) / 10);
  }

  private boolean skip(List<HeadToken> tokens, boolean indented) {
    if (indented && !cursor.blanks()) {
      return false;
    }
    for (HeadToken token : tokens) {
      cursor.skipBlanks();
      if (!token.skip(cursor, head)) {
        return false;
      }
    }
    return true;
  }

  private boolean isIndented() {
    int indented = 0;
    for (byte[] line : lines) {
      indented += line[0] == ' ' ? 1 : 0;
    }
    return indented >= most();
  }

  private @Nullable HeadTrial trial(List<HeadToken> tokens) {
    boolean indented = isIndented();
    List<Set<String>> values = new ArrayList<>();
    tokens.forEach(token -> values.add(new HashSet<>()));
    int covered = 0;
    for (byte[] line : lines) {
      cursor.on(line, 0, line.length);
      covered += collect(tokens, indented, values) ? 1 : 0;
    }
    if (covered < most()) {
      return null;
    }
    boolean[] named = new boolean[tokens.size()];
    for (int i = 0; i < named.length; i++) {
      boolean few = values.get(i).size() <= Math.max(MOST_NAMES, covered / 3);
      switch (tokens.get(i)) {
        case NUMBER -> named[i] = few;
        case PATH_AND_LINE -> named[i] = false;
        case NAME, FIELD, PATH -> {
          if (!few) {
            // As different as words of a text are.
            return null;
          }
          named[i] = true;
        }
        default -> named[i] = false;
      }
    }
    return HeadTrial.of(new HeadWrapping(tokens, named, indented), lines);
  }

  private boolean collect(List<HeadToken> tokens, boolean indented, List<Set<String>> values) {
    if (indented && !cursor.blanks()) {
      return false;
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (i > 0) {
        cursor.skipBlanks();
      }
      int from = cursor.at();
      if (!tokens.get(i).skip(cursor, head)) {
        return false;
      }
      values.get(i).add(cursor.text(from, cursor.at()));
    }
    return true;
  }
}

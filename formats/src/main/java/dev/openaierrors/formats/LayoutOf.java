package dev.openaierrors.formats;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the layout of lines is that have the same fields before their time. */
final class LayoutOf {

  private static final int MOST_LINES = 500;

  /** Of so many lines on, few of a field's values can be different if it is a name. */
  private static final int MANY = 8;

  /** What a message begins with, and a colon behind it. */
  private static final Set<String> OF_MESSAGES =
      Set.of("openai", "error", "exception", "warning", "failed", "failure", "retry", "retrying");

  private final List<HeadLine> lines;
  private final String prefix;
  private final TimeForm shape;
  private final boolean isOrdered;

  LayoutOf(List<HeadLine> group) {
    lines = group.size() <= MOST_LINES ? group : group.subList(0, MOST_LINES);
    HeadLine first = lines.get(0);
    prefix = first.fields().shape == TimeShape.NONE ? "" : first.fields().prefix();
    TimeForm given = first.fields().shape;
    isOrdered = given instanceof TimeShape known && known.isOrder();
    shape = given == null ? TimeShape.NONE : isOrdered ? new OrderOf(lines).shape() : given;
  }

  /** Whether the dates could as well be meant with day and month exchanged. */
  boolean mayBeOtherOrder() {
    return isOrdered && new OrderOf(lines).isGuess();
  }

  Layout layout() {
    boolean twoLines = most(LayoutOf::hasLevelBelow);
    String suffix = twoLines ? "" : suffix();
    int fields = prefix.length() + suffix.length();
    boolean atLevel = !twoLines && isAtLevel(fields, suffix);
    int logger = twoLines || atLevel ? -1 : logger(suffix, fields);
    return new Layout(
        shape,
        prefix,
        lines.get(0).fields().opened,
        style(),
        suffix,
        thread(fields, suffix, logger),
        logger,
        atLevel
            ? Layout.LoggerPlace.AT_LEVEL
            : logger >= 0 || twoLines ? Layout.LoggerPlace.NOWHERE : elsewhere(),
        most(HeadLine::timeLast),
        twoLines);
  }

  /** Whether a name and the level are one word, and no other field is the name of a logger. */
  private boolean isAtLevel(int fields, String suffix) {
    boolean joined = false;
    for (int i = 0; i < fields; i++) {
      if (type(i, suffix) == HeadFields.LEVEL) {
        int at = i;
        joined |= most(line -> hasName(line, at));
      } else if (i >= prefix.length() && kind(i) == Words.LOGGER) {
        return false;
      }
    }
    return joined;
  }

  private static boolean hasName(HeadLine line, int i) {
    int end = i < line.fields().count() ? line.fields().nameTo(cursor(line), i) : 0;
    return end > line.fields().from(i) && line.bytes()[end] != '/';
  }

  private int style() {
    Map<Integer, Integer> counts = new HashMap<>();
    lines.forEach(line -> counts.merge(line.fields().style, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  private boolean most(Predicate<HeadLine> test) {
    return isMost(lines.stream().filter(test).count());
  }

  /** Two thirds. */
  private boolean isMost(long count) {
    return count * 3 >= lines.size() * 2L;
  }

  private static boolean hasLevelBelow(HeadLine line) {
    byte[] next = line.next();
    HeadFields fields = line.fields();
    if (next == null || fields.shape == TimeShape.NONE || fields.hasLevel()) {
      return false;
    }
    int colon = LayoutFormat.levelEnd(next, 0, next.length);
    return colon > 0 && LevelNames.of(new Cursor().on(next, 0, colon), 0, colon, true) != null;
  }

  /** The fields that most lines have, up to where a message may begin. */
  private String suffix() {
    StringBuilder suffix = new StringBuilder();
    boolean level = prefix.indexOf(HeadFields.LEVEL) >= 0;
    int head = 0;
    for (int i = prefix.length(); ; i++) {
      char type = common(i);
      if (type == 0
          || (level && !isOfHead(i, type))
          || (!level && type == HeadFields.NAME && !isName(i))) {
        break;
      }
      level |= type == HeadFields.LEVEL;
      suffix.append(type);
      boolean word = type == HeadFields.WORD && Words.NAME == kind(i);
      boolean number = type == HeadFields.NUMBER && suffix.indexOf("##") < 0;
      head = (word && !level) || (word && level) || number ? head : suffix.length();
    }
    boolean later = suffix.indexOf("L") >= 0 || prefix.indexOf(HeadFields.LEVEL) >= 0;
    return later ? suffix.substring(0, head) : withoutWords(suffix);
  }

  /** Where no level says where words end, they are the message. */
  private String withoutWords(StringBuilder suffix) {
    int end = 0;
    while (end < suffix.length() && suffix.charAt(end) != HeadFields.WORD) {
      end++;
    }
    return suffix.substring(0, end);
  }

  /** The type that most lines have there; 0 if they differ. */
  private char common(int i) {
    Map<Character, Integer> counts = new HashMap<>();
    for (HeadLine line : lines) {
      if (i < line.fields().count()) {
        counts.merge(line.fields().type(i), 1, Integer::sum);
      }
    }
    for (Map.Entry<Character, Integer> entry : counts.entrySet()) {
      if (isMost(entry.getValue())) {
        return entry.getKey();
      }
    }
    return 0;
  }

  /** Whether this is no part of the message, behind the level. */
  private boolean isOfHead(int i, char type) {
    Words kind = kind(i);
    return switch (type) {
      case HeadFields.NAME -> isName(i);
      case HeadFields.WORD ->
          kind == Words.LOGGER
              || kind == Words.FILE
              || (kind == Words.THREAD && isStrongThread(i))
              || (kind == Words.NAME
                  && common(i + 1) == HeadFields.NAME
                  && kind(i + 1) == Words.LOGGER)
              || (common(i + 1) == HeadFields.NUMBER && common(i + 2) == HeadFields.NUMBER);
      case HeadFields.NUMBER ->
          common(i - 1) == HeadFields.NUMBER
              || common(i + 1) == HeadFields.NUMBER
              || isBeforeLogger(i);
      case '(', '{' ->
          (kind != Words.NOTHING && kind != Words.NAME) || endsWith(i, '|') || isBeforeLogger(i);
      default -> true;
    };
  }

  /** As the process, or the context, that many put between level and logger. */
  private boolean isBeforeLogger(int i) {
    return common(i + 1) != 0 && kind(i + 1) == Words.LOGGER;
  }

  private boolean isName(int i) {
    Words kind = kind(i);
    if (kind == Words.LOGGER || kind == Words.FILE) {
      return true;
    }
    boolean few = lines.size() < MANY || distinct(i) * 2 <= lines.size() || isColumn(i);
    return kind != Words.NOTHING
        && lines.size() > 1
        && few
        && lines.stream().noneMatch(line -> isOfMessage(line.text(i)));
  }

  /** Whether a single word and a colon stand there in nearly all lines, behind the level. */
  private boolean isColumn(int i) {
    long named =
        lines.stream()
            .filter(line -> i < line.fields().count() && line.fields().end(i) == ':')
            .filter(line -> i > 0 && line.fields().type(i - 1) == HeadFields.LEVEL)
            .filter(line -> Words.of(line.text(i)) == Words.NAME)
            .count();
    return named * 10 >= lines.size() * 9L;
  }

  private static boolean isOfMessage(String text) {
    return OF_MESSAGES.contains(text.toLowerCase(Locale.ROOT));
  }

  private long distinct(int i) {
    return lines.stream().map(line -> line.text(i)).distinct().count();
  }

  /** What most of those are that are not empty. */
  private Words kind(int i) {
    Map<Words, Integer> counts = new EnumMap<>(Words.class);
    for (HeadLine line : lines) {
      String text = line.text(i);
      if (!text.isEmpty()) {
        counts.merge(Words.of(text), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Words.NOTHING);
  }

  private boolean isStrongThread(int i) {
    return most(line -> line.text(i).isEmpty() || Words.isThreadForSure(line.text(i)))
        || lines.stream().filter(line -> Words.isThreadForSure(line.text(i))).count() * 2
            > lines.size();
  }

  private int thread(int fields, String suffix, int logger) {
    for (int i = 0; i < fields; i++) {
      char type = type(i, suffix);
      boolean bare = type == HeadFields.WORD || type == HeadFields.NAME;
      boolean behind = logger >= 0 && i > logger && isChain(logger);
      boolean colon = type == HeadFields.NAME && endsWith(i, ':');
      if (type != HeadFields.LEVEL
          && !colon
          && i != logger
          && !behind
          && kind(i) == Words.THREAD
          && (bare ? isStrongThread(i) : isThreadOnce(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Names with a number are those of tenants and orders, too: one of them must say more. */
  private boolean isThreadOnce(int i) {
    return lines.stream().anyMatch(line -> Words.isThreadForSure(line.text(i)));
  }

  private boolean endsWith(int i, char end) {
    return most(line -> i < line.fields().count() && line.fields().end(i) == end);
  }

  /** Brackets without a blank between them: {@code [time][level][logger]}, and no thread. */
  private boolean isChain(int logger) {
    return most(
        line -> {
          int at = line.fields().from(logger) - 2;
          return logger < line.fields().count()
              && at >= 0
              && line.bytes()[at] == ']'
              && line.bytes()[at + 1] == '[';
        });
  }

  private char type(int i, String suffix) {
    return i < prefix.length() ? prefix.charAt(i) : suffix.charAt(i - prefix.length());
  }

  /** Behind the time first, since before it hosts and processes stand. */
  private int logger(String suffix, int fields) {
    for (Words wanted : List.of(Words.LOGGER, Words.NAME, Words.FILE)) {
      for (int i = prefix.length(); i < fields; i++) {
        if (isLogger(i, suffix.charAt(i - prefix.length()), wanted, i == fields - 1)) {
          return i;
        }
      }
    }
    for (int i = 0; i < prefix.length(); i++) {
      boolean loud = most(line -> hasCapital(line) || line.text(0).contains("::"));
      if (prefix.charAt(i) != HeadFields.LEVEL && kind(i) == Words.LOGGER && loud) {
        return i;
      }
    }
    return -1;
  }

  private static boolean hasCapital(HeadLine line) {
    return line.text(0).chars().anyMatch(Character::isUpperCase);
  }

  private boolean isLogger(int i, char type, Words wanted, boolean last) {
    if (type == HeadFields.LEVEL || type == '<' || kind(i) != wanted) {
      return false;
    }
    boolean beforeNumbers =
        type == HeadFields.WORD
            && common(i + 1) == HeadFields.NUMBER
            && common(i + 2) == HeadFields.NUMBER;
    return switch (wanted) {
      case LOGGER, FILE -> true;
      default ->
          type == HeadFields.NAME
              || type == HeadFields.BARRED
              || beforeNumbers
              || (type == '[' && last);
    };
  }

  private Layout.LoggerPlace elsewhere() {
    if (most(line -> LayoutFormat.bracketed(cursor(line), line.fields()) >= 0)) {
      return Layout.LoggerPlace.BRACKETS;
    }
    return most(line -> LayoutFormat.loggerAtEnd(cursor(line).text(0, line.bytes().length)) != null)
        ? Layout.LoggerPlace.LINE_END
        : Layout.LoggerPlace.NOWHERE;
  }

  private static Cursor cursor(HeadLine line) {
    return new Cursor().on(line.bytes(), 0, line.bytes().length);
  }
}

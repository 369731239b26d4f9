package dev.openaierrors.formats;

import java.util.Locale;
import java.util.Set;

/** What a word in the head of a line can be, by its form. */
enum Words {
  /** Names a thread, as pools and servers name theirs. */
  THREAD,
  /** A class, a module: parted by dots, colons or slashes. */
  LOGGER,
  /** A file and perhaps a line of it. */
  FILE,
  /** A process, a port, a count. */
  NUMBER,
  /** Of a request or a trace. */
  ID,
  /** Any other single word that begins with a letter. */
  NAME,
  NOTHING;

  private static final String[] OF_THREADS = {
    "thread",
    "worker",
    "-exec-",
    "executor",
    "dispatcher",
    "scheduling-",
    "pool-",
    "eventloop",
    "http-",
    "qtp",
    "nio",
    "async",
    "task-",
    "timer",
    "consumer",
    "producer",
    "container#"
  };
  private static final Set<String> ONLY =
      Set.of("main", "Main", "MainThread", "MainProcess", "background-preinit", "AWT-EventQueue-0");
  private static final String[] FILES = {
    ".java", ".py", ".go", ".js", ".ts", ".cc", ".cpp", ".c", ".h", ".rs", ".rb", ".php", ".lua",
    ".kt", ".scala", ".swift", ".cs", ".ex", ".m", ".mm"
  };

  /** What names of hosts end with. */
  private static final Set<String> DOMAINS =
      Set.of("com", "org", "net", "io", "ai", "dev", "cloud", "internal", "local");

  private static final int LEAST_ID = 8;

  /** What this is. */
  static Words of(String text) {
    if (text.isEmpty() || text.indexOf('=') >= 0 || text.indexOf('"') >= 0) {
      return NOTHING;
    }
    if (isNumber(text)) {
      return NUMBER;
    }
    if (isId(text)) {
      return ID;
    }
    if (isFile(text)) {
      return FILE;
    }
    if (isThread(text)) {
      return THREAD;
    }
    return isLogger(text) ? LOGGER : isName(text) ? NAME : NOTHING;
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(c -> Cursor.isDigit(c) || c == '#' || c == '*');
  }

  private static boolean isId(String text) {
    return text.length() >= LEAST_ID
        && text.chars().allMatch(c -> c == '-' || Character.digit(c, 16) >= 0)
        && text.chars().anyMatch(Cursor::isDigit);
  }

  private static boolean isFile(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    for (String end : FILES) {
      if (name.endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  /** As {@code main}, {@code http-nio-8080-exec-3}, {@code qtp12-34}, {@code ForkPoolWorker-7}. */
  static boolean isThreadForSure(String text) {
    if (ONLY.contains(text)) {
      return true;
    }
    if (text.indexOf(':') >= 0
        || text.indexOf('|') >= 0
        || text.chars().noneMatch(Cursor::isDigit)) {
      return false;
    }
    String small = text.toLowerCase(Locale.ROOT);
    for (String part : OF_THREADS) {
      if (small.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** As also {@code chat-7}, which a host may be called, too. */
  private static boolean isThread(String text) {
    if (isThreadForSure(text)) {
      return true;
    }
    int digits = text.length();
    while (digits > 0 && Cursor.isDigit(text.charAt(digits - 1))) {
      digits--;
    }
    boolean numbered = digits < text.length() && digits > 1;
    return numbered
        && "-#_".indexOf(text.charAt(digits - 1)) >= 0
        && Character.isLetter(text.charAt(0))
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-#_".indexOf(c) >= 0);
  }

  /** As {@code c.a.Chat}, {@code app.chat:ask:40}, {@code chat::client}, {@code c.a.X#call}. */
  static boolean isLogger(String text) {
    boolean parted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean part = c == '.' || c == ':' || c == '#' || c == '@' || c == '/' || c == '\\';
      parted |= part && i > 0 && i + 1 < text.length() && !isInNumber(text, i);
      if (!part && !Character.isLetterOrDigit(c) && "_-$<>[]".indexOf(c) < 0) {
        return false;
      }
    }
    return parted
        && Character.isLetter(text.charAt(text.charAt(0) == '@' ? 1 : 0))
        && !isVersion(text)
        && !(text.length() > 1 && text.charAt(1) == ':')
        && !text.contains("//")
        && !text.contains("..")
        && !isHost(text);
  }

  /** As {@code v4.20.1}. */
  static boolean isVersion(String text) {
    return text.length() > 1
        && (text.charAt(0) == 'v' || text.charAt(0) == 'V')
        && text.chars().skip(1).limit(2).allMatch(c -> Cursor.isDigit(c) || c == '.');
  }

  /** The dot of a version, as models have it in their names. */
  private static boolean isInNumber(String text, int dot) {
    return text.charAt(dot) == '.'
        && Cursor.isDigit(text.charAt(dot - 1))
        && Cursor.isDigit(text.charAt(dot + 1));
  }

  /** As {@code api.openai.com:443}; packages have the same the other way around. */
  private static boolean isHost(String text) {
    int colon = text.indexOf(':');
    String name = (colon < 0 ? text : text.substring(0, colon)).toLowerCase(Locale.ROOT);
    int last = name.lastIndexOf('.');
    return last > 0
        && name.indexOf('.') < last
        && DOMAINS.contains(name.substring(last + 1))
        && !DOMAINS.contains(name.substring(0, name.indexOf('.')));
  }

  /** Whether this can only be where something was logged: {@code c.a.Chat}, {@code chat.py:7}. */
  static boolean isPlace(String text) {
    Words kind = of(text);
    if (kind == FILE) {
      return text.indexOf(':') > 0;
    }
    boolean call = text.indexOf(':') > 0 || text.indexOf('#') > 0 || text.startsWith("@");
    int last = text.lastIndexOf('.');
    boolean type =
        last > 0 && last + 1 < text.length() && Character.isUpperCase(text.charAt(last + 1));
    return kind == NUMBER || kind == ID || (kind == LOGGER && (call || type));
  }

  private static boolean isName(String text) {
    return Character.isLetter(text.charAt(0))
        && text.chars()
            .allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '$');
  }

  /** Without the number of an event or of a process behind it. */
  private static String withoutNumber(String text) {
    int bracket = text.indexOf('[');
    String name = bracket > 0 ? text.substring(0, bracket) : text;
    int slash = name.lastIndexOf('/');
    return slash > 0 && slash + 1 < name.length() && isNumber(name.substring(slash + 1))
        ? name.substring(0, slash)
        : name;
  }

  /** A logger's name without where in it the call stands: {@code :ask:40}. */
  static String loggerOnly(String text) {
    String name = withoutNumber(text.startsWith("@") ? text.substring(1) : text);
    int colon = name.indexOf(':');
    boolean path = colon >= 0 && colon + 1 < name.length() && name.charAt(colon + 1) == ':';
    if (colon > 0 && !path) {
      return name.substring(0, colon);
    }
    int last = name.lastIndexOf(':');
    boolean line =
        path && last > 0 && last + 1 < name.length() && isNumber(name.substring(last + 1));
    return line ? name.substring(0, last) : name;
  }
}

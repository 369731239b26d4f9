package dev.openaierrors.formats;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the text of a line: a time, and names by which containers and processes are
 * told apart. Reused; good as long as the bytes of the line are.
 */
final class HeadParts {

  /** Names that one head has. */
  private static final int MOST = 8;

  private static final long PRIME = 0x100000001b3L;

  /** Names of a stream, not of what writes to it. */
  private static final Set<String> STREAMS = Set.of("stdout", "stderr", "out", "err", "utc", "gmt");

  /** Names of labels, the one that names the service best first. */
  private static final String[] LABELS = {
    "service_name", "service", "app", "container", "container_name", "job", "pod"
  };

  /** Its time; the rest of it is not used. */
  final Head head = new Head();

  private byte[] bytes = {};
  private final int[] from = new int[MOST];
  private final int[] to = new int[MOST];
  private int names;

  void clear() {
    names = 0;
    head.timed = false;
  }

  /** Adds a name; it is a part of the key. */
  void name(byte[] line, int begin, int end) {
    if (names < MOST) {
      bytes = line;
      from[names] = begin;
      to[names++] = end;
    }
  }

  boolean isEmpty() {
    return names == 0;
  }

  long hash() {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < names; i++) {
      for (int at = from[i]; at < to[i]; at++) {
        hash = (hash ^ bytes[at]) * PRIME;
      }
      hash = (hash ^ ' ') * PRIME;
    }
    return hash ^ (hash >>> 29);
  }

  /** All names, one behind the other. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names; i++) {
      text.append(i == 0 ? "" : " ").append(name(i));
    }
    return text.toString();
  }

  private String name(int i) {
    return new String(bytes, from[i], to[i] - from[i], StandardCharsets.UTF_8).strip();
  }

  /** What the names say that runs there; null if they do not. */
  @Nullable String service() {
    String service = null;
    for (int i = 0; i < names; i++) {
      String name = trimmed(name(i));
      if (isProcess(name)) {
        return ofProcess(name);
      }
      String one = name.startsWith("{") ? label(name) : serviceOf(name);
      if (one != null) {
        service = service == null ? one : pod(service, one);
      }
    }
    return service;
  }

  /** A pod and its container are one name; of other two, the first is the host or the group. */
  private static String pod(String first, String second) {
    return first.length() > second.length() && first.startsWith(second)
        ? first + '/' + second
        : second;
  }

  /** {@code app[4711]}, {@code app[web.1]}. */
  private static boolean isProcess(String name) {
    return name.indexOf('[') > 0 && name.endsWith("]");
  }

  private static @Nullable String ofProcess(String name) {
    int bracket = name.indexOf('[');
    String inside = name.substring(bracket + 1, name.length() - 1);
    boolean numbered = !inside.isEmpty() && Character.isDigit(inside.charAt(0));
    int dot = inside.lastIndexOf('.');
    if (dot > 0 && !numbered) {
      return inside.substring(0, dot);
    }
    String word = name.substring(0, bracket);
    boolean number = inside.chars().allMatch(Character::isDigit);
    // What platforms call every application says nothing.
    return word.equals("app") && !number ? null : word;
  }

  private static @Nullable String serviceOf(String name) {
    int bar = name.lastIndexOf('|');
    String word = name.substring(bar + 1).replace(' ', '/');
    boolean named = false;
    for (int i = 0; i < word.length() && !named; i++) {
      named = Character.isLetter(word.charAt(i));
    }
    boolean stream = STREAMS.contains(word.toLowerCase(Locale.ROOT)) || isNumberedStream(word);
    return named && !stream ? withoutTask(word) : null;
  }

  /** {@code 01O}, as GitLab writes. */
  private static boolean isNumberedStream(String word) {
    return word.length() == 3
        && Character.isDigit(word.charAt(0))
        && Character.isDigit(word.charAt(1))
        && "OE".indexOf(word.charAt(2)) >= 0;
  }

  /** {@code ecs/chat-api/0f1e2d3c}: what runs is named before the id of the task. */
  private static String withoutTask(String word) {
    String[] parts = word.split("/", -1);
    int last = parts.length - 1;
    return last >= 2 && isHexadecimal(parts[last]) ? parts[last - 1] : word;
  }

  private static boolean isHexadecimal(String id) {
    boolean all = id.length() >= 4;
    for (int i = 0; i < id.length() && all; i++) {
      all = Character.digit(id.charAt(i), 16) >= 0 || id.charAt(i) == '-';
    }
    return all;
  }

  /** Without what only parts it from the text. */
  private static String trimmed(String name) {
    String word = name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
    boolean bracketed = word.startsWith("[") && word.endsWith("]");
    return (bracketed ? word.substring(1, word.length() - 1) : word).strip();
  }

  private static @Nullable String label(String labels) {
    for (String label : LABELS) {
      for (int at = labels.indexOf(label); at >= 0; at = labels.indexOf(label, at + 1)) {
        int value = at + label.length() + 2;
        int end = value <= labels.length() ? labels.indexOf('"', value) : -1;
        boolean whole = at > 0 && "{, \"".indexOf(labels.charAt(at - 1)) >= 0;
        if (whole && end > value && labels.startsWith("=\"", value - 2)) {
          return labels.substring(value, end);
        }
      }
    }
    return null;
  }
}

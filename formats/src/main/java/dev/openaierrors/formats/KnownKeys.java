package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of an event are called in JSON and in the columns of tables, in the order in which
 * they are looked for: the list of docs/analyzer.md.
 *
 * <p>Names are as {@link #plain} makes them. A dot leads into a nested object. Those of the second
 * list of a part say so little that they count at the top only, where an event's own fields are.
 */
final class KnownKeys {

  static final KnownKeys TIME =
      new KnownKeys(
          "timestamp time ts datetime eventtime @t timeunixnano timestampnanos timemillis"
              + " timestampms epochmillis epoch asctime instant t.date logtime timegenerated timestamputc"
              + " timegeneratedutc realtimetimestamp sourcerealtimetimestamp written writtenat"
              + " loggedat observedtimeunixnano receivetimestamp ingestiontime tsns",
          "date t created createdat");
  static final KnownKeys LEVEL =
      new KnownKeys(
          "level severity loglevel log.level severitytext levelname lvl @l leveltext severitylevel"
              + " severitynumber detectedlevel levelno",
          "status priority s type");
  static final KnownKeys LOGGER =
      new KnownKeys(
          "logger loggername log.logger sourcecontext category categoryname logger.name scope.name"
              + " channel component loggerclass",
          "name module facility");
  static final KnownKeys THREAD =
      new KnownKeys("thread threadname process.thread.name thread.name threadid thread.id", "");
  static final KnownKeys SERVICE =
      new KnownKeys(
          "service.name servicename servicecontext.service service kubernetes.labels.app"
              + " labels.app application applicationname appname app cloudrolename approlename containerappname"
              + " kubernetes.container.name kubernetes.containername container.name containername"
              + " container systemdunit syslogidentifier pod.name podname pod program",
          "");
  static final KnownKeys MESSAGE =
      new KnownKeys(
          "message msg @m @mt shortmessage textpayload logmessage renderedmessage messagetemplate"
              + " formattedmessage body logentry resultdescription rawdata",
          "log event line text raw content data description");
  static final KnownKeys TRACE =
      new KnownKeys(
          "stacktrace @x exception.stacktrace exception.stack error.stacktrace error.stack err.stack"
              + " excinfo exctext traceback thrown.extendedstacktrace throwable",
          "exception stack");

  /** Of what carries one line of text: what tells its neighbours from lines of others. */
  static final KnownKeys STREAM =
      new KnownKeys(
          "stream log.file.path filepath filename file containerid container.id containerappname pod.name podname pod"
              + " containername container.name container logstreamname logstream pid instanceid"
              + " systemdunit syslogidentifier host.name hostname",
          "file path host source");

  /** What stands beside the levels in tens of Bunyan and Pino. */
  static final KnownKeys BESIDE_NUMBERS = new KnownKeys("pid", "");

  /** What an answer of a model has. */
  static final KnownKeys OF_ANSWERS = new KnownKeys("object choices", "");

  /** What is around an event's own fields. */
  private static final List<String> AROUND =
      List.of(
          "source",
          "jsonpayload",
          "attributes",
          "properties",
          "fields",
          "result",
          "customdimensions");

  private static final int SHORT = 2;
  private static final String TYPES = "sdbtg";

  private final List<String> anywhere;
  private final List<String> atTheTop;
  private final Set<String> names = new HashSet<>();

  private KnownKeys(String anywhere, String atTheTop) {
    this.anywhere = List.of(anywhere.split(" ", -1));
    this.atTheTop = List.of(atTheTop.split(" ", -1));
    names.addAll(this.anywhere);
    names.addAll(this.atTheTop);
  }

  /** Whether a part is called so, at the top, as {@link #plain} makes each part of a name. */
  boolean has(String name) {
    return names.contains(name) || names.contains(way(name));
  }

  /** Whether it is a name that may as well say something else. */
  boolean isVague(String name) {
    return atTheTop.contains(name) || atTheTop.contains(way(name));
  }

  /** The first of its names counts that one of these pairs has; null if none has. */
  @Nullable String first(List<Map.Entry<String, String>> pairs, Predicate<String> use) {
    List<String> ways = pairs.stream().map(pair -> way(pair.getKey())).toList();
    for (List<String> some : List.of(anywhere, atTheTop)) {
      for (String name : some) {
        for (int i = 0; i < pairs.size(); i++) {
          Map.Entry<String, String> pair = pairs.get(i);
          boolean named = name.equals(pair.getKey()) || name.equals(ways.get(i));
          if (named && use.test(pair.getValue())) {
            return pair.getValue();
          }
        }
      }
    }
    return null;
  }

  List<String> anywhere() {
    return anywhere;
  }

  List<String> atTheTop() {
    return atTheTop;
  }

  static boolean isAround(String name) {
    return AROUND.contains(name);
  }

  private static String way(String name) {
    return String.join(".", parts(name));
  }

  /** What dots and slashes part, each as {@link #plain} makes it. */
  static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) == '.' || name.charAt(i) == '/') {
        String part = plain(name.substring(begin, typed(name, begin, i)));
        if (!part.isEmpty()) {
          parts.add(part);
        }
        begin = i + 1;
      }
    }
    return parts;
  }

  /** Azure has the type of a column behind its name: {@code Log_s}. */
  private static int typed(String name, int from, int to) {
    boolean typed =
        to - from > SHORT + 2
            && name.charAt(to - 2) == '_'
            && TYPES.indexOf(name.charAt(to - 1)) >= 0;
    return typed ? to - 2 : to;
  }

  /** One part of a name in small letters and digits; what is left of it is enough to be told by. */
  static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c >= 'a' && c <= 'z') || Cursor.isDigit(c)) {
        plain.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        plain.append((char) (c | 0x20));
      }
    }
    return plain.length() > SHORT || plain.length() == 0
        ? plain.toString()
        : name.toLowerCase(Locale.ROOT);
  }
}

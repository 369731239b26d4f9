package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What tools put around each line of a log. */
enum Wrap {
  DOCKER("docker", "stdout") {
    @Override
    List<String> lines(String name, int second, String line) {
      return List.of(
          "{\"log\":\""
              + escaped(line)
              + "\\n\",\"stream\":\""
              + name
              + "\",\"attrs\":{\"tag\":\"shop\"},\"time\":\""
              + time(second)
              + ".101202303Z\"}");
    }
  },
  /** Long lines come in parts. */
  DOCKER_IN_PARTS("docker", "stdout") {
    @Override
    List<String> lines(String name, int second, String line) {
      String rest = ",\"stream\":\"" + name + "\",\"time\":\"" + time(second) + ".1Z\"}";
      List<String> parts = new ArrayList<>();
      for (String part : halves(line)) {
        parts.add("{\"log\":\"" + escaped(part) + "\"" + rest);
      }
      int last = parts.size() - 1;
      parts.set(last, parts.get(last).replace("\"" + rest, "\\n\"" + rest));
      return parts;
    }
  },
  CRI("cri", "stdout") {
    @Override
    List<String> lines(String name, int second, String line) {
      return List.of(time(second) + ".101202303Z " + name + " F " + line);
    }
  },
  CRI_IN_PARTS("cri", "stdout") {
    @Override
    List<String> lines(String name, int second, String line) {
      List<String> parts = new ArrayList<>();
      halves(line).forEach(part -> parts.add(time(second) + ".1+02:00 " + name + " P " + part));
      int last = parts.size() - 1;
      parts.set(last, parts.get(last).replace(" P ", " F "));
      return parts;
    }
  },
  KUBECTL("kubectl", "") {
    @Override
    List<String> lines(String name, int second, String line) {
      return List.of("[pod/" + name + "-5d9c7b8f6-abcde/" + name + "] " + line);
    }
  },
  COMPOSE("compose", "") {
    @Override
    List<String> lines(String name, int second, String line) {
      return List.of(name + "-1  | " + line);
    }
  },
  SYSLOG("syslog", "") {
    @Override
    List<String> lines(String name, int second, String line) {
      return List.of("<14>1 " + time(second) + ".101Z h " + name + " 7 - - " + syslog(line));
    }
  },
  SYSLOG_WITH_DATA("syslog", "") {
    @Override
    List<String> lines(String name, int second, String line) {
      String data = " 7 ID1 [a@1 b=\"c\\]\"][d@1 e=\"f\"] ";
      return List.of("<11>1 " + time(second) + "+02:00 h " + name + data + syslog(line));
    }
  },
  OLD_SYSLOG("syslog-3164", "") {
    @Override
    List<String> lines(String name, int second, String line) {
      return List.of("May  4 " + clock(second) + " h " + name + "[7]: " + syslog(line));
    }
  },
  OLD_SYSLOG_WITH_PRIORITY("syslog-3164", "") {
    @Override
    List<String> lines(String name, int second, String line) {
      return List.of("<14>May  4 " + clock(second) + " h " + name + "[7]: " + syslog(line));
    }
  },
  JOURNAL("journal-iso", "") {
    @Override
    List<String> lines(String name, int second, String line) {
      return List.of(time(second) + "+0000 h " + name + "[7]: " + line);
    }
  },
  JOURNAL_JSON("journal-json", "") {
    @Override
    List<String> lines(String name, int second, String line) {
      return List.of(
          "{\"__REALTIME_TIMESTAMP\":\"17778861"
              + String.format(Locale.ROOT, "%02d", second % 60)
              + "101202\",\"PRIORITY\":\"6\",\"SYSLOG_IDENTIFIER\":\""
              + name
              + "\",\"_PID\":\"7\",\"MESSAGE\":\""
              + escaped(line)
              + "\"}");
    }
  },
  FILEBEAT("json-text", "") {
    @Override
    List<String> lines(String name, int second, String line) {
      return List.of(
          "{\"@timestamp\":\""
              + time(second)
              + ".101Z\",\"message\":\""
              + escaped(line)
              + "\",\"container\":{\"name\":\""
              + name
              + "\"}}");
    }
  };

  private static final int LONG = 80;

  private final String id;
  private final String only;

  /**
   * A wrapping.
   *
   * @param only the one name that it can have besides {@code stderr}; empty for any
   */
  Wrap(String id, String only) {
    this.id = id;
    this.only = only;
  }

  String id() {
    return id;
  }

  /** Whether it names what wrote the lines. */
  boolean saysService() {
    return only.isEmpty() || this == DOCKER;
  }

  boolean isTimed() {
    return this != COMPOSE && this != KUBECTL;
  }

  boolean isInParts() {
    return this == DOCKER_IN_PARTS || this == CRI_IN_PARTS;
  }

  /** The line of a log as it is written, in several lines if it comes in parts. */
  abstract List<String> lines(String name, int second, String line);

  /** All lines of a text that one container writes. */
  String wrap(String text) {
    return wrap(only.isEmpty() ? "shop" : only, text);
  }

  private String wrap(String name, String text) {
    StringBuilder log = new StringBuilder();
    int second = 0;
    for (String line : text.lines().collect(Collectors.toList())) {
      for (String one : lines(name, second++, line)) {
        log.append(one).append('\n');
      }
    }
    return log.toString();
  }

  /** The lines of one container, each whole. */
  List<String> apart(boolean first, String text) {
    String one = only.isEmpty() ? "shop" : only;
    String other = only.isEmpty() ? "mail" : "stderr";
    List<String> log = new ArrayList<>();
    int second = 0;
    for (String line : text.lines().collect(Collectors.toList())) {
      log.add(String.join("\n", lines(first ? one : other, second++, line)));
    }
    return log;
  }

  /** As of 16 KB: what an event begins with is whole. */
  private static List<String> halves(String line) {
    return line.length() < LONG
        ? List.of(line)
        : List.of(line.substring(0, LONG - 9), line.substring(LONG - 9));
  }

  private static String time(int second) {
    return "2026-05-04T" + clock(second);
  }

  private static String clock(int second) {
    return String.format(Locale.ROOT, "09:%02d:%02d", 15 + second / 60 % 40, second % 60);
  }

  private static String syslog(String line) {
    return line.replace("\t", "#011");
  }

  private static String escaped(String line) {
    return line.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
  }
}

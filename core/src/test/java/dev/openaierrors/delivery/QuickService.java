package dev.openaierrors.delivery;

import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.Dimension;
import dev.openaierrors.alert.Grouping;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.error.ErrorKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A service of several pods, and what happens to each of them in its first half hour. */
final class QuickService {

  /** What goes on in a pod from one minute to another. */
  private record Part(
      int from, int to, boolean fails, ErrorKind kind, String model, String project) {

    boolean isAt(double minute) {
      return minute >= from && minute < to;
    }
  }

  /** What a pod is told, and when it stops. */
  static final class Script {

    private final String instance;
    private final int start;
    private final int stop;
    private final List<Part> parts = new ArrayList<>();

    private Script(String instance, int start, int stop) {
      this.instance = instance;
      this.start = start;
      this.stop = stop;
    }

    /** Its calls fail, ten a minute. */
    Script fails(int from, int to, ErrorKind kind, String model, String project) {
      parts.add(new Part(from, to, true, kind, model, project));
      return this;
    }

    int lastFailure() {
      return parts.stream().filter(part -> part.fails).mapToInt(part -> part.to).max().orElse(0);
    }

    Script timesOut(int from, int to) {
      return fails(from, to, ErrorKind.TIMEOUT, "gpt-4o", "proj_a");
    }

    /** Its calls succeed, ten a minute, and it tells so. */
    Script succeeds(int from, int to) {
      parts.add(new Part(from, to, false, ErrorKind.UNKNOWN, "gpt-4o", ""));
      return this;
    }
  }

  /** One pod of a script while it is up. */
  private static final class Running {

    private final Script script;
    private final QuickPod pod;
    private boolean stopped;

    Running(Script script, QuickPod pod) {
      this.script = script;
      this.pod = pod;
    }
  }

  static final int FOREVER = 1_000;
  private static final double PAUSED_AT = 4.9;

  private final String name;
  private final Grouping groupBy;
  private final List<Script> scripts = new ArrayList<>();
  private final List<Running> pods = new ArrayList<>();
  // How long its script stands still in the fifth minute.
  private volatile double pause;

  QuickService(String name, Dimension... groupBy) {
    this.name = name;
    this.groupBy = Grouping.by(groupBy);
  }

  String name() {
    return name;
  }

  /** A pod that is up from one minute to another. */
  Script pod(String instance, int start, int stop) {
    Script script = new Script(instance, start, stop);
    scripts.add(script);
    return script;
  }

  /** A pod that is up all the time. */
  Script pod(String instance) {
    return pod(instance, 0, FOREVER);
  }

  /**
   * Alertmanager told of it for the first time. What ends at the very moment at which the members
   * of a cluster look, one before it and one after, is told twice whoever posts it: so it ends half
   * way between two of those moments.
   *
   * @param minute when that was
   * @param interval how often members look, in minutes
   * @param after how long after its last failure it ends, in minutes
   */
  void toldFirst(double minute, double interval, double after) {
    double end = scripts.stream().mapToInt(Script::lastFailure).max().orElse(0) + after;
    double late = minute + interval / 2 - end;
    pause = late - Math.floor(late / interval) * interval;
  }

  /** Lets a tenth of a minute of pods' time and more pass. */
  void step(Instant begin, Instant now, List<URI> urls, Executor threads, Consumer<String> status) {
    double passed = Duration.between(begin, now).toMillis() / 60_000.0;
    double minute = passed < PAUSED_AT ? passed : Math.max(PAUSED_AT, passed - pause);
    for (Script script : scripts) {
      if (minute >= script.start && pods.stream().noneMatch(one -> one.script == script)) {
        AlertRules defaults = AlertRules.defaults();
        AlertRules rules =
            new AlertRules(defaults.rules(), groupBy, defaults.maxKeys(), defaults.samples());
        Origin origin = new Origin(name, "prod", script.instance);
        pods.add(new Running(script, new QuickPod(rules, origin, urls, begin, threads, status)));
      }
    }
    for (Running one : pods) {
      if (!one.stopped) {
        drive(one, minute, now);
      }
    }
  }

  private static void drive(Running one, double minute, Instant now) {
    if (minute >= one.script.stop) {
      one.stopped = true;
      one.pod.stop(now);
      return;
    }
    for (Part part : one.script.parts) {
      if (part.isAt(minute)) {
        if (part.fails) {
          one.pod.fail(now, part.kind, part.model, part.project);
        } else {
          one.pod.succeed(now, part.model);
        }
      }
    }
    one.pod.tick(now);
  }

  void stop(Instant now) {
    pods.stream().filter(one -> !one.stopped).forEach(one -> one.pod.stop(now));
  }
}

package dev.openaierrors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Inside a package, too, classes depend on each other in one direction only: each can be understood
 * and changed with what is below it.
 *
 * <p>A class depends on those of its package that its source names, outside of comments and
 * strings. Nested classes belong to the one that they are in.
 */
class ClassCirclesTest {

  /** Circles that are there, by the first of their classes; no others may come. */
  private static final Set<String> KNOWN =
      Set.of(
          // A type, and what reads, builds or lists it.
          "alert.When",
          "alert.AlertRule",
          "alert.AlertRules",
          "analyzer.replay.RulesFile",
          "analyzer.replay.EngineRun",
          "delivery.StateFile",
          "plugin.AlertBean",
          // An annotation, and the class that it names, which reads it.
          "log4j2.ElementSettings",
          // Never published.
          "benchmarks.Log4jSoak");

  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^package dev\\.openaierrors\\.([\\w.]+)");

  @Test
  void noneComes() {
    Map<String, Map<String, String>> packages = new TreeMap<>();
    for (Path file : MainSources.all()) {
      String source = MainSources.read(file);
      Matcher declared = PACKAGE.matcher(source);
      String name = file.getFileName().toString().replace(".java", "");
      if (declared.find() && !name.endsWith("-info")) {
        packages
            .computeIfAbsent(declared.group(1), unused -> new TreeMap<>())
            .put(name, MainSources.code(source));
      }
    }
    assertThat(packages).containsKeys("error", "alert", "plugin", "formats");

    Set<String> circles = new TreeSet<>();
    packages.forEach(
        (name, sources) ->
            circles(sources).forEach((first, all) -> circles.add(name + "." + first + " " + all)));
    circles.removeIf(circle -> KNOWN.contains(circle.substring(0, circle.indexOf(' '))));
    assertThat(circles).isEmpty();
  }

  @Test
  void oneIsFound() {
    Map<String, String> sources =
        Map.of(
            "A", "class A { B b; }",
            "B", "class B { int c = C.of(); }",
            "C", "class C { int of() { return A.NONE + D.NONE; } }",
            "D", "class D {}");
    assertThat(circles(sources)).containsOnly(Map.entry("A", new TreeSet<>(Set.of("A", "B", "C"))));
  }

  /** By the first class of each circle, all of its classes. */
  private static Map<String, Set<String>> circles(Map<String, String> sources) {
    Map<String, Set<String>> named = new HashMap<>();
    sources.forEach((name, source) -> named.put(name, named(name, source, sources.keySet())));
    Map<String, Set<String>> reached = new HashMap<>();
    sources.keySet().forEach(name -> reached.put(name, reached(name, named)));
    Map<String, Set<String>> circles = new TreeMap<>();
    for (String name : sources.keySet()) {
      Set<String> circle = new TreeSet<>(reached.getOrDefault(name, Set.of()));
      circle.removeIf(other -> !reached.getOrDefault(other, Set.of()).contains(name));
      if (!circle.isEmpty()) {
        circles.put(circle.iterator().next(), circle);
      }
    }
    return circles;
  }

  private static Set<String> named(String name, String source, Set<String> all) {
    Set<String> named = new TreeSet<>();
    Matcher word = WORD.matcher(source);
    while (word.find()) {
      named.add(word.group());
    }
    named.retainAll(all);
    named.remove(name);
    return named;
  }

  /** All that a class needs, directly or not; itself only where it is in a circle. */
  private static Set<String> reached(String name, Map<String, Set<String>> named) {
    Set<String> reached = new TreeSet<>();
    Deque<String> next = new ArrayDeque<>(named.getOrDefault(name, Set.of()));
    while (!next.isEmpty()) {
      String one = next.pop();
      if (reached.add(one)) {
        next.addAll(named.getOrDefault(one, Set.of()));
      }
    }
    return reached;
  }
}

package dev.openaierrors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packages of all modules depend on each other in one direction only.
 *
 * <p>{@code error <- alert <- delivery <- plugin <- logback | log4j2 | analyzer}, {@code alert <-
 * micrometer}, {@code logback | log4j2 | micrometer <- spring}, and {@code error <- formats <-
 * analyzer}. Dependencies are what imports and fully qualified names in the main sources say;
 * comments and strings may name anything.
 */
class ArrowsTest {

  private static final Set<String> CORE = Set.of("error", "alert", "delivery", "plugin");

  private static final Set<String> ANALYZER =
      Set.of("analyzer.input", "analyzer.report", "analyzer.output", "analyzer.replay");

  private static final Set<String> FOR_REPORTS = Set.of("error", "alert", "analyzer.input");

  /** Which of our packages a package may use, besides itself. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          // What is moved into our jar of others; nobody outside of core may use it.
          Map.entry("internal", Set.of()),
          Map.entry("error", Set.of("internal")),
          Map.entry("alert", Set.of("error")),
          Map.entry("delivery", Set.of("error", "alert", "internal")),
          Map.entry("plugin", Set.of("error", "alert", "delivery", "internal")),
          Map.entry("logback", CORE),
          Map.entry("log4j2", CORE),
          Map.entry("micrometer", Set.of("error", "alert")),
          Map.entry("spring", union(CORE, Set.of("logback", "log4j2", "micrometer"))),
          Map.entry("formats", Set.of("error")),
          Map.entry("analyzer", union(union(CORE, ANALYZER), Set.of("formats"))),
          Map.entry("analyzer.input", Set.of("error", "formats")),
          Map.entry("analyzer.report", Set.of("error", "alert", "analyzer.input", "formats")),
          Map.entry("analyzer.output", union(FOR_REPORTS, Set.of("analyzer.report"))),
          Map.entry("analyzer.replay", union(FOR_REPORTS, Set.of("analyzer.report", "plugin"))),
          // Services that use the library by its configuration only.
          Map.entry("examples", Set.of()),
          // Services that ask it before they try again.
          Map.entry("retry", Set.of("error")),
          Map.entry(
              "benchmarks", Set.of("error", "alert", "delivery", "plugin", "logback", "log4j2")),
          Map.entry(
              "fuzz",
              union(union(CORE, ANALYZER), Set.of("logback", "log4j2", "formats", "analyzer"))));

  private static final String JACKSON = "com.fasterxml.jackson";
  private static final String LOGBACK = "ch.qos.logback";
  private static final String LOG4J = "org.apache.logging";

  /**
   * Names that a package must not use; of the logging frameworks each plugin knows its own, and the
   * service's Jackson is nobody's business.
   */
  private static final Map<String, Set<String>> FOREIGN =
      Map.ofEntries(
          Map.entry("internal", strangers()),
          Map.entry("error", strangers()),
          Map.entry("alert", strangers()),
          Map.entry("delivery", strangers()),
          Map.entry("plugin", strangers()),
          Map.entry("logback", Set.of(LOG4J, JACKSON)),
          Map.entry("log4j2", Set.of(LOGBACK, JACKSON)),
          Map.entry("micrometer", Set.of(LOGBACK, LOG4J, JACKSON)),
          Map.entry("spring", Set.of(JACKSON)),
          Map.entry("formats", Set.of(LOGBACK, LOG4J)),
          Map.entry("retry", Set.of(LOGBACK, LOG4J)),
          Map.entry("examples", Set.of(LOGBACK, LOG4J)));

  // Of the analyzer each package, of the others what they are in.
  private static final String ROOM = "((?:analyzer\\.)?[a-z]\\w*)";
  private static final Pattern PACKAGE =
      Pattern.compile("(?m)^package dev\\.openaierrors\\." + ROOM);
  private static final Pattern OURS = Pattern.compile("\\bdev\\.openaierrors\\." + ROOM);

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  private static Set<String> strangers() {
    return Set.of(
        JACKSON,
        LOGBACK,
        LOG4J,
        "org.slf4j",
        "org.apache.log4j",
        "org.apache.commons.logging",
        "org.jboss.logging",
        "java.util.logging",
        "System.Logger",
        "System.getLogger");
  }

  @Test
  void pointOneWay() {
    Set<String> packages = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    for (Path file : MainSources.all()) {
      String source = MainSources.read(file);
      packages.add(packageOf(source));
      for (String violation : violations(source)) {
        wrong.add(file.normalize() + ": " + violation);
      }
    }
    assertThat(packages).as("packages that were looked at").contains("error", "plugin", "logback");
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package dev.openaierrors.error;\nimport dev.openaierrors.plugin.Host;",
        "package dev.openaierrors.error;\nimport static dev.openaierrors.alert.When.parse;",
        "package dev.openaierrors.alert;\nclass A { dev.openaierrors.plugin.Host host; }",
        "package dev.openaierrors.plugin;\nimport dev.openaierrors.logback.OpenAiErrorAppender;",
        "package dev.openaierrors.logback;\nimport dev.openaierrors.log4j2.OpenAiErrorFilter;",
        "package dev.openaierrors.formats;\nimport dev.openaierrors.alert.When;",
        "package dev.openaierrors.plugin;\nimport org.slf4j.Logger;",
        "package dev.openaierrors.plugin;\nimport com.fasterxml.jackson.core.JsonFactory;",
        "package dev.openaierrors.logback;\nimport dev.openaierrors.internal.JsonStreams;",
        "package dev.openaierrors.error;\nclass A { java.util.logging.Logger log; }",
        "package dev.openaierrors.error;\nclass A { System.Logger log; }",
        "package dev.openaierrors.logback;\nimport org.apache.logging.log4j.Logger;",
        "package dev.openaierrors.examples;\nimport dev.openaierrors.error.ErrorKind;",
        "package dev.openaierrors.analyzer.input;\nimport dev.openaierrors.analyzer.report.Sample;",
        "package dev.openaierrors.formats;\nimport dev.openaierrors.analyzer.Cli;",
        "package dev.openaierrors.attic;\nclass A {}",
      })
  void oneThatPointsTheOtherWayIsFound(String source) {
    assertThat(violations(source)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package dev.openaierrors.plugin;\nimport dev.openaierrors.error.ErrorKind;",
        "package dev.openaierrors.analyzer.report;\nimport dev.openaierrors.analyzer.input.Found;",
        "package dev.openaierrors.analyzer.input;\nimport dev.openaierrors.formats.LogTime;",
        "package dev.openaierrors.logback;\nimport ch.qos.logback.classic.Level;",
        "package dev.openaierrors.error;\n/** As {@link dev.openaierrors.plugin.Host}. */ class A {}",
        "package dev.openaierrors.error;\nclass A { String s = \"org.slf4j.Logger\"; }",
      })
  void oneThatPointsTheRightWayIsNot(String source) {
    assertThat(violations(source)).isEmpty();
  }

  private static Set<String> violations(String source) {
    String from = packageOf(source);
    Set<String> allowed = MAY_USE.get(from);
    if (allowed == null) {
      return Set.of(from + " has no place in the house yet; give it one in MAY_USE");
    }
    String code = MainSources.code(source);
    Set<String> violations = new TreeSet<>();
    Matcher ours = OURS.matcher(code);
    while (ours.find()) {
      String to = ours.group(1);
      if (!to.equals(from) && !allowed.contains(to)) {
        violations.add(from + " must not use " + to);
      }
    }
    for (String name : FOREIGN.getOrDefault(from, Set.of())) {
      if (Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(code).find()) {
        violations.add(from + " must not use " + name);
      }
    }
    return violations;
  }

  private static String packageOf(String source) {
    Matcher declared = PACKAGE.matcher(source);
    return declared.find() ? declared.group(1) : "(root)";
  }
}

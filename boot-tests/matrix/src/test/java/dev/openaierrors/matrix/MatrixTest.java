package dev.openaierrors.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.loader.tools.Libraries;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/**
 * With the starter and what others bring, whatever is logged is written once and in its order, what
 * is about OpenAI has its fields from the first event on and is counted once, and open incidents
 * have a last word when the process is told to end.
 */
class MatrixTest {

  private static final String SHOWN = "[insufficient_quota retryable=false]";

  @TempDir private Path folder;

  private Run run(Part framework, Part... more) {
    List<Part> parts = new ArrayList<>(List.of(more));
    parts.add(framework);
    return Run.in(folder, parts.toArray(Part[]::new));
  }

  /** What is expected of each service, by the name of its run. */
  private static void assertThatAllIsWell(List<String> lines, String... runs) {
    List<String> expected = new ArrayList<>();
    for (String run : runs) {
      for (int i = 0; i < MatrixService.EVENTS; i++) {
        expected.add("<" + run + i + "> " + (i % 3 == 0));
      }
    }
    List<String> logged = lines.stream().filter(line -> !isOfOthers(line)).toList();
    assertThat(logged)
        .filteredOn(line -> line.matches(".*<[ab]\\d+> .*"))
        .map(line -> line.replaceAll(".*(<[ab]\\d+> ).*", "$1") + line.contains(SHOWN))
        .containsExactlyElementsOf(expected);
    assertThat(logged)
        .filteredOn(line -> line.contains("First "))
        .hasSize(runs.length)
        .allMatch(line -> line.contains(SHOWN));
    assertThat(lines).noneMatch(line -> line.contains("openai-errors:"));
  }

  /** An alert, or what OpenTelemetry prints of what it exports. */
  private static boolean isOfOthers(String line) {
    return line.contains("openai.alerts") || line.contains("[scopeInfo:");
  }

  private static void assertThatTheLastWordIsSaid(List<String> lines) {
    assertThat(lines)
        .filteredOn(line -> line.contains("[STOPPED]") && !line.contains("[scopeInfo:"))
        .hasSize(1);
  }

  /** Of those with the fields at this place: it is logged once, and counted once. */
  private static void assertThatOneIsTold(List<String> lines, String place) {
    List<String> events = events(lines).filter(event -> event.contains("in " + place + ":")).toList();
    assertThat(events).as(place).hasSize(1).allMatch(event -> event.contains(SHOWN));
  }

  /** Each with its stack trace. */
  private static Stream<String> events(List<String> lines) {
    return Stream.of(String.join("\n", lines).split("(?m)^(?=\\d{4}-\\d\\d-\\d\\dT)"))
        .filter(event -> !isOfOthers(event.lines().findFirst().orElse("")));
  }

  private static long counted(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("COUNTED insufficient_quota "))
        .mapToLong(line -> Long.parseLong(line.split(" ")[2]))
        .sum();
  }

  /** The first event and a third of the others. */
  private static final int FAILURES = 1 + MatrixService.EVENTS / 3;

  @ParameterizedTest
  @EnumSource(names = {"LOGBACK", "LOG4J2"})
  void plain(Part framework) throws Exception {
    List<String> lines = run(framework).lines("[FIRING]", "<a11>");
    assertThatAllIsWell(lines, "a");
    assertThatTheLastWordIsSaid(lines);
    assertThat(counted(lines)).isEqualTo(FAILURES);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGBACK", "LOG4J2"})
  void asynchronousAndGraceful(Part framework) throws Exception {
    List<String> lines =
        run(framework)
            .configuredBy(Xml.fileName(framework), Xml.asynchronous(framework))
            .with("--spring.main.web-application-type=servlet", "--server.shutdown=graceful")
            .lines("[FIRING]", "<a11>");
    assertThatAllIsWell(lines, "a");
    assertThatTheLastWordIsSaid(lines);
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGBACK", "LOG4J2"})
  void restartOfTheDevelopersTools(Part framework) throws Exception {
    List<String> lines =
        run(framework, Part.DEVTOOLS)
            .with("--matrix.restart=true", "--spring.devtools.livereload.enabled=false")
            .lines("[FIRING]", "<b11>");
    assertThatAllIsWell(lines, "a", "b");
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGBACK", "LOG4J2"})
  void bootstrapContextOfSpringCloud(Part framework) throws Exception {
    List<String> lines =
        run(framework, Part.CLOUD)
            .with(
                "--spring.cloud.compatibility-verifier.enabled=false",
                "--spring.application.name=chat-api")
            .lines("[FIRING]", "<a11>");
    // The bootstrap context hears of none but its own listeners.
    assertThatAllIsWell(lines, "a");
    assertThatTheLastWordIsSaid(lines);
    assertThat(lines).anyMatch(line -> line.contains("[FIRING]") && line.contains("chat-api"));
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGBACK", "LOG4J2"})
  void uncaughtFailuresOfWebFlux(Part framework) throws Exception {
    List<String> lines =
        run(framework)
            .with(
                "--spring.main.web-application-type=reactive",
                "--spring.main.sources=" + ReactiveService.class.getName(),
                "--matrix.path=/fail")
            .lines("[FIRING]", "<a11>", "in reactive:", "in dropped:");
    assertThatAllIsWell(lines, "a");
    assertThatOneIsTold(lines, "reactive");
    assertThatOneIsTold(lines, "dropped");
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGBACK", "LOG4J2"})
  void listenerOfKafka(Part framework) throws Exception {
    List<String> lines =
        run(framework, Part.KAFKA)
            .with("--spring.main.sources=" + KafkaService.class.getName())
            .lines("[FIRING]", "<a11>", "in kafka:");
    assertThatAllIsWell(lines, "a");
    assertThatOneIsTold(lines, "kafka");
    assertThat(counted(lines)).isEqualTo(FAILURES + 1);
  }

  /** With its starter, which looks for its appender at root, where that is on the class path. */
  @Test
  void sentry() throws Exception {
    try (SentryStub stub = SentryStub.start()) {
      Run run = run(Part.LOGBACK, Part.SENTRY);
      if (run.jars().stream().anyMatch(jar -> jar.contains("sentry-spring-boot"))) {
        run.with("--sentry.dsn=" + stub.dsn(), "--sentry.context-tags=openai.error.kind");
      } else {
        run.configuredBy(Xml.fileName(Part.LOGBACK), Xml.sentry(stub.dsn()));
      }
      List<String> lines = run.lines("[FIRING]", "<a11>");
      assertThatAllIsWell(lines, "a");
      assertThatTheLastWordIsSaid(lines);
      for (int i = 0; i < MatrixService.EVENTS; i++) {
        String mark = "<a" + i + "> ";
        List<String> sent = stub.events().stream().filter(it -> it.contains(mark)).toList();
        assertThat(sent).as(mark).hasSize(1);
        assertThat(sent.get(0).contains("\"openai.error.kind\":\"insufficient_quota\""))
            .as(sent.get(0))
            .isEqualTo(i % 3 == 0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGBACK", "LOG4J2"})
  void openTelemetry(Part framework) throws Exception {
    Run run =
        run(framework, Part.OPEN_TELEMETRY)
            .with(
                "--otel.traces.exporter=none",
                "--otel.metrics.exporter=none",
                "--otel.logs.exporter=console",
                "--otel.instrumentation.logback-appender.experimental.capture-mdc-attributes=*");
    if (framework == Part.LOG4J2) {
      String appender = "<OpenTelemetry name=\"MORE\" captureContextDataAttributes=\"*\"/>";
      run.configuredBy(Xml.fileName(framework), Xml.beside(appender));
    }
    List<String> lines = run.lines("[FIRING]", "<a11>");
    assertThatAllIsWell(lines, "a");
    assertThatTheLastWordIsSaid(lines);
    for (int i = 0; i < MatrixService.EVENTS; i++) {
      String mark = "<a" + i + "> ";
      List<String> exported =
          lines.stream().filter(it -> it.contains("[scopeInfo:") && it.contains(mark)).toList();
      assertThat(exported).as(mark).hasSize(1);
      assertThat(exported.get(0).contains("openai.error.kind=\"insufficient_quota\""))
          .as(exported.get(0))
          .isEqualTo(i % 3 == 0);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOGBACK", "LOG4J2"})
  void oneJarWithAllInIt(Part framework) throws Exception {
    Run run = run(framework);
    Path jar = repackaged(run.jars());
    List<String> lines = run.linesOfJar(jar, "[FIRING]", "<a11>");
    assertThatAllIsWell(lines, "a");
    assertThatTheLastWordIsSaid(lines);
  }

  /** As Spring Boot's plugins for Maven and Gradle do. */
  private Path repackaged(List<String> classPath) throws IOException {
    Path source = folder.resolve("source.jar");
    List<File> libraries = new ArrayList<>();
    for (String entry : classPath) {
      if (Files.isDirectory(Path.of(entry))) {
        Run.jar(Path.of(entry), source);
      } else {
        libraries.add(new File(entry));
      }
    }
    Repackager repackager = new Repackager(source.toFile());
    repackager.setMainClass(MatrixService.class.getName());
    Libraries all =
        callback -> {
          for (File library : libraries) {
            callback.library(new Library(library, LibraryScope.COMPILE));
          }
        };
    Path jar = folder.resolve("service.jar");
    repackager.repackage(jar.toFile(), all);
    return jar;
  }
}

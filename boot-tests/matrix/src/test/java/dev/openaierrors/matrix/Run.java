package dev.openaierrors.matrix;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A service in a process of its own. */
final class Run {

  private static final Duration SOON = Duration.ofSeconds(120);

  private final Set<Part> parts = EnumSet.noneOf(Part.class);
  private final List<String> arguments = new ArrayList<>();
  private final Path folder;

  private Run(Path folder) {
    this.folder = folder;
  }

  /** One with these parts and no other, which keeps its files in this folder. */
  static Run in(Path folder, Part... parts) {
    Run run = new Run(folder);
    run.parts.addAll(List.of(parts));
    return run.with(
        "--server.port=0",
        "--spring.main.web-application-type=none",
        "--spring.main.banner-mode=off",
        "--spring.main.keep-alive=true",
        "--openai.errors.alert.quota.when=first");
  }

  /** With these properties, as {@code --name=value}; of two with a name the later one holds. */
  Run with(String... properties) {
    for (String property : properties) {
      String name = property.substring(0, property.indexOf('=') + 1);
      arguments.removeIf(known -> known.startsWith(name));
      arguments.add(property);
    }
    return this;
  }

  /** With this configuration of the logging framework. */
  Run configuredBy(String fileName, String xml) throws IOException {
    Path file = Files.writeString(folder.resolve(fileName), xml);
    return with("--logging.config=" + file.toUri());
  }

  /** All that it printed from its start until it was told to end and has ended. */
  List<String> lines(String... awaited) throws Exception {
    List<String> command = new ArrayList<>(List.of("-cp", String.join(File.pathSeparator, jars())));
    command.add(MatrixService.class.getName());
    return lines(command, awaited);
  }

  /** The same, of one jar with all in it. */
  List<String> linesOfJar(Path jar, String... awaited) throws Exception {
    return lines(List.of("-jar", jar.toString()), awaited);
  }

  private List<String> lines(List<String> options, String... awaited) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m"));
    command.addAll(options);
    command.addAll(arguments);
    Path printed = folder.resolve("printed");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      await()
          .atMost(SOON)
          .pollInterval(Duration.ofMillis(200))
          .until(
              () -> {
                String text = text(printed);
                return !process.isAlive() || Stream.of(awaited).allMatch(text::contains);
              });
      process.destroy();
      process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly();
      System.out.println(text(printed));
    }
    return text(printed).lines().toList();
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** The class path, with our modules as the jars that services have. */
  List<String> jars() throws IOException {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
      if (!isLeftOut(entry)) {
        jars.add(isModule(entry) ? jarOf(Path.of(entry)).toString() : entry);
      }
    }
    return jars;
  }

  private boolean isLeftOut(String entry) {
    return Stream.of(Part.values()).anyMatch(part -> part.has(entry) && !parts.contains(part))
        || entry.contains("/junit")
        || entry.contains("/surefire");
  }

  /** Classes that Maven has not made a jar of yet, and not those of the service itself. */
  private static boolean isModule(String entry) {
    return Files.isDirectory(Path.of(entry)) && !entry.endsWith("test-classes");
  }

  private Path jarOf(Path classes) throws IOException {
    String module = String.valueOf(classes.getParent().getParent().getFileName());
    Path jar = folder.resolve("openai-errors-" + module + ".jar");
    if (!Files.exists(jar)) {
      jar(classes, jar);
    }
    return jar;
  }

  /** Makes a jar of the files in a folder. */
  static void jar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      all.filter(Files::isRegularFile).forEach(one -> add(entries, classes.relativize(one), one));
    }
  }

  private static void add(JarOutputStream jar, Path name, Path file) {
    try {
      jar.putNextEntry(new ZipEntry(name.toString().replace(File.separatorChar, '/')));
      Files.copy(file, jar);
      jar.closeEntry();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

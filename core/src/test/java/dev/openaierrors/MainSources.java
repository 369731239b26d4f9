package dev.openaierrors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The main sources of all modules. */
final class MainSources {

  private static final Pattern SILENT =
      Pattern.compile(
          "\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\n])*+'"
              + "|//[^\n]*|/\\*[\\s\\S]*?\\*/");

  private MainSources() {}

  static List<Path> all() {
    Path inSources = Path.of("src", "main", "java");
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains(inSources.toString()))
          // Services as users have them, which are nobody's package.
          .filter(file -> !file.startsWith(Path.of("..", "hosts")))
          .filter(file -> !file.toString().contains("target"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A source without its comments and strings, which may name anything. */
  static String code(String source) {
    return SILENT.matcher(source).replaceAll(" ");
  }
}

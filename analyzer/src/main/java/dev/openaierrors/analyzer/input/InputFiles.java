package dev.openaierrors.analyzer.input;

import dev.openaierrors.analyzer.format.LogTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a user's words stand for: files, those of a folder, those that a pattern fits. */
final class InputFiles {

  private static final int MAX_DEPTH = 20;

  private final InputOptions options;
  private final EventConsumer consumer;
  private final Map<Path, InputFile> files = new LinkedHashMap<>();
  private @Nullable InputFile stdin;

  InputFiles(InputOptions options, EventConsumer consumer) {
    this.options = options;
    this.consumer = consumer;
  }

  /** In the order of time. What does not exist is reported to the consumer. */
  List<InputFile> find(List<String> names, InputStream standardInput) {
    if (names.isEmpty()) {
      stdin = InputFile.of(standardInput);
    }
    for (String name : names) {
      if (name.equals("-")) {
        stdin = InputFile.of(standardInput);
      } else {
        add(name);
      }
    }
    List<InputFile> all = inTime(List.copyOf(files.values()));
    if (stdin != null) {
      all.add(stdin);
    }
    return all;
  }

  private void add(String name) {
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        folder(path);
      } else if (Files.exists(path)) {
        files.put(path.toAbsolutePath().normalize(), InputFile.of(name, path));
      } else if (!glob(name)) {
        fail(name, "There is no such file.");
      }
    } catch (InvalidPathException notOfThisSystem) {
      if (!glob(name)) {
        fail(name, "There is no such file.");
      }
    } catch (IOException e) {
      fail(name, Failures.sentence(e));
    }
  }

  private void fail(String name, String why) {
    consumer.file(new FileFacts(name, null, 0, 0, null, null, false, why, List.of()));
  }

  private void folder(Path folder) throws IOException {
    int before = files.size();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        if (Files.isRegularFile(file) && isLog(file)) {
          files.put(file.toAbsolutePath().normalize(), InputFile.of(file.toString(), file));
        }
      }
    }
    if (files.size() == before) {
      fail(folder.toString(), "There is no log in this folder.");
    }
  }

  /** By its name: {@code app.log.1}, {@code app.json}, {@code app-2026-05-04.gz}. */
  private static boolean isLog(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && (name.contains(".log")
            || name.contains(".json")
            || name.contains(".out")
            || name.contains(".txt")
            || name.endsWith(".gz")
            || name.endsWith(".zst")
            || name.equals("syslog")
            || name.equals("messages"));
  }

  /** Patterns that no shell has replaced; false if nothing fits. */
  private boolean glob(String pattern) {
    int star = firstSpecial(pattern);
    if (star < 0) {
      return false;
    }
    String prefix = pattern.substring(0, star);
    int slash = prefix.lastIndexOf('/');
    Path root = slash < 0 ? Path.of("") : Path.of(prefix.substring(0, slash + 1));
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    int before = files.size();
    int depth = pattern.contains("**") ? MAX_DEPTH : depth(pattern.substring(slash + 1));
    try (Stream<Path> tree = Files.walk(root, depth)) {
      tree.filter(Files::isRegularFile)
          .filter(matcher::matches)
          .sorted()
          .forEach(
              file ->
                  files.put(
                      file.toAbsolutePath().normalize(), InputFile.of(file.toString(), file)));
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return false;
    }
    return files.size() > before;
  }

  private static int firstSpecial(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("*?[{".indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static int depth(String pattern) {
    return 1 + (int) pattern.chars().filter(c -> c == '/').count();
  }

  private record Dated(InputFile file, @Nullable Instant first, Instant written) {}

  private List<InputFile> inTime(List<InputFile> unordered) {
    List<InputFile> ordered = new ArrayList<>();
    if (unordered.size() == 1) {
      ordered.addAll(unordered);
      return ordered;
    }
    List<Dated> dated = new ArrayList<>();
    unordered.forEach(file -> dated.add(dated(file)));
    // Without a time in it, a file stands where it was written last.
    dated.sort(
        Comparator.comparing((Dated one) -> one.first() == null ? one.written() : one.first())
            .thenComparing(Dated::written));
    dated.forEach(one -> ordered.add(one.file()));
    return ordered;
  }

  private Dated dated(InputFile file) {
    Instant written = Instant.EPOCH;
    try (ByteSource source = file.open()) {
      written = file.written();
      LogTime first = FileFormat.of(source, null, options.format()).first();
      boolean dated = first != null && !first.isTimeOfDay();
      TimeResolver times = new TimeResolver(options.zone(), written, null);
      return new Dated(file, dated ? times.resolve(first, 0) : null, written);
    } catch (IOException reportedWhenItIsRead) {
      return new Dated(file, null, written);
    }
  }
}

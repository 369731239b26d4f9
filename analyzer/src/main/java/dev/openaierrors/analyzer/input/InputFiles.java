package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** What a user's words stand for: files, those of a folder, those that a pattern fits. */
final class InputFiles {

  private static final int MAX_DEPTH = 20;

  private final InputOptions options;
  private final EventConsumer consumer;
  private final Map<String, InputFile> files = new LinkedHashMap<>();
  private @Nullable InputFile stdin;

  InputFiles(InputOptions options, EventConsumer consumer) {
    this.options = options;
    this.consumer = consumer;
  }

  /**
   * In the order of time; what can be read but once, such as pipes, in the order of the names,
   * behind them. What does not exist is reported to the consumer.
   */
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
    List<InputFile> once = new ArrayList<>();
    List<InputFile> often = new ArrayList<>();
    files.values().forEach(file -> (file.isRegular() ? often : once).add(file));
    List<InputFile> all = new FileOrder(options, consumer).of(often);
    all.addAll(once);
    if (stdin != null) {
      all.add(stdin);
    }
    return all;
  }

  private void add(String name) {
    if (name.isEmpty()) {
      fail("''", "A name of a file is empty.");
      return;
    }
    try {
      Path path = Path.of(name);
      if (Files.readAttributes(path, BasicFileAttributes.class).isDirectory()) {
        folder(path);
      } else {
        put(name, path);
      }
    } catch (InvalidPathException e) {
      if (!glob(name)) {
        fail(name, "This system has no such names (" + e.getReason() + ").");
      }
    } catch (IOException | RuntimeException | Error e) {
      if (!glob(name)) {
        fail(name, Failures.sentence(e));
      }
    }
  }

  /** A file, or all logs in it. */
  private void put(String name, Path path) {
    String key = key(path);
    List<ZipEntry> entries = List.of();
    if (ZipLogs.isCalled(path) && Files.isRegularFile(path)) {
      try {
        entries = ZipLogs.entries(path);
      } catch (Unreadable e) {
        fail(name, Failures.sentence(e));
        return;
      } catch (IOException | RuntimeException toldWhenItIsRead) {
        // By a directory that is damaged, nothing can be found; what stands before it, can.
        entries = List.of();
      }
    }
    if (entries.isEmpty()) {
      files.putIfAbsent(key, InputFile.of(name, path));
    }
    entries.forEach(
        entry -> files.putIfAbsent(key + "!" + entry.getName(), InputFile.of(name, path, entry)));
  }

  /** The same for all names and links of one file. */
  private static String key(Path path) {
    try {
      return path.toRealPath().toString();
    } catch (IOException notThereOrNoFile) {
      return path.toAbsolutePath().normalize().toString();
    }
  }

  private void fail(String name, String why) {
    consumer.file(new FileFacts(name, null, 0, 0, null, null, false, why, List.of()));
  }

  private void folder(Path folder) throws IOException {
    SortedSet<Path> logs = new TreeSet<>();
    boolean subfolders = false;
    if (options.recursive()) {
      Files.walkFileTree(folder, Set.of(), MAX_DEPTH, new Walk(folder, InputFiles::isLog, logs));
    } else {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        for (Path file : all) {
          subfolders |= Files.isDirectory(file);
          if (Files.isRegularFile(file) && isLog(file)) {
            logs.add(file);
          }
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      }
    }
    if (logs.isEmpty()) {
      String deeper = subfolders ? "; its subfolders are read with --recursive" : "";
      fail(folder.toString(), "There is no log in this folder" + deeper + ".");
    }
    logs.forEach(this::logOfFolder);
  }

  private void logOfFolder(Path log) {
    if (isOwnReport(log)) {
      List<String> note = List.of(OwnReport.NOTE);
      consumer.file(new FileFacts(log.toString(), null, 0, 0, null, null, false, null, note));
    } else {
      put(log.toString(), log);
    }
  }

  private static boolean isOwnReport(Path file) {
    try {
      Beginning beginning = Beginning.of(file);
      return OwnReport.begins(beginning.bytes(), beginning.length());
    } catch (IOException toldWhenItIsRead) {
      return false;
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
            || Packing.NAMES.stream().anyMatch(name::endsWith)
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
    int depth = pattern.contains("**") ? MAX_DEPTH : depth(pattern.substring(slash + 1));
    SortedSet<Path> fitting = new TreeSet<>();
    try {
      Path root = slash < 0 ? Path.of("") : Path.of(prefix.substring(0, slash + 1));
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      Files.walkFileTree(root, Set.of(), depth, new Walk(root, matcher::matches, fitting));
    } catch (IOException | InvalidPathException | PatternSyntaxException noPattern) {
      return false;
    }
    for (Path file : fitting) {
      put(file.toString(), file);
    }
    return !fitting.isEmpty();
  }

  /** Looks for what fits a pattern; a folder that may not be read is reported. */
  private final class Walk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Predicate<Path> wanted;
    private final SortedSet<Path> fitting;

    Walk(Path root, Predicate<Path> wanted, SortedSet<Path> fitting) {
      this.root = root;
      this.wanted = wanted;
      this.fitting = fitting;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (wanted.test(file) && Files.isRegularFile(file)) {
        fitting.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(root)) {
        throw e;
      }
      fail(file.toString(), Failures.sentence(e));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      if (e != null) {
        fail(folder.toString(), Failures.sentence(e));
      }
      return FileVisitResult.CONTINUE;
    }
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
}

package dev.openaierrors.plugin;

import dev.openaierrors.alert.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that mutes rules: a rule and an end on each line, as {@code quota 2026-12-01T08:00Z} or
 * {@code * 2h}, the latter from the file's last modification on. Reads only what has changed.
 */
final class MuteFile {

  private static final int MAX_BYTES = 64 * 1024;
  private static final int MOST_TOLD = 10;

  private final Path path;
  private @Nullable Stamp stamp;
  private boolean unreadable;
  private boolean first = true;

  /** By what it is seen that the file is another one. */
  private record Stamp(Instant modified, long size) {}

  /**
   * What is in it.
   *
   * @param ends by rule; null to leave all as it was
   * @param problems sentences about what cannot be used
   */
  record Content(@Nullable Map<String, Instant> ends, List<String> problems) {}

  MuteFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /**
   * What is in it now; null if that has not changed. May wait for the file system.
   *
   * @param rules names of the rules that there are
   * @param zone of times that name none
   * @param time now
   */
  @Nullable Content read(Collection<String> rules, ZoneId zone, Instant time) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      Stamp now = new Stamp(attributes.lastModifiedTime().toInstant(), attributes.size());
      if (isSame(now)) {
        return null;
      }
      if (!attributes.isRegularFile()) {
        return unreadable("is no regular file");
      }
      byte[] bytes = bytes();
      stamp = now;
      unreadable = false;
      return bytes.length > MAX_BYTES
          ? new Content(null, List.of(sentence("is larger than " + MAX_BYTES / 1024 + " KiB")))
          : parse(new String(bytes, StandardCharsets.UTF_8), now.modified, time, rules, zone);
    } catch (NoSuchFileException none) {
      boolean news = first || stamp != null || unreadable;
      first = false;
      stamp = null;
      unreadable = false;
      return news ? new Content(Map.of(), List.of()) : null;
    } catch (IOException | SecurityException failed) {
      return unreadable("cannot be read (%s)".formatted(failed.getClass().getSimpleName()));
    }
  }

  private boolean isSame(Stamp now) {
    Stamp before = stamp;
    return before != null
        && !unreadable
        && before.modified.equals(now.modified)
        && before.size == now.size;
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  /** Said once; tried again each time. */
  private @Nullable Content unreadable(String why) {
    boolean news = !unreadable;
    unreadable = true;
    return news ? new Content(null, List.of(sentence(why))) : null;
  }

  private String sentence(String why) {
    return "openai-errors: muteFile: %s %s, so mutes stay as they are until it can be read."
        .formatted(Words.quote(path.toString()), why);
  }

  private static Content parse(
      String text, Instant modified, Instant now, Collection<String> rules, ZoneId zone) {
    Map<String, Instant> ends = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    int wrong = 0;
    for (String line : text.lines().toList()) {
      number++;
      try {
        addLine(line, modified, now, rules, zone, ends);
      } catch (InvalidValueException mistake) {
        wrong++;
        if (wrong <= MOST_TOLD) {
          problems.add(
              "openai-errors: muteFile: line %s: %s, so it is left out; %s."
                  .formatted(number, mistake.problem(), mistake.advice()));
        }
      }
    }
    if (wrong > MOST_TOLD) {
      problems.add(
          "openai-errors: muteFile: %s more lines cannot be used, so they are left out."
              .formatted(wrong - MOST_TOLD));
    }
    return new Content(ends, problems);
  }

  private static void addLine(
      String line,
      Instant modified,
      Instant now,
      Collection<String> rules,
      ZoneId zone,
      Map<String, Instant> ends) {
    int comment = line.indexOf('#');
    // Some editors begin a file with a mark of its encoding.
    String words = (comment < 0 ? line : line.substring(0, comment)).replace("\ufeff", "").strip();
    if (words.isEmpty()) {
      return;
    }
    int blank = 0;
    while (blank < words.length() && !Character.isWhitespace(words.charAt(blank))) {
      blank++;
    }
    String rule = words.substring(0, blank);
    MuteEnd.checkRule(rule, rules);
    Instant end = MuteEnd.read(words.substring(blank), modified, now, zone);
    ends.merge(rule, end, (one, other) -> one.isAfter(other) ? one : other);
  }
}

package dev.openaierrors.analyzer.input;

import dev.openaierrors.error.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what an analysis tells. */
final class Collected implements EventConsumer {

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  final List<AnalyzedEvent> events = new ArrayList<>();
  final List<FileFacts> files = new ArrayList<>();

  static InputOptions options() {
    return new InputOptions(ZONE, null, null, false, null, Set.of(Provider.values()));
  }

  static InputOptions between(@Nullable Instant since, @Nullable Instant until) {
    return new InputOptions(ZONE, since, until, false, null, Set.of(Provider.values()));
  }

  static Collected of(List<Path> files) {
    return of(
        options(), files.stream().map(Path::toString).toList(), InputStream.nullInputStream());
  }

  static Collected of(InputOptions options, List<String> names, InputStream stdin) {
    Collected collected = new Collected();
    new LogAnalysis(options, collected).run(names, stdin);
    return collected;
  }

  static Collected ofText(Path folder, String text) {
    return ofBytes(folder, text.getBytes(StandardCharsets.UTF_8));
  }

  static Collected ofBytes(Path folder, byte[] bytes) {
    return of(List.of(write(folder, "app.log", bytes)));
  }

  static Collected ofStdin(String text) {
    return of(
        options(), List.of("-"), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      Path file = folder.resolve(name);
      Files.write(file, bytes);
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-05-04T12:00:00Z")));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void event(AnalyzedEvent event) {
    events.add(event);
  }

  @Override
  public void file(FileFacts facts) {
    files.add(facts);
  }

  /** Ids of the kinds, in order. */
  List<String> kinds() {
    return events.stream().map(event -> event.error().kind().id()).toList();
  }
}

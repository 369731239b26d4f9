package dev.openaierrors.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of what some tool exported: the events that may carry an error. */
final class Exported {

  /** A message for whose sake an event is read. */
  static final String KEY = "Incorrect API key provided, status 401 of api.openai.com";

  private final @Nullable LogDocument document;
  private final byte[] lines;
  private final FormatSet formats;

  private Exported(byte[] bytes, @Nullable TimePattern given) {
    document = LogDocument.of(bytes, bytes.length);
    LogDocument whole = document;
    lines = whole == null ? bytes : all(whole.lines(new ByteArrayInputStream(bytes)));
    formats =
        whole == null
            ? FormatSet.detect(lines, lines.length, given)
            : FormatSet.detect(whole, lines, lines.length, given);
  }

  static Exported of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Exported of(byte[] bytes) {
    return new Exported(bytes, null);
  }

  /** Whose times are written so, as a user says. */
  static Exported of(String text, String pattern) {
    return new Exported(text.getBytes(StandardCharsets.UTF_8), TimePattern.of(pattern));
  }

  /** What it is taken for. */
  String title() {
    return formats.title();
  }

  /** What is not certain of it. */
  List<String> warnings() {
    return formats.warnings();
  }

  boolean isDocument() {
    return document != null;
  }

  /** The events, in order. */
  List<ParsedEvent> events() {
    return events(formats, lines);
  }

  /** Those of lines of which is known what they are. */
  static List<ParsedEvent> events(FormatSet formats, byte[] lines) {
    List<ParsedEvent> events = new ArrayList<>();
    LineReader reader = new LineReader(formats, (event, place) -> events.add(event));
    reader.lines(lines, 0, lines.length, 0);
    reader.end();
    return events;
  }

  /** The only event. */
  ParsedEvent event() {
    List<ParsedEvent> events = events();
    if (events.size() != 1) {
      throw new AssertionError(events.size() + " events in " + formats.title());
    }
    return events.get(0);
  }

  /** The lines that are made of it. */
  String lines() {
    return new String(lines, StandardCharsets.UTF_8);
  }

  private static byte[] all(InputStream in) {
    try {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.openaierrors.analyzer.input;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file that was read.
 *
 * @param name as it was asked for; {@code -} for standard input
 * @param format what the events look like, in words; null if the file could not be read
 * @param bytes that were read, uncompressed
 * @param events all that were understood, whatever they carry; of a large file about so many
 * @param found events in it that carry an OpenAI error, within the time asked for
 * @param first time of its first event; null if not known
 * @param last time of its last event; null if not known
 * @param zoneAssumed whether its times name no zone, so that the given one was taken
 * @param failure why it, or the rest of it, could not be read; null if all was read
 * @param warnings what else a user should know, each a sentence
 */
public record FileFacts(
    String name,
    @Nullable String format,
    long bytes,
    long events,
    long found,
    @Nullable Instant first,
    @Nullable Instant last,
    boolean zoneAssumed,
    @Nullable String failure,
    List<String> warnings) {

  /** One of which is not known how many events it has. */
  public FileFacts(
      String name,
      @Nullable String format,
      long bytes,
      long found,
      @Nullable Instant first,
      @Nullable Instant last,
      boolean zoneAssumed,
      @Nullable String failure,
      List<String> warnings) {
    this(name, format, bytes, 0, found, first, last, zoneAssumed, failure, warnings);
  }

  /** Copies the warnings. */
  public FileFacts {
    warnings = List.copyOf(warnings);
  }

  /** The same with one warning more. */
  public FileFacts warned(String warning) {
    List<String> all = new ArrayList<>(warnings);
    all.add(warning);
    return new FileFacts(
        name, format, bytes, events, found, first, last, zoneAssumed, failure, all);
  }
}

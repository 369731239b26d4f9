package dev.openaierrors.analyzer.input;

import dev.openaierrors.error.Provider;
import dev.openaierrors.formats.TimePattern;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks of the reading.
 *
 * @param zone of times that name none
 * @param since events before it are left out; null for all. Events without a time are kept
 * @param until events at or after it are left out; null for all
 * @param follow whether to go on with what is appended to the last file
 * @param format id of the format to take every file for, one of {@link Formats#ids()}; null to
 *     recognise it
 * @param providers whose errors are looked for
 * @param contextKeys keys of the events' context whose values are wanted
 * @param timeFormat how the times of text are written; null to find out
 * @param recursive whether what lies in the folders of a folder is read, too
 */
public record InputOptions(
    ZoneId zone,
    @Nullable Instant since,
    @Nullable Instant until,
    boolean follow,
    @Nullable String format,
    Set<Provider> providers,
    List<String> contextKeys,
    @Nullable TimePattern timeFormat,
    boolean recursive) {

  /** Without the context. */
  public InputOptions(
      ZoneId zone,
      @Nullable Instant since,
      @Nullable Instant until,
      boolean follow,
      @Nullable String format,
      Set<Provider> providers) {
    this(zone, since, until, follow, format, providers, List.of(), null, false);
  }

  /** The same with these keys. */
  public InputOptions withContext(List<String> keys) {
    return new InputOptions(
        zone, since, until, follow, format, providers, keys, timeFormat, recursive);
  }

  /** The same with times that are written so; null to find out. */
  public InputOptions withTimeFormat(@Nullable TimePattern pattern) {
    return new InputOptions(
        zone, since, until, follow, format, providers, contextKeys, pattern, recursive);
  }

  /** The same, which reads the folders of a folder, too, or does not. */
  public InputOptions recursive(boolean deeper) {
    return new InputOptions(
        zone, since, until, follow, format, providers, contextKeys, timeFormat, deeper);
  }

  /** Everything there is, of every provider, with times of the system's zone. */
  public static InputOptions defaults() {
    return new InputOptions(
        ZoneId.systemDefault(), null, null, false, null, Set.of(Provider.values()));
  }

  /** Copies the providers and the keys. */
  public InputOptions {
    providers = Set.copyOf(providers);
    contextKeys = List.copyOf(contextKeys);
  }
}

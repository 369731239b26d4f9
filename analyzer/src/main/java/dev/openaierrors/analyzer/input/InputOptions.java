package dev.openaierrors.analyzer.input;

import dev.openaierrors.error.Provider;
import java.time.Instant;
import java.time.ZoneId;
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
 */
public record InputOptions(
    ZoneId zone,
    @Nullable Instant since,
    @Nullable Instant until,
    boolean follow,
    @Nullable String format,
    Set<Provider> providers) {

  /** Everything there is, of every provider, with times of the system's zone. */
  public static InputOptions defaults() {
    return new InputOptions(
        ZoneId.systemDefault(), null, null, false, null, Set.of(Provider.values()));
  }

  /** Copies the providers. */
  public InputOptions {
    providers = Set.copyOf(providers);
  }
}

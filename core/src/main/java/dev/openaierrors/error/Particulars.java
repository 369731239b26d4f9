package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * What an error says beyond its fields, for alerts and reports; never written to an event.
 *
 * <p>The constructor redacts and bounds every text.
 *
 * @param message the provider's own words, or the part of the log event that is the error, at most
 *     300 characters; null if not known
 * @param organization id of the organization with its middle left out; null if not known
 * @param project id of the project with its middle left out; null if not known
 * @param key last four characters of the API key; null if not known
 * @param limit the limit that was hit, in what {@link OpenAiError#limit()} counts; null if not
 *     known
 * @param used how much of it was used; null if not known
 * @param requested how much the request asked for; null if not known
 * @param attempt the number of this attempt at the call; null if not known
 * @param attempts how many attempts the client makes at most; null if not known
 * @param host the host that was called; null if not known
 */
public record Particulars(
    @Nullable String message,
    @Nullable String organization,
    @Nullable String project,
    @Nullable String key,
    @Nullable Long limit,
    @Nullable Long used,
    @Nullable Long requested,
    @Nullable Integer attempt,
    @Nullable Integer attempts,
    @Nullable String host) {

  /** Nothing is known. */
  public static final Particulars NONE =
      new Particulars(null, null, null, null, null, null, null, null, null, null);

  private static final int MAX_MESSAGE = 300;
  private static final int SHOWN_END = 3;
  private static final int KEY_END = 4;

  /** Redacts, strips control characters and caps every text. */
  public Particulars {
    message = Redactor.clean(message, MAX_MESSAGE);
    organization = masked(organization);
    project = masked(project);
    key = key == null ? null : key.substring(Math.max(0, key.length() - KEY_END));
    host = FieldGrammar.host(host);
  }

  /** {@code org-abcdefxyz} becomes {@code org-…xyz}. */
  private static @Nullable String masked(@Nullable String id) {
    if (id == null || id.indexOf('\u2026') >= 0) {
      return id == null || id.length() > 10 ? null : id;
    }
    int dash = Math.max(id.indexOf('-'), id.indexOf('_'));
    boolean known = dash > 0 && dash < 5 && id.length() > dash + 2 * SHOWN_END;
    return known
        ? id.substring(0, dash + 1) + '\u2026' + id.substring(id.length() - SHOWN_END)
        : null;
  }
}

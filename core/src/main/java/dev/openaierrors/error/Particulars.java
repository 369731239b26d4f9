package dev.openaierrors.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an error says beyond its fields, for alerts and reports; never written to an event.
 *
 * <p>Every text that leaves an instance is redacted and bounded. Nearly all errors come and go
 * without anybody asking for their {@link #message()}, and redacting it costs as much as
 * recognising the error: it is redacted when it is asked for, once, and until then nobody else sees
 * it.
 *
 * <p>Instances are values, and safe to be read by several threads.
 */
public final class Particulars {

  /** Nothing is known. */
  public static final Particulars NONE =
      new Particulars(null, null, null, null, null, null, null, null, false, null, Shown.NOTHING);

  /** Most characters of a message. */
  static final int MAX_MESSAGE = 300;

  private static final int SHOWN_END = 3;
  private static final int KEY_END = 4;

  // Written without a lock: two threads may both redact, and find the same.
  private Message message;
  private final @Nullable String organization;
  private final @Nullable String project;
  private final @Nullable String key;
  private final @Nullable Long limit;
  private final @Nullable Long used;
  private final @Nullable Long requested;
  private final @Nullable Integer attempt;
  private final @Nullable Integer attempts;
  private final boolean fallingBack;
  private final @Nullable String host;

  /**
   * What is known.
   *
   * @param message the provider's own words, or the part of the log event that is the error; null
   *     if not known
   * @param organization id of the organization; null if not known
   * @param project id of the project; null if not known
   * @param key the API key, or its end; null if not known
   * @param limit the limit that was hit, in what {@link OpenAiError#limit()} counts; null if not
   *     known
   * @param used how much of it was used; null if not known
   * @param requested how much the request asked for; null if not known
   * @param attempt the number of this attempt at the call; null if not known
   * @param attempts how many attempts the client makes at most; null if not known
   * @param host the host that was called; null if not known
   */
  public Particulars(
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
    this(
        organization,
        project,
        key,
        limit,
        used,
        requested,
        attempt,
        attempts,
        false,
        host,
        message == null ? Shown.NOTHING : Unread.of(message, 0));
  }

  /** As above, with a message that may stand behind words which only explain it. */
  Particulars(
      @Nullable String organization,
      @Nullable String project,
      @Nullable String key,
      @Nullable Long limit,
      @Nullable Long used,
      @Nullable Long requested,
      @Nullable Integer attempt,
      @Nullable Integer attempts,
      boolean fallingBack,
      @Nullable String host,
      Message message) {
    this.message = message;
    this.organization = masked(organization);
    this.project = masked(project);
    this.key = key == null ? null : key.substring(Math.max(0, key.length() - KEY_END));
    this.limit = limit;
    this.used = used;
    this.requested = requested;
    this.attempt = attempt;
    this.attempts = attempts;
    this.fallingBack = fallingBack;
    this.host = FieldGrammar.host(host);
  }

  /**
   * The provider's own words, or the part of the log event that is the error, without secrets and
   * what users said, at most 300 characters; null if not known.
   */
  public @Nullable String message() {
    Message now = message;
    if (now instanceof Shown shown) {
      return shown.text();
    }
    Unread unread = (Unread) now;
    String shown = Redactor.withoutUserText(unread.text, unread.from, MAX_MESSAGE);
    message = shown == null ? Shown.NOTHING : new Shown(shown);
    return shown;
  }

  /** Id of the organization with its middle left out; null if not known. */
  public @Nullable String organization() {
    return organization;
  }

  /** Id of the project with its middle left out; null if not known. */
  public @Nullable String project() {
    return project;
  }

  /** Last four characters of the API key; null if not known. */
  public @Nullable String key() {
    return key;
  }

  /** The limit that was hit, in what {@link OpenAiError#limit()} counts; null if not known. */
  public @Nullable Long limit() {
    return limit;
  }

  /** How much of the limit was used; null if not known. */
  public @Nullable Long used() {
    return used;
  }

  /** How much the request asked for; null if not known. */
  public @Nullable Long requested() {
    return requested;
  }

  /** The number of this attempt at the call; null if not known. */
  public @Nullable Integer attempt() {
    return attempt;
  }

  /** How many attempts the client makes at most; null if not known. */
  public @Nullable Integer attempts() {
    return attempts;
  }

  /**
   * Whether the client says that it falls back to another model or service, so that the call may
   * still succeed.
   */
  public boolean isFallingBack() {
    return fallingBack;
  }

  /** The same of a client that says that it falls back, or of one that does not. */
  public Particulars withFallingBack(boolean says) {
    return new Particulars(
        organization, project, key, limit, used, requested, attempt, attempts, says, host, message);
  }

  /** The host that was called; null if not known. */
  public @Nullable String host() {
    return host;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Particulars its
        && Objects.equals(organization, its.organization)
        && Objects.equals(project, its.project)
        && Objects.equals(key, its.key)
        && Objects.equals(limit, its.limit)
        && Objects.equals(used, its.used)
        && Objects.equals(requested, its.requested)
        && Objects.equals(attempt, its.attempt)
        && Objects.equals(attempts, its.attempts)
        && fallingBack == its.fallingBack
        && Objects.equals(host, its.host)
        && Objects.equals(message(), its.message());
  }

  /** Without the message, which would have to be redacted for it. */
  @Override
  public int hashCode() {
    return Objects.hash(
        organization, project, key, limit, used, requested, attempt, attempts, fallingBack, host);
  }

  @Override
  public String toString() {
    return "Particulars[message=%s, organization=%s, project=%s, key=%s, limit=%s, used=%s, requested=%s, attempt=%s, attempts=%s, fallingBack=%s, host=%s]"
        .formatted(
            message(),
            organization,
            project,
            key,
            limit,
            used,
            requested,
            attempt,
            attempts,
            fallingBack,
            host);
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

  /** A message before or after it was redacted; final fields, so that any thread sees all of it. */
  sealed interface Message {}

  /**
   * As it came: no record, which would print it. What stands before {@code from} only explains what
   * follows, and is never shown.
   */
  static final class Unread implements Message {

    private final String text;
    private final int from;

    private Unread(String text, int from) {
      this.text = text;
      this.from = from;
    }

    static Unread of(String text, int from) {
      return new Unread(Redactor.considered(text, from, MAX_MESSAGE), from);
    }
  }

  /** Redacted; null where nothing was left of it. */
  record Shown(@Nullable String text) implements Message {
    static final Shown NOTHING = new Shown(null);
  }
}

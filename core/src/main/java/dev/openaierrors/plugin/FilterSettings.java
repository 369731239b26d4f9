package dev.openaierrors.plugin;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.ErrorMatch;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of a filter as text, and the only place that understands them. */
public final class FilterSettings {

  /** The names of all settings, for "did you mean". */
  public static final List<String> NAMES = List.of("kinds", "retryable", "onMatch", "onMismatch");

  /** What a filter may answer; the same words in every framework. */
  public enum Reply {
    /** Take the event without asking further filters. */
    ACCEPT,
    /** Let the next filter decide. */
    NEUTRAL,
    /** Drop the event. */
    DENY
  }

  private static final WordList<ErrorKind> KINDS =
      new WordList<>("kinds", "kind of OpenAI error", ErrorKind.class, ErrorKind::id);
  private static final List<String> REPLIES = List.of("ACCEPT", "NEUTRAL", "DENY");

  private @Nullable String kinds;
  private @Nullable String retryable;
  private @Nullable String onMatch;
  private @Nullable String onMismatch;

  /** Creates settings of which none is set. */
  public FilterSettings() {}

  /** Kinds that match, as words of {@link ErrorKind#id()}; null or blank means all. */
  public void setKinds(@Nullable String kinds) {
    this.kinds = kinds;
  }

  /**
   * {@code true} or {@code false}, or as elsewhere on, off, yes, no; null or blank means either.
   */
  public void setRetryable(@Nullable String retryable) {
    this.retryable = retryable;
  }

  /** Answer for an event that matches; null or blank means {@code NEUTRAL}. */
  public void setOnMatch(@Nullable String onMatch) {
    this.onMatch = onMatch;
  }

  /** Answer for an event that does not match; null or blank means {@code DENY}. */
  public void setOnMismatch(@Nullable String onMismatch) {
    this.onMismatch = onMismatch;
  }

  /** The decision that is configured. */
  public ErrorMatch match(Consumer<String> problems) {
    Set<ErrorKind> wanted = KINDS.parse(kinds, ifMisread("all are used"), problems);
    String truth = Texts.stripped(retryable);
    if (!truth.isEmpty() && Texts.truth(truth) == null) {
      problems.accept(
          "openai-errors: retryable: %s is neither true nor false, so %s."
              .formatted(Words.quote(truth), ifMisread("both match")));
    }
    return new ErrorMatch(wanted, Texts.truth(truth));
  }

  /**
   * The answer for an event that matches.
   *
   * <p>Never {@code DENY} where {@code kinds} or {@code retryable} could not be read: more matches
   * then than was meant, and a spelling mistake must not lose events.
   */
  public Reply onMatch(Consumer<String> problems) {
    Reply reply = reply("onMatch", onMatch, Reply.NEUTRAL, problems);
    String truth = Texts.stripped(retryable);
    boolean misread = KINDS.misread(kinds) || (!truth.isEmpty() && Texts.truth(truth) == null);
    return misread && reply == Reply.DENY ? Reply.NEUTRAL : reply;
  }

  /** The answer for an event that does not match. */
  public Reply onMismatch(Consumer<String> problems) {
    return reply("onMismatch", onMismatch, Reply.DENY, problems);
  }

  /** What is said of a setting that could not be read, see {@link #onMatch(Consumer)}. */
  private String ifMisread(String consequence) {
    boolean denies = known(Texts.stripped(onMatch)) == Reply.DENY;
    return denies ? "no event is dropped for matching" : consequence;
  }

  private static Reply reply(
      String setting, @Nullable String text, Reply fallback, Consumer<String> problems) {
    String given = Texts.stripped(text);
    Reply known = known(given);
    if (known == null && !given.isEmpty()) {
      problems.accept(
          "openai-errors: %s: %s is no answer of a filter, so %s is used; %s."
              .formatted(setting, Words.quote(given), fallback, Words.advice(given, REPLIES)));
    }
    return known == null ? fallback : known;
  }

  private static @Nullable Reply known(String given) {
    String wanted = given.toUpperCase(Locale.ROOT);
    return REPLIES.contains(wanted) ? Reply.valueOf(wanted) : null;
  }
}

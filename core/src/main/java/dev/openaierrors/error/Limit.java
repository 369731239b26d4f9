package dev.openaierrors.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rate limit counts, and in which time, as far as they are told apart. */
public enum Limit {
  /** Requests per second. */
  REQUESTS_PER_SECOND("rps", "(rps)"),
  /** Requests per minute. */
  REQUESTS_PER_MINUTE(
      "rpm",
      "(rpm)",
      "requests per min",
      "organization max rpm",
      "call rate limit",
      "free-models-per-min",
      "queries per minute"),
  /** Requests per day. */
  REQUESTS_PER_DAY("rpd", "(rpd)", "requests per day", "organization rpd", "free-models-per-day"),
  /** Tokens per minute. */
  TOKENS_PER_MINUTE("tpm", "(tpm)", "tokens per min", "organization max tpm", "token rate limit"),
  /** Tokens per day. */
  TOKENS_PER_DAY("tpd", "(tpd)", "tokens per day", "organization tpd"),
  /** Images per minute. */
  IMAGES_PER_MINUTE("ipm", "(ipm)", "images per min"),
  /** Images per day. */
  IMAGES_PER_DAY("ipd", "(ipd)"),
  /** Requests at the same time. */
  CONCURRENCY("concurrency", "organization concurrency"),
  /** Tokens of the batches that wait. */
  ENQUEUED_TOKENS("enqueued_tokens", "enqueued token");

  // The array of values() is made anew for each call.
  private static final Limit[] ALL = values();

  private final String id;
  private final List<String> wordings;

  Limit(String id, String... wordings) {
    this.id = id;
    this.wordings = List.of(wordings);
  }

  /** The value of the field {@code openai.error.limit}; never changes. */
  public String id() {
    return id;
  }

  /** Whether it takes a day to reset, so that no retry within minutes helps. */
  public boolean isDaily() {
    return switch (this) {
      case REQUESTS_PER_DAY, TOKENS_PER_DAY, IMAGES_PER_DAY -> true;
      default -> false;
    };
  }

  /**
   * The limit with this {@link #id()}.
   *
   * @return null if there is none
   */
  public static @Nullable Limit fromId(String id) {
    for (Limit limit : ALL) {
      if (limit.id.equals(id)) {
        return limit;
      }
    }
    return null;
  }

  /** What names it in a text, in lower case; what stands in brackets is most certain. */
  List<String> wordings() {
    return wordings;
  }

  /** The limit that has this wording; null if none has. */
  static @Nullable Limit worded(String wording) {
    for (Limit limit : ALL) {
      if (limit.wordings.contains(wording)) {
        return limit;
      }
    }
    return null;
  }
}

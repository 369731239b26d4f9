package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * The fields that an enriched event carries, in MDC (Logback) or context data (Log4j2).
 *
 * <p>Keys never change and values are always strings. A field whose value is not known is absent.
 */
public enum ErrorField {
  /** The {@link ErrorKind#id()}; the only field that is fit for file names and metric labels. */
  KIND("kind", "what kind of error it is, one of the ids of the table of kinds"),
  /** {@code true} if the same request may succeed later, {@code false} if it cannot. */
  RETRYABLE("retryable", "`true` if sending the same request again can help, else `false`"),
  /** One sentence that says what to do. */
  FIX("fix", "what to do, in one sentence"),
  /** The HTTP status, three digits. */
  STATUS("status", "HTTP status of the answer"),
  /** The payload's {@code code}. */
  CODE("code", "`code` of the payload"),
  /** The payload's {@code type}. */
  TYPE("type", "`type` of the payload"),
  /** The payload's {@code param}: the request parameter at fault. */
  PARAM("param", "the request parameter at fault"),
  /** The id to give to OpenAI's support. */
  REQUEST_ID("request_id", "the id to give to the provider's support"),
  /** The model (Azure: deployment) that was asked for. */
  MODEL("model", "model or deployment that was called"),
  /** Which limit was hit: {@code rpm}, {@code rpd}, {@code tpm}, {@code tpd}, {@code ipm}, … */
  LIMIT("limit", "which limit was hit: `rpm`, `rpd`, `tpm`, `tpd`, `ipm`, …"),
  /** How long the answer asks to wait, integer milliseconds. */
  RETRY_AFTER_MS("retry_after_ms", "milliseconds to wait, where the error names a delay"),
  /** The {@link Provider#id()}. */
  PROVIDER("provider", "`openai`, `azure`, `compatible` or `unknown`");

  /** What every key begins with. */
  public static final String PREFIX = "openai.error.";

  private final String id;
  private final String key;
  private final String meaning;

  ErrorField(String id, String meaning) {
    this.id = id;
    this.key = PREFIX + id;
    this.meaning = meaning;
  }

  /** The word for this field in {@code <fields>}. */
  public String id() {
    return id;
  }

  /** The key in MDC or context data. */
  public String key() {
    return key;
  }

  /** What the field holds, in Markdown, for documentation. */
  public String meaning() {
    return meaning;
  }

  /**
   * The field with this {@link #id()}.
   *
   * @return null if there is none
   */
  public static @Nullable ErrorField fromId(String id) {
    for (ErrorField field : values()) {
      if (field.id.equals(id)) {
        return field;
      }
    }
    return null;
  }
}

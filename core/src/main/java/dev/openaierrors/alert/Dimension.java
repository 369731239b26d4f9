package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import dev.openaierrors.error.Provider;
import org.jspecify.annotations.Nullable;

/** A dimension by which failures are counted and grouped: model, logger, key and so on. */
public enum Dimension {
  /** Model or deployment. */
  MODEL("model"),
  /** Logger that told of it. */
  LOGGER("logger"),
  /** Limit that was hit, such as {@code tpm}. */
  LIMIT("limit"),
  /** The payload's {@code code}. */
  CODE("code"),
  /** Parameter of the request that the error names. */
  PARAM("param"),
  /** Organization, with the middle of its id left out. */
  ORGANIZATION("organization"),
  /** Project, with the middle of its id left out. */
  PROJECT("project"),
  /** The last four characters of the API key. */
  KEY("key"),
  /** Host that was called. */
  HOST("host"),
  /** Which attempt of how many, where the client says so. */
  ATTEMPTS("attempts"),
  /** Who answered, where the error says so. */
  PROVIDER("provider");

  private final String id;

  Dimension(String id) {
    this.id = id;
  }

  /**
   * The word for it in configurations, and its key in {@link Alert#dimensions()}; never changes.
   */
  public String id() {
    return id;
  }

  /** What it is of a failure; null if the failure does not tell it. */
  @Nullable String of(Failure failure) {
    OpenAiError error = failure.error();
    Particulars particulars = error.particulars();
    return switch (this) {
      case MODEL -> error.call().model();
      case LOGGER -> failure.source().logger();
      case LIMIT -> limit(error, particulars);
      case CODE -> error.answer().code();
      case PARAM -> error.answer().param();
      case ORGANIZATION -> particulars.organization();
      case PROJECT -> particulars.project();
      case KEY -> particulars.key();
      case HOST -> particulars.host();
      case ATTEMPTS -> attempt(particulars);
      case PROVIDER -> error.provider() == Provider.UNKNOWN ? null : error.provider().id();
    };
  }

  private static @Nullable String limit(OpenAiError error, Particulars particulars) {
    String id = error.field(ErrorField.LIMIT);
    boolean known = id != null && particulars.limit() != null;
    return known ? id + " " + particulars.limit() : id;
  }

  private static @Nullable String attempt(Particulars particulars) {
    if (particulars.attempt() == null) {
      return null;
    }
    boolean known = particulars.attempts() != null;
    return particulars.attempt() + (known ? " of " + particulars.attempts() : "");
  }

  /**
   * The dimension with this {@link #id()}.
   *
   * @return null if there is none
   */
  public static @Nullable Dimension fromId(String id) {
    for (Dimension dimension : values()) {
      if (dimension.id.equals(id)) {
        return dimension;
      }
    }
    return null;
  }
}

package dev.openaierrors.alert;

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

  /**
   * The facet with this {@link #id()}.
   *
   * @return null if there is none
   */
  public static @Nullable Dimension fromId(String id) {
    for (Dimension facet : values()) {
      if (facet.id.equals(id)) {
        return facet;
      }
    }
    return null;
  }
}

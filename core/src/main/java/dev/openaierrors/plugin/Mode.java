package dev.openaierrors.plugin;

/** What an appender does with the events that it gets. */
public enum Mode {
  /** Hands every event on, those with an error enriched. */
  ENRICH("enrich"),
  /** Hands nothing on: it stands beside other appenders, counts errors and alerts. */
  OBSERVE("observe");

  private final String id;

  Mode(String id) {
    this.id = id;
  }

  /** The word for it in configurations; never changes. */
  public String id() {
    return id;
  }
}

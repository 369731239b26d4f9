package dev.openaierrors.delivery;

/** What a webhook gets, where it is no text of the user's own. */
public enum WebhookFormat {
  /** All of the alert: the schema {@code openai-alert/1}. */
  JSON("json"),
  /** An Adaptive Card for a workflow of Microsoft Teams. */
  TEAMS("teams"),
  /** A text for an incoming webhook of Google Chat. */
  GOOGLE_CHAT("googlechat"),
  /** An embed for a webhook of Discord. */
  DISCORD("discord"),
  /** Alerts of Opsgenie, which are closed by their alias. */
  OPSGENIE("opsgenie");

  private final String id;

  WebhookFormat(String id) {
    this.id = id;
  }

  /** The word for it in configurations; never changes. */
  public String id() {
    return id;
  }
}

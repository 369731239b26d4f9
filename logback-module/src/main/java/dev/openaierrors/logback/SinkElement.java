package dev.openaierrors.logback;

import org.jspecify.annotations.Nullable;

/**
 * A destination of the alerts of an {@link OpenAiErrorAppender}. It has the settings of all of
 * them: which of them a {@code <slack>} takes is said when the appender reads them.
 */
public final class SinkElement extends ConfiguredElement {

  /** Creates an element without settings. */
  public SinkElement() {}

  /** Its address; may be a secret. */
  public void setUrl(@Nullable String url) {
    settings().set("url", url);
  }

  /** PagerDuty's integration key, a secret. */
  public void setRoutingKey(@Nullable String routingKey) {
    settings().set("routingKey", routingKey);
  }

  /** A header to send, as {@code Name: value}; may be given several times. */
  public void addHeader(@Nullable String header) {
    settings().set("header", header);
  }

  /** What a webhook gets: {@code json}, {@code teams}, {@code discord} and so on. */
  public void setFormat(@Nullable String format) {
    settings().set("format", format);
  }

  /** A text of one's own for a webhook, with places such as <code>{title}</code>. */
  public void setBody(@Nullable String body) {
    settings().set("body", body);
  }

  /** The type of that text; {@code application/json} by default. */
  public void setContentType(@Nullable String contentType) {
    settings().set("contentType", contentType);
  }

  /** Least severity of the alerts that go there; {@code info} by default. */
  public void setMinSeverity(@Nullable String minSeverity) {
    settings().set("minSeverity", minSeverity);
  }

  /** Rules whose alerts go there, such as {@code quota, credentials}; all by default. */
  public void setRules(@Nullable String rules) {
    settings().set("rules", rules);
  }

  /** When notices that are not critical are held back; by default as the appender says. */
  public void setQuietHours(@Nullable String quietHours) {
    settings().set("quietHours", quietHours);
  }

  /** {@code false} leaves out that an incident is over. */
  public void setSendResolved(@Nullable String sendResolved) {
    settings().set("sendResolved", sendResolved);
  }
}

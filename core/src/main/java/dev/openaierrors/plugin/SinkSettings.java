package dev.openaierrors.plugin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one destination of alerts as text.
 *
 * <p>Read by {@link AlertSettings} only. What may be a secret, and that is every URL, key and
 * header, is never repeated in a sentence.
 */
public final class SinkSettings {

  /** What a destination is; each takes settings of its own. */
  public enum Type {
    /** An incoming webhook of Slack. */
    SLACK("slack", List.of("url", "minSeverity", "sendResolved")),
    /** An integration key of PagerDuty's Events API. */
    PAGER_DUTY("pagerDuty", List.of("routingKey", "minSeverity", "sendResolved", "url")),
    /** A Prometheus Alertmanager. */
    ALERTMANAGER("alertmanager", List.of("url", "minSeverity")),
    /** Any HTTP server that takes JSON. */
    WEBHOOK("webhook", List.of("url", "header", "minSeverity", "sendResolved"));

    private final String element;
    private final List<String> names;

    Type(String element, List<String> names) {
      this.element = element;
      this.names = names;
    }

    /** The word for it in configurations. */
    public String element() {
      return element;
    }

    /** The names of all its settings, for "did you mean". */
    public List<String> names() {
      return names;
    }
  }

  final Type type;
  final List<String> headers = new ArrayList<>();
  @Nullable String url;
  @Nullable String routingKey;
  @Nullable String minSeverity;
  @Nullable String sendResolved;

  /** Creates settings of which none is set. */
  public SinkSettings(Type type) {
    this.type = type;
  }

  /** Where to send; may be a secret. */
  public void setUrl(@Nullable String url) {
    this.url = url;
  }

  /** PagerDuty's integration key; a secret. */
  public void setRoutingKey(@Nullable String routingKey) {
    this.routingKey = routingKey;
  }

  /** Least severity of the alerts that go there; null or blank means {@code info}. */
  public void setMinSeverity(@Nullable String minSeverity) {
    this.minSeverity = minSeverity;
  }

  /** {@code false} leaves out that an incident is over; null or blank means {@code true}. */
  public void setSendResolved(@Nullable String sendResolved) {
    this.sendResolved = sendResolved;
  }

  /** A header to send, as {@code Name: value}; may be a secret. May be called several times. */
  public void addHeader(@Nullable String header) {
    if (!Texts.isBlank(header)) {
      headers.add(Texts.stripped(header));
    }
  }

  /** The word for this destination in configurations. */
  public String element() {
    return type.element();
  }

  /**
   * The sentence for a setting that does not exist.
   *
   * @param setting its name, as the user wrote it
   */
  public String unknown(String setting) {
    return PipelineSettings.unknownSetting(element(), setting, type.names());
  }
}

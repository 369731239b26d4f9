package dev.openaierrors.logback;

import dev.openaierrors.plugin.SinkSettings;
import org.jspecify.annotations.Nullable;

/**
 * A destination of the alerts of an {@link OpenAiErrorAppender}. Each element has a class of its
 * own, since that is how Logback tells which settings an element has.
 */
public abstract class SinkElement extends ConfiguredElement {

  private final SinkSettings settings;

  SinkElement(SinkSettings.Type type) {
    this.settings = new SinkSettings(type);
  }

  SinkSettings settings() {
    return settings;
  }

  /** Least severity of the alerts that go there; {@code info} by default. */
  public void setMinSeverity(@Nullable String minSeverity) {
    settings.setMinSeverity(minSeverity);
  }

  @Override
  String unknown(String setting) {
    return settings.unknown(setting);
  }

  /** {@code <slack>}: an incoming webhook of Slack. */
  public static final class Slack extends SinkElement {

    /** Creates an element without settings. */
    public Slack() {
      super(SinkSettings.Type.SLACK);
    }

    /** The webhook's address, a secret. */
    public void setUrl(@Nullable String url) {
      settings().setUrl(url);
    }

    /** {@code false} leaves out that an incident is over. */
    public void setSendResolved(@Nullable String sendResolved) {
      settings().setSendResolved(sendResolved);
    }
  }

  /** {@code <pagerDuty>}: an integration of PagerDuty's Events API v2. */
  public static final class PagerDuty extends SinkElement {

    /** Creates an element without settings. */
    public PagerDuty() {
      super(SinkSettings.Type.PAGER_DUTY);
    }

    /** The integration key, a secret. */
    public void setRoutingKey(@Nullable String routingKey) {
      settings().setRoutingKey(routingKey);
    }

    /** Another address than PagerDuty's own, for its EU region or a proxy. */
    public void setUrl(@Nullable String url) {
      settings().setUrl(url);
    }

    /** {@code false} leaves out that an incident is over. */
    public void setSendResolved(@Nullable String sendResolved) {
      settings().setSendResolved(sendResolved);
    }
  }

  /** {@code <alertmanager>}: a Prometheus Alertmanager. */
  public static final class Alertmanager extends SinkElement {

    /** Creates an element without settings. */
    public Alertmanager() {
      super(SinkSettings.Type.ALERTMANAGER);
    }

    /** Its address, such as {@code http://127.0.0.1:9093}. */
    public void setUrl(@Nullable String url) {
      settings().setUrl(url);
    }
  }

  /** {@code <webhook>}: any HTTP server that takes JSON. */
  public static final class Webhook extends SinkElement {

    /** Creates an element without settings. */
    public Webhook() {
      super(SinkSettings.Type.WEBHOOK);
    }

    /** Its address. */
    public void setUrl(@Nullable String url) {
      settings().setUrl(url);
    }

    /** A header to send, as {@code Name: value}; may be given several times. */
    public void addHeader(@Nullable String header) {
      settings().addHeader(header);
    }

    /** {@code false} leaves out that an incident is over. */
    public void setSendResolved(@Nullable String sendResolved) {
      settings().setSendResolved(sendResolved);
    }
  }
}

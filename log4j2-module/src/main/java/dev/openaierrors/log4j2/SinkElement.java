package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.SinkSettings;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.config.plugins.PluginNode;
import org.jspecify.annotations.Nullable;

/** A destination of the alerts of {@link OpenAiErrorAppender}. */
public abstract sealed class SinkElement {

  private final SinkSettings settings;

  private SinkElement(SinkSettings settings, @Nullable Node node) {
    this.settings = settings;
    UnknownSettings.report(node, settings::unknown);
  }

  SinkSettings settings() {
    return settings;
  }

  private static SinkSettings settings(
      SinkSettings.Type type,
      @Nullable String url,
      @Nullable String minSeverity,
      @Nullable String sendResolved) {
    SinkSettings settings = new SinkSettings(type);
    settings.setUrl(url);
    settings.setMinSeverity(minSeverity);
    settings.setSendResolved(sendResolved);
    return settings;
  }

  /** {@code <Slack>}: an incoming webhook of Slack. */
  @Plugin(name = "Slack", category = Core.CATEGORY_NAME, elementType = "Slack")
  public static final class Slack extends SinkElement {

    private Slack(SinkSettings settings, @Nullable Node node) {
      super(settings, node);
    }

    /**
     * The element with these attributes.
     *
     * @param url the webhook's address, a secret
     * @param minSeverity least severity of the alerts that go there
     * @param sendResolved {@code false} leaves out that an incident is over
     * @param node where the element stands; null outside a configuration file
     */
    @PluginFactory
    public static Slack create(
        @PluginAttribute(value = "url", sensitive = true) @Nullable String url,
        @PluginAttribute("minSeverity") @Nullable String minSeverity,
        @PluginAttribute("sendResolved") @Nullable String sendResolved,
        @PluginNode @Nullable Node node) {
      return new Slack(
          SinkElement.settings(SinkSettings.Type.SLACK, url, minSeverity, sendResolved), node);
    }
  }

  /** {@code <PagerDuty>}: an integration of PagerDuty's Events API v2. */
  @Plugin(name = "PagerDuty", category = Core.CATEGORY_NAME, elementType = "PagerDuty")
  public static final class PagerDuty extends SinkElement {

    private PagerDuty(SinkSettings settings, @Nullable Node node) {
      super(settings, node);
    }

    /**
     * The element with these attributes.
     *
     * @param routingKey the integration key, a secret
     * @param url another address than PagerDuty's own, for its EU region or a proxy
     * @param minSeverity least severity of the alerts that go there
     * @param sendResolved {@code false} leaves out that an incident is over
     * @param node where the element stands; null outside a configuration file
     */
    @PluginFactory
    public static PagerDuty create(
        @PluginAttribute(value = "routingKey", sensitive = true) @Nullable String routingKey,
        @PluginAttribute(value = "url", sensitive = true) @Nullable String url,
        @PluginAttribute("minSeverity") @Nullable String minSeverity,
        @PluginAttribute("sendResolved") @Nullable String sendResolved,
        @PluginNode @Nullable Node node) {
      SinkSettings settings =
          SinkElement.settings(SinkSettings.Type.PAGER_DUTY, url, minSeverity, sendResolved);
      settings.setRoutingKey(routingKey);
      return new PagerDuty(settings, node);
    }
  }

  /** {@code <Alertmanager>}: a Prometheus Alertmanager. */
  @Plugin(name = "Alertmanager", category = Core.CATEGORY_NAME, elementType = "Alertmanager")
  public static final class Alertmanager extends SinkElement {

    private Alertmanager(SinkSettings settings, @Nullable Node node) {
      super(settings, node);
    }

    /**
     * The element with these attributes.
     *
     * @param url its address, such as {@code http://127.0.0.1:9093}
     * @param minSeverity least severity of the alerts that go there
     * @param node where the element stands; null outside a configuration file
     */
    @PluginFactory
    public static Alertmanager create(
        @PluginAttribute(value = "url", sensitive = true) @Nullable String url,
        @PluginAttribute("minSeverity") @Nullable String minSeverity,
        @PluginNode @Nullable Node node) {
      return new Alertmanager(
          SinkElement.settings(SinkSettings.Type.ALERTMANAGER, url, minSeverity, null), node);
    }
  }

  /** {@code <Webhook>}: any HTTP server that takes JSON. */
  @Plugin(name = "Webhook", category = Core.CATEGORY_NAME, elementType = "Webhook")
  public static final class Webhook extends SinkElement {

    private Webhook(SinkSettings settings, @Nullable Node node) {
      super(settings, node);
    }

    /**
     * The element with these attributes and elements.
     *
     * @param url its address
     * @param header a header to send, as {@code Name: value}
     * @param headers further headers
     * @param minSeverity least severity of the alerts that go there
     * @param sendResolved {@code false} leaves out that an incident is over
     * @param node where the element stands; null outside a configuration file
     */
    @PluginFactory
    public static Webhook create(
        @PluginAttribute(value = "url", sensitive = true) @Nullable String url,
        @PluginAttribute(value = "header", sensitive = true) @Nullable String header,
        @PluginElement("Properties") Property @Nullable [] headers,
        @PluginAttribute("minSeverity") @Nullable String minSeverity,
        @PluginAttribute("sendResolved") @Nullable String sendResolved,
        @PluginNode @Nullable Node node) {
      SinkSettings settings =
          SinkElement.settings(SinkSettings.Type.WEBHOOK, url, minSeverity, sendResolved);
      settings.addHeader(header);
      if (headers != null) {
        for (Property one : headers) {
          settings.addHeader(one.getName() + ": " + one.getValue());
        }
      }
      return new Webhook(settings, node);
    }
  }
}

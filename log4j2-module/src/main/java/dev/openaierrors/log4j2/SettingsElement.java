package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.Settings;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAliases;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;

/**
 * An element inside of {@link OpenAiErrorAppender} that has settings of its own: an {@code
 * <Alert>}, which changes the default rule of its name or adds a rule, a label or a destination of
 * alerts.
 *
 * <pre>{@code
 * <Alert name="quota" kinds="insufficient_quota" when="3 in 10m over 2 minutes" quiet="30m"
 *        repeat="1h" severity="critical" enabled="true"/>
 * <Label name="team" value="payments"/>
 * <Slack url="${env:SLACK_WEBHOOK_URL}" minSeverity="warning"/>
 * <Webhook url="https://example.org/hook">
 *   <Property name="Authorization" value="Bearer ${env:HOOK_TOKEN}"/>
 * </Webhook>
 * <Sink class="com.acme.TicketSink">
 *   <Property name="queue" value="ops"/>
 * </Sink>
 * }</pre>
 */
@Plugin(name = "Alert", category = Core.CATEGORY_NAME, elementType = "openAiErrorSettings")
@PluginAliases({"Label", "Slack", "PagerDuty", "Alertmanager", "Webhook", "Sink"})
public final class SettingsElement {

  private final Settings settings;

  private SettingsElement(Settings settings) {
    this.settings = settings;
  }

  /** The element with these settings. */
  @PluginFactory
  public static SettingsElement create(@ElementSettings Settings settings) {
    return new SettingsElement(settings);
  }

  /** The settings. */
  Settings settings() {
    return settings;
  }
}

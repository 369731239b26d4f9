package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.Settings;
import java.util.stream.Stream;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAliases;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.config.plugins.PluginNode;
import org.jspecify.annotations.Nullable;

/**
 * An element inside of {@link OpenAiErrorAppender} that has settings of its own: an {@code
 * <Alert>}, which changes the default rule of its name or adds a rule, or a destination of alerts.
 *
 * <pre>{@code
 * <Alert name="quota" kinds="insufficient_quota" when="3 in 10m over 2 minutes" quiet="30m"
 *        repeat="1h" severity="critical" enabled="true"/>
 * <Slack url="${env:SLACK_WEBHOOK_URL}" minSeverity="warning"/>
 * <Webhook url="https://example.org/hook">
 *   <Property name="Authorization" value="Bearer ${env:HOOK_TOKEN}"/>
 * </Webhook>
 * }</pre>
 */
@Plugin(name = "Alert", category = Core.CATEGORY_NAME, elementType = "openAiErrorSettings")
@PluginAliases({"Slack", "PagerDuty", "Alertmanager", "Webhook"})
public final class SettingsElement implements SettingsPart {

  private static final String HEADER = "header";

  private final Settings settings;

  private SettingsElement(Settings settings) {
    this.settings = settings;
  }

  /**
   * The element with these settings.
   *
   * @param settings its attributes
   * @param headers headers of a webhook
   * @param node where the element stands; null outside a configuration file
   */
  @PluginFactory
  public static SettingsElement create(
      @ElementSettings Settings settings,
      @PluginElement("Properties") Property @Nullable [] headers,
      @PluginNode @Nullable Node node) {
    if (headers != null) {
      Stream.of(headers)
          .forEach(one -> settings.set(HEADER, one.getName() + ": " + one.getValue()));
    }
    UnknownElements.addTo(settings, node);
    return new SettingsElement(settings);
  }

  @Override
  public void addTo(Settings appender, String element) {
    appender.add(element, settings);
  }
}

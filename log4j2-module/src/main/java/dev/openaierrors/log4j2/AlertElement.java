package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.RuleSettings;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.config.plugins.PluginNode;
import org.jspecify.annotations.Nullable;

/**
 * An {@code <Alert>} of {@link OpenAiErrorAppender}: changes the default rule of its name, or adds
 * a rule.
 *
 * <pre>{@code
 * <Alert name="quota" kinds="insufficient_quota" when="3 in 10m over 2 minutes" quiet="30m"
 *        repeat="1h" severity="critical" enabled="true"/>
 * }</pre>
 */
@Plugin(name = "Alert", category = Core.CATEGORY_NAME, elementType = "Alert", printObject = true)
public final class AlertElement {

  private final RuleSettings settings;

  private AlertElement(RuleSettings settings) {
    this.settings = settings;
  }

  /**
   * The element with these attributes; none has to be there.
   *
   * @param name name of a default rule to change it, or another to add a rule
   * @param kinds kinds of errors that count
   * @param when when to alert
   * @param quiet time without a failure after which it counts as resolved
   * @param repeat time to the first reminder, or {@code never}
   * @param severity {@code info}, {@code warning} or {@code critical}
   * @param enabled {@code false} switches the rule off
   * @param node where the element stands; null outside a configuration file
   */
  @PluginFactory
  public static AlertElement create(
      @PluginAttribute("name") @Nullable String name,
      @PluginAttribute("kinds") @Nullable String kinds,
      @PluginAttribute("when") @Nullable String when,
      @PluginAttribute("quiet") @Nullable String quiet,
      @PluginAttribute("repeat") @Nullable String repeat,
      @PluginAttribute("severity") @Nullable String severity,
      @PluginAttribute("enabled") @Nullable String enabled,
      @PluginNode @Nullable Node node) {
    RuleSettings settings = new RuleSettings();
    settings.setName(name);
    settings.setKinds(kinds);
    settings.setWhen(when);
    settings.setQuiet(quiet);
    settings.setRepeat(repeat);
    settings.setSeverity(severity);
    settings.setEnabled(enabled);
    UnknownSettings.report(node, settings::unknown);
    return new AlertElement(settings);
  }

  RuleSettings settings() {
    return settings;
  }
}

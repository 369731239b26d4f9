package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.Settings;
import java.util.Map;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.visitors.AbstractPluginVisitor;
import org.jspecify.annotations.Nullable;

/** Takes what {@link ElementSettings} says out of an element; made by Log4j, hence public. */
public final class SettingsVisitor extends AbstractPluginVisitor<ElementSettings> {

  /** For Log4j. */
  public SettingsVisitor() {
    super(ElementSettings.class);
  }

  /**
   * The settings. Whatever is taken from the node is known to Log4j from then on; what is left of
   * it is none of ours.
   *
   * @param log gets no values, since some of them are secrets
   */
  @Override
  public Object visit(
      Configuration configuration, Node node, @Nullable LogEvent event, StringBuilder log) {
    Settings settings = new Settings();
    Map<String, String> attributes = node.getAttributes();
    attributes.forEach((name, text) -> settings.set(name, substitutor.replace(event, text)));
    attributes.clear();
    node.getChildren().removeIf(child -> isAdded(child, settings));
    log.append("settings");
    return settings;
  }

  private static boolean isAdded(Node child, Settings settings) {
    if (child.getObject() instanceof SettingsPart part) {
      part.addTo(settings, child.getType().getKey());
      return true;
    }
    return false;
  }
}

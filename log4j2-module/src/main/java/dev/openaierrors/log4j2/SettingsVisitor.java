package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.Settings;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.util.PluginType;
import org.apache.logging.log4j.core.config.plugins.visitors.AbstractPluginVisitor;
import org.jspecify.annotations.Nullable;

/** Takes what {@link ElementSettings} says out of an element; made by Log4j, hence public. */
public final class SettingsVisitor extends AbstractPluginVisitor<ElementSettings> {

  /** For Log4j. */
  public SettingsVisitor() {
    super(ElementSettings.class);
  }

  /**
   * The settings. Log4j takes what it knows out of a node before it makes the plugin, and tells of
   * the rest; so does this.
   *
   * @param log gets no values, since some of them are secrets
   */
  @Override
  public Object visit(
      Configuration configuration, Node node, @Nullable LogEvent event, StringBuilder log) {
    Settings settings = new Settings();
    node.getAttributes()
        .forEach((name, text) -> settings.set(name, substitutor.replace(event, text)));
    node.getAttributes().clear();
    node.getChildren().removeIf(child -> isTaken(child, node.getType(), settings));
    node.getChildren().forEach(child -> settings.addUnknown(child.getName()));
    log.append("settings");
    return settings;
  }

  private static boolean isTaken(Node child, PluginType<?> element, Settings settings) {
    if (child.getObject() instanceof SettingsElement inside) {
      settings.add(child.getType().getKey(), inside.settings());
      return true;
    }
    if (child.getObject() instanceof Property property
        && element.getPluginClass() == SettingsElement.class) {
      String name = property.getName();
      // Of a class of the user's own they are its settings, else they are headers.
      if (element.getKey().equals("sink")) {
        settings.set(name, property.getValue());
      } else {
        settings.set("header", name + ": " + property.getValue());
      }
      return true;
    }
    return false;
  }
}

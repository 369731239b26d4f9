package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.Settings;
import org.apache.logging.log4j.core.config.Node;
import org.jspecify.annotations.Nullable;

/**
 * Log4j takes the elements that it knows out of an element's node before it builds the plugin, so
 * the rest are unknown.
 */
final class UnknownElements {

  private UnknownElements() {}

  /** Adds them; to be called when the plugin is built. No node, no configuration file. */
  static void addTo(Settings settings, @Nullable Node node) {
    if (node != null) {
      node.getChildren().forEach(child -> settings.addUnknown(child.getName()));
    }
  }
}

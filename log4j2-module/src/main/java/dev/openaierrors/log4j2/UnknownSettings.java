package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.PipelineSettings;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.logging.log4j.core.config.Node;
import org.jspecify.annotations.Nullable;

/**
 * Says more of misspelt attributes and elements than Log4j does: it takes those that it knows out
 * of an element's node before it builds the plugin, so the rest are unknown.
 */
final class UnknownSettings {

  private UnknownSettings() {}

  /** Reports each; to be called when the plugin is built. No node, no configuration file. */
  static void report(@Nullable Node node, String element, List<String> known) {
    report(node, name -> PipelineSettings.unknownSetting(element, name, known));
  }

  /** As above, in other words. */
  static void report(@Nullable Node node, UnaryOperator<String> sentence) {
    if (node == null) {
      return;
    }
    Stream.concat(
            node.getAttributes().keySet().stream(), node.getChildren().stream().map(Node::getName))
        .map(sentence)
        .forEach(Log4jHost.INSTANCE::error);
  }
}

package dev.openaierrors.log4j2;

import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.plugin.SinkClass;
import java.util.List;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.config.plugins.PluginNode;
import org.apache.logging.log4j.util.LoaderUtil;
import org.jspecify.annotations.Nullable;

/**
 * {@code <Sink>}: a destination of the user's own making for the alerts of {@link
 * OpenAiErrorAppender}.
 *
 * <pre>{@code
 * <Sink class="com.acme.TicketSink">
 *   <Property name="queue" value="ops"/>
 * </Sink>
 * }</pre>
 */
@Plugin(name = "Sink", category = Core.CATEGORY_NAME, elementType = "Sink")
public final class SinkClassElement {

  private final SinkClass sink;

  private SinkClassElement(SinkClass sink) {
    this.sink = sink;
  }

  /**
   * The element with these settings.
   *
   * @param className a class that implements {@link AlertSink}
   * @param settings its settings, each for a setter that takes a String
   * @param node where the element stands; null outside a configuration file
   */
  @PluginFactory
  public static SinkClassElement create(
      @PluginAttribute("class") @Nullable String className,
      @PluginElement("Properties") Property @Nullable [] settings,
      @PluginNode @Nullable Node node) {
    UnknownSettings.report(node, "sink", List.of("class", "Property"));
    SinkClass sink = new SinkClass(className);
    if (settings != null) {
      for (Property one : settings) {
        sink.set(one.getName(), one.getValue());
      }
    }
    return new SinkClassElement(sink);
  }

  /** A new object of that class; null, with a sentence, where there can be none. */
  @Nullable AlertSink create() {
    return sink.create(LoaderUtil::loadClass, Log4jHost.INSTANCE);
  }
}

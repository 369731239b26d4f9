package dev.openaierrors.log4j2;

import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.plugin.Settings;
import dev.openaierrors.plugin.SinkClass;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
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
@Plugin(name = "Sink", category = Core.CATEGORY_NAME, elementType = "openAiErrorSettings")
public final class SinkClassElement implements SettingsPart {

  private final @Nullable AlertSink sink;

  private SinkClassElement(@Nullable AlertSink sink) {
    this.sink = sink;
  }

  /**
   * The element with these settings.
   *
   * @param settings its attributes: {@code class}, which implements {@link AlertSink}
   * @param properties settings of that class, each for a setter that takes a String
   * @param node where the element stands; null outside a configuration file
   */
  @PluginFactory
  public static SinkClassElement create(
      @ElementSettings Settings settings,
      @PluginElement("Properties") Property @Nullable [] properties,
      @PluginNode @Nullable Node node) {
    UnknownElements.addTo(settings, node);
    SinkClass.tellUnknown(settings, Log4jHost.INSTANCE);
    Settings own = new Settings();
    if (properties != null) {
      for (Property one : properties) {
        own.set(one.getName(), one.getValue());
      }
    }
    return new SinkClassElement(
        SinkClass.create(settings.get("class"), own, LoaderUtil::loadClass, Log4jHost.INSTANCE));
  }

  @Override
  public void addTo(Settings appender, String element) {
    if (sink != null) {
      appender.add(sink);
    }
  }
}

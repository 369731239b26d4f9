package dev.openaierrors.log4j2;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.jspecify.annotations.Nullable;

/** Keeps what its layout makes of the events that it gets. */
@Plugin(name = "Text", category = Core.CATEGORY_NAME, elementType = Appender.ELEMENT_TYPE)
public final class TextAppender extends AbstractAppender {

  private final Layout<?> layout;
  private final Queue<String> texts = new ConcurrentLinkedQueue<>();

  private TextAppender(String name, @Nullable Filter filter, Layout<?> layout) {
    super(name, filter, layout, true, Property.EMPTY_ARRAY);
    this.layout = layout;
  }

  /** Called by Log4j. */
  @PluginFactory
  public static TextAppender create(
      @PluginAttribute("name") String name,
      @PluginElement("Layout") Layout<?> layout,
      @PluginElement("Filter") @Nullable Filter filter) {
    return new TextAppender(name, filter, layout);
  }

  @Override
  public void append(LogEvent event) {
    texts.add(new String(layout.toByteArray(event), StandardCharsets.UTF_8).strip());
  }

  /** One text for each event. */
  List<String> texts() {
    return List.copyOf(texts);
  }
}

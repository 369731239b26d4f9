package dev.openaierrors.log4j2;

import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;

/** Throws whatever it gets. */
@Plugin(name = "Failing", category = Core.CATEGORY_NAME, elementType = Appender.ELEMENT_TYPE)
public final class FailingAppender extends AbstractAppender {

  private FailingAppender(String name, boolean ignoreExceptions) {
    super(name, null, null, ignoreExceptions, Property.EMPTY_ARRAY);
  }

  /** Called by Log4j. */
  @PluginFactory
  public static FailingAppender create(
      @PluginAttribute("name") String name,
      @PluginAttribute(value = "ignoreExceptions", defaultBoolean = true)
          boolean ignoreExceptions) {
    return new FailingAppender(name, ignoreExceptions);
  }

  @Override
  public void append(LogEvent event) {
    throw new IllegalStateException("the target fails");
  }
}

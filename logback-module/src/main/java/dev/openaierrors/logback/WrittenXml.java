package dev.openaierrors.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.joran.GenericXMLConfigurator;
import ch.qos.logback.core.joran.util.ConfigurationWatchListUtil;
import dev.openaierrors.plugin.Mistakes;
import dev.openaierrors.plugin.PipelineSettings;
import dev.openaierrors.plugin.SettingNames;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What the file of a configuration says of our appenders and Logback does not hand over:
 * attributes, which it does not read, and references that lead nowhere. Only such appenders are
 * looked at as are written once, so that what stands under a condition is never taken for what is
 * in force.
 */
final class WrittenXml extends DefaultHandler {

  /** Of files, and of those in jars and servers; nobody waits for a network a second time. */
  private static final Set<String> NEAR = Set.of("file", "jar", "nested", "vfs");

  private static final String OURS = "dev.openaierrors.logback.OpenAiErrorAppender";

  /** What the file says of one of our appenders. */
  private static final class Written {
    final List<String[]> attributes = new ArrayList<>();
    final List<String> references = new ArrayList<>();
    int times;
  }

  private final Map<String, Written> ours = new HashMap<>();
  private final Set<String> appenders = new LinkedHashSet<>();
  private final Deque<String> path = new ArrayDeque<>();
  private @Nullable Written current;
  private int depthOfCurrent;

  private WrittenXml() {}

  /** Reads the file of the configuration in force, if there is one, and tells what is wrong. */
  static void look(LoggerContext context, Object configurator) {
    URL file = file(context, configurator);
    if (file == null || !NEAR.contains(file.getProtocol())) {
      return;
    }
    WrittenXml written = new WrittenXml();
    try {
      URLConnection connection = file.openConnection();
      connection.setUseCaches(false);
      try (InputStream xml = connection.getInputStream()) {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.newSAXParser().parse(xml, written);
      }
    } catch (IOException | SAXException | ParserConfigurationException unreadable) {
      // Then there is nothing to compare with. Logback has said what it thinks of it.
      return;
    }
    written.tell(context);
  }

  /** Newer versions of Logback tell it by the configurator, older ones by what may be watched. */
  private static @Nullable URL file(LoggerContext context, Object configurator) {
    @Nullable URL watched = ConfigurationWatchListUtil.getMainWatchURL(context);
    if (watched != null || !(configurator instanceof GenericXMLConfigurator xml)) {
      return watched;
    }
    try {
      return xml.getTopURL();
    } catch (LinkageError olderLogback) {
      return null;
    }
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes) {
    String id = String.valueOf(attributes.getValue("name"));
    if (name.equals("appender")) {
      appenders.add(id);
    }
    if (name.equals("appender") && OURS.equals(attributes.getValue("class"))) {
      current = ours.computeIfAbsent(id, it -> new Written());
      current.times++;
      depthOfCurrent = path.size();
    }
    if (current != null) {
      note(current, name, attributes);
    }
    path.push(name);
  }

  private void note(Written written, String name, Attributes attributes) {
    boolean self = path.size() == depthOfCurrent;
    boolean direct = path.size() == depthOfCurrent + 1;
    if (direct && name.equals("appender-ref")) {
      written.references.add(String.valueOf(attributes.getValue("ref")));
    }
    boolean known = self || (direct && SettingNames.ELEMENTS.contains(name));
    for (int i = 0; known && i < attributes.getLength(); i++) {
      String attribute = attributes.getQName(i);
      // The name of the appender is an attribute, that of an alert an element.
      boolean right = attribute.equals("class") || (self && attribute.equals("name"));
      if (!right && SettingNames.all().contains(attribute)) {
        written.attributes.add(new String[] {name, attribute});
      }
    }
  }

  @Override
  public void endElement(String uri, String local, String name) {
    path.pop();
    if (path.size() == depthOfCurrent) {
      current = null;
    }
  }

  private void tell(LoggerContext context) {
    for (Logger logger : context.getLoggerList()) {
      logger.iteratorForAppenders().forEachRemaining(this::tell);
    }
  }

  private void tell(Appender<ILoggingEvent> appender) {
    Written written = ours.remove(String.valueOf(appender.getName()));
    if (written == null || written.times != 1 || !(appender instanceof PlacedAppender self)) {
      return;
    }
    for (String[] one : written.attributes) {
      self.addWarn(Mistakes.attribute(self.element(), one[0], one[1]));
    }
    for (String reference : written.references) {
      // What is put together from variables may have any name.
      if (!reference.contains("${") && self.getAppender(reference) == null) {
        List<String> others = appenders.stream().filter(o -> !o.equals(self.getName())).toList();
        self.addWarn(PipelineSettings.unknownTarget(self.element(), reference, others));
      }
    }
  }
}

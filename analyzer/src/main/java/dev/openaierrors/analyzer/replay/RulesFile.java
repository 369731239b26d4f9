package dev.openaierrors.analyzer.replay;

import dev.openaierrors.alert.Origin;
import dev.openaierrors.analyzer.input.Opening;
import dev.openaierrors.plugin.AlertSettings;
import dev.openaierrors.plugin.Host;
import dev.openaierrors.plugin.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Takes the alert rules out of the XML configuration of a logging framework: sub-elements as
 * Logback wants them, attributes as Log4j2 does. What the words mean is left to {@link
 * AlertSettings}; the rest of the file is not looked at, and nothing outside of it is opened.
 */
public final class RulesFile {

  private static final String LOGBACK = "dev.openaierrors.logback.OpenAiErrorAppender";
  private static final String LOG4J2 = "OpenAiErrors";
  private static final int MOST_BYTES = 512 * 1024;
  private static final int MOST_ELEMENTS = 1000;

  /** The elements that say something of alerts, wherever these go. */
  private static final Set<String> TAKEN = Set.of("alert", "label");

  /** Elements inside each other, which are looked through one inside the other, too. */
  private static final int DEEPEST = 100;

  /** What the JDK's parser says of more. */
  private static final String TOO_DEEP = "JAXP00010006";

  private final String name;
  private final Variables variables;
  private final Set<String> problems = new LinkedHashSet<>();

  private RulesFile(String name, Variables variables) {
    this.name = name;
    this.variables = variables;
  }

  /**
   * The rules of a file.
   *
   * @param environment environment variables by name, null where there is none
   * @throws RulesException if it gives none; the message does not name the file
   * @throws IOException if it cannot be read
   */
  public static Rules read(Path file, UnaryOperator<@Nullable String> environment)
      throws RulesException, IOException {
    Element root = parse(file);
    RulesFile rules = new RulesFile(file.toString(), new Variables(root, environment));
    return rules.rules(root);
  }

  private static Element parse(Path file) throws RulesException, IOException {
    try (InputStream in = Opening.once(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new RulesException("it is larger than " + MOST_BYTES / 1024 + " kB");
      }
      return builder().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
    } catch (SAXParseException e) {
      String message = String.valueOf(e.getMessage());
      if (message.startsWith(TOO_DEEP)) {
        throw new RulesException("its elements are nested deeper than " + DEEPEST);
      }
      throw new RulesException(
          message.contains("DOCTYPE")
              ? "it has a DOCTYPE, which could draw in other files; take it out"
              : "it is no well-formed XML: line " + e.getLineNumber() + ": " + message);
    } catch (SAXException e) {
      throw new RulesException("it is no well-formed XML: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java has no XML parser that is safe", e);
    }
  }

  private static DocumentBuilder builder() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setAttribute("jdk.xml.maxElementDepth", Integer.toString(DEEPEST));
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setIgnoringComments(true);
    factory.setCoalescing(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new Quiet());
    return builder;
  }

  private Rules rules(Element root) throws RulesException {
    List<Element> appenders = new ArrayList<>();
    find(root, appenders);
    if (appenders.isEmpty()) {
      throw new RulesException(
          "there is no appender of ours in it: neither <appender class=\""
              + LOGBACK
              + "\"> (Logback) nor <"
              + LOG4J2
              + "> (Log4j2)"
              + (includes(root)
                  ? "; what it draws in by include is not looked at, so name that file instead"
                  : ""));
    }
    if (appenders.size() > 1) {
      problems.add(
          "has " + appenders.size() + " appenders of ours; the rules of the first are used");
    }
    AlertSettings settings = new AlertSettings(settings(appenders.get(0)), new Problems());
    if (!settings.isOn()) {
      throw new RulesException("its alerts are switched off");
    }
    problems.addAll(variables.unknown());
    return new Rules(name, settings.rules(), settings.origin(Origin.NONE), List.copyOf(problems));
  }

  private static void find(Element element, List<Element> found) {
    boolean logback =
        element.getTagName().equalsIgnoreCase("appender")
            && element.getAttribute("class").strip().equals(LOGBACK);
    boolean log4j2 =
        element.getTagName().equalsIgnoreCase(LOG4J2)
            || (element.getTagName().equalsIgnoreCase("appender")
                && element.getAttribute("type").equalsIgnoreCase(LOG4J2));
    if (logback || log4j2) {
      found.add(element);
      return;
    }
    children(element).forEach(child -> find(child, found));
  }

  private static boolean includes(Element root) {
    return root.getElementsByTagName("include").getLength() > 0
        || root.getElementsByTagName("xi:include").getLength() > 0;
  }

  private Settings settings(Element appender) throws RulesException {
    Settings settings = each(appender);
    int elements = 0;
    for (Element child : children(appender)) {
      String name = child.getTagName().toLowerCase(Locale.ROOT);
      if (TAKEN.contains(name)) {
        if (++elements > MOST_ELEMENTS) {
          throw new RulesException("it has more than " + MOST_ELEMENTS + " alert rules");
        }
        settings.add(name, each(child));
      }
    }
    return settings;
  }

  /** Every attribute, and every sub-element that holds nothing but text. */
  private Settings each(Element element) {
    Settings settings = new Settings();
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      settings.set(attribute.getName(), variables.substitute(attribute.getValue()));
    }
    for (Element child : children(element)) {
      if (children(child).isEmpty() && child.getAttributes().getLength() == 0) {
        settings.set(child.getTagName(), variables.substitute(child.getTextContent()));
      }
    }
    return settings;
  }

  static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = element.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  /** Collects what is wrong with the settings. */
  private final class Problems implements Host {
    @Override
    public void error(String sentence, @Nullable Throwable cause) {
      info(sentence);
    }

    @Override
    public void warn(String sentence, @Nullable Throwable cause) {
      info(sentence);
    }

    @Override
    public void info(String sentence) {
      problems.add(sentence.replaceFirst("^openai-errors: ", ""));
    }
  }

  /** Prints nothing; the exception says it. */
  private static final class Quiet implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {}

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}

package dev.openaierrors.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.openaierrors.alert.AlertRule;
import dev.openaierrors.alert.DefaultRules;
import dev.openaierrors.plugin.PropertySettings;
import dev.openaierrors.plugin.PropertySettings.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The metadata by which editors complete properties is made of core's table of settings and of the
 * manual's words for them.
 */
class MetadataTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final Path FILE =
      Path.of("src", "main", "resources", "META-INF", "spring-configuration-metadata.json");
  private static final String STRING = "java.lang.String";
  private static final String LABEL = "label." + PropertySettings.ANY;
  private static final String RULES = StarterProperties.PREFIX + ".alert";

  private final ObjectMapper json = new ObjectMapper();
  private final ObjectNode metadata = json.createObjectNode();
  private final ArrayNode groups = metadata.putArray("groups");
  private final ArrayNode properties = metadata.putArray("properties");
  private final ArrayNode hints = metadata.putArray("hints");

  @Test
  void knowsEverySettingThatCoreHas() throws Exception {
    groups.addObject().put("name", StarterProperties.PREFIX);
    Map<String, String> own = ofStarter();
    assertThat(own.keySet()).containsExactlyInAnyOrderElementsOf(StarterSettings.OWN);
    own.forEach((name, meaning) -> add(name, meaning, name.equals("loggers") ? "" : "true"));
    Map<String, String> meanings = ofManual();
    for (Property property : PropertySettings.known()) {
      if (property.name().equals(LABEL)) {
        labels();
        continue;
      }
      assertThat(meanings).as("what settings.md explains").containsKey(property.name());
      String meaning = meanings.getOrDefault(property.name(), "");
      for (String name : names(property.name())) {
        add(name, meaning, byDefault(property));
        hint(name, property.words());
      }
    }
    rulesOfTheUsersOwn();
    ofActuator("health", "Whether health shows if an incident is open.", false);
    ofActuator("info", "Whether info tells how many incidents are open.", true);
    String text =
        json.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
                .writeValueAsString(metadata)
            + "\n";
    if (Boolean.getBoolean("metadata.update")) {
      Files.writeString(FILE, text);
    }
    assertThat(Files.readString(FILE))
        .as(
            "written anew by mvn -q -Pquick test -pl spring-boot-starter -am -Dtest=MetadataTest"
                + " -Dmetadata.update")
        .isEqualTo(text);
  }

  private void add(String name, String meaning, String byDefault) {
    ObjectNode property = properties.addObject();
    property.put("name", StarterProperties.PREFIX + "." + name);
    property.put("type", STRING);
    property.put("description", meaning);
    if (!byDefault.isEmpty()) {
      property.put("defaultValue", byDefault);
    }
  }

  private void hint(String name, List<String> words) {
    if (!words.isEmpty()) {
      ObjectNode hint = hints.addObject().put("name", StarterProperties.PREFIX + "." + name);
      ArrayNode values = hint.putArray("values");
      words.forEach(word -> values.addObject().put("value", word));
      // Some take several of them.
      hint.putArray("providers").addObject().put("name", "any");
    }
  }

  private void labels() {
    ObjectNode property = properties.addObject();
    property.put("name", StarterProperties.PREFIX + ".label");
    property.put("type", "java.util.Map<java.lang.String,java.lang.String>");
    property.put("description", "Labels that all alerts have, by name.");
  }

  private void rulesOfTheUsersOwn() {
    ObjectNode property = properties.addObject();
    property.put("name", RULES);
    property.put(
        "type", "java.util.Map<java.lang.String,java.util.Map<java.lang.String,java.lang.String>>");
    property.put("description", "Rules of alerts by name: default ones to change, and your own.");
    ObjectNode hint = hints.addObject().put("name", RULES + ".keys");
    ArrayNode values = hint.putArray("values");
    DefaultRules.all().forEach(rule -> values.addObject().put("value", rule.name()));
    hint.putArray("providers").addObject().put("name", "any");
  }

  private void ofActuator(String part, String meaning, boolean byDefault) {
    ObjectNode property = properties.addObject();
    property.put("name", "management." + part + "." + AlertsEndpoint.ID + ".enabled");
    property.put("type", "java.lang.Boolean");
    property.put("description", meaning);
    property.put("defaultValue", byDefault);
  }

  /** Those of each default rule. */
  private static List<String> names(String name) {
    return name.contains(PropertySettings.ANY)
        ? DefaultRules.all().stream()
            .map(AlertRule::name)
            .map(rule -> name.replace(PropertySettings.ANY, rule))
            .toList()
        : List.of(name);
  }

  /** Only what may be written as well. */
  private static String byDefault(Property property) {
    String text = property.byDefault();
    boolean isNumber = !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    return isNumber || property.words().contains(text) ? text : "";
  }

  /** What the page of the starter says of its own properties, by their names. */
  private static Map<String, String> ofStarter() throws IOException {
    Map<String, String> meanings = new LinkedHashMap<>();
    String start = "`" + StarterProperties.PREFIX + ".";
    for (List<String> row : rows(DOCS.resolve("spring-boot.md"))) {
      if (row.get(0).startsWith(start)) {
        meanings.put(row.get(0).replace(start, "").replace("`", ""), sentence(row.get(1)));
      }
    }
    return meanings;
  }

  /** What the page of the settings says of each, by the name of its property. */
  private static Map<String, String> ofManual() throws IOException {
    Map<String, String> meanings = new LinkedHashMap<>();
    String element = "";
    for (List<String> row : rows(DOCS.resolve("settings.md"))) {
      if (row.size() < 4) {
        String property = hyphened(row.get(0));
        String meaning = sentence(row.get(1));
        // The sections of the appender, of an alert and of the filter use some words twice.
        meanings.putIfAbsent(property, meaning);
        meanings.putIfAbsent("alert.*." + property, meaning);
        continue;
      }
      element = row.get(0).isEmpty() ? element : row.get(0);
      String meaning = sentence(row.get(2));
      String property = hyphened(row.get(1));
      Stream<String> elements =
          element.startsWith("`")
              ? Stream.of(hyphened(element))
              : Stream.of("slack", "pager-duty", "alertmanager", "webhook");
      elements.forEach(one -> meanings.putIfAbsent(one + "." + property, meaning));
    }
    return meanings;
  }

  private static List<List<String>> rows(Path page) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("|") && !line.startsWith("|---")) {
        String inside = line.substring(1, line.lastIndexOf('|'));
        rows.add(Stream.of(inside.split("\\|", -1)).map(String::strip).toList());
      }
    }
    return rows;
  }

  private static String hyphened(String name) {
    return name.replace("`", "").replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** Without the marks of Markdown. */
  private static String sentence(String markdown) {
    String text = markdown.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replace("`", "");
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }
}

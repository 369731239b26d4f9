package dev.openaierrors.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings that are written as flat properties, as services of Spring Boot have them:
 *
 * <pre>{@code
 * fields=kind, retryable
 * label.team=payments
 * alert.quota.quiet=30m
 * slack.url=https://hooks.slack.com/services/...
 * webhook.audit.url=https://example.org/hook
 * webhook.audit.header[0]=Authorization: Bearer ...
 * }</pre>
 *
 * <p>The words are those of an element of XML. Of an element that there are several of, each has a
 * name or a number behind the word: a rule's name always, a destination's only where it is needed.
 * Names are known in any case, with hyphens, and with a dot in place of a hyphen, which is what
 * comes out of a variable such as {@code OPENAI_ERRORS_STATE_FILE}.
 */
public final class PropertySettings {

  /** How {@link #known} writes what the user names. */
  public static final String ANY = "*";

  private final Settings settings = Settings.ofProperties();
  private final Map<List<String>, Settings> elements = new LinkedHashMap<>();
  private final Map<List<String>, List<String>> lists = new LinkedHashMap<>();

  private PropertySettings() {}

  /**
   * A property that there is.
   *
   * @param name with hyphens, as {@code alert.*.min-severity}
   * @param byDefault in words of the manual; empty if it depends, or if there is nothing
   * @param words the words that its value may be or may be made of; empty if it is other text
   */
  public record Property(String name, String byDefault, List<String> words) {}

  /**
   * The settings that these properties come to. What is not known among them is told of by whoever
   * reads the settings.
   *
   * @param properties texts by name, without what stands before the names of all of them
   */
  public static Settings of(Map<String, String> properties) {
    PropertySettings all = new PropertySettings();
    properties.forEach((name, text) -> all.add(segments(name), text));
    all.lists.forEach(
        (path, texts) -> all.bag(path.subList(0, 2)).set(path.get(2), String.join(", ", texts)));
    return all.settings;
  }

  /** Every property that is known, in the order of the manual. */
  public static List<Property> known() {
    Stream<Property> ofAppender =
        ofAppender().stream().map(setting -> property(List.of(), setting));
    Stream<Property> ofElements =
        SettingNames.ELEMENTS.stream()
            .flatMap(
                element -> {
                  List<String> path =
                      element.equals(AlertSettings.ALERT)
                          ? List.of(element, ANY)
                          : List.of(element);
                  return settingsOf(element).stream()
                      .filter(setting -> setting != SettingTable.OfRule.NAME)
                      .map(setting -> property(path, setting));
                });
    Property ownClass = new Property(SinkClass.ELEMENT + ".class", "", List.of());
    Property label = new Property(LabelReader.ELEMENT + "." + ANY, "none", List.of());
    return Stream.of(ofAppender, ofElements, Stream.of(label, ownClass))
        .flatMap(all -> all)
        .toList();
  }

  private static Property property(List<String> path, Setting<?> setting) {
    List<String> names = new ArrayList<>();
    path.forEach(segment -> names.add(Words.hyphened(segment)));
    names.add(Words.hyphened(setting.name()));
    return new Property(String.join(".", names), setting.byDefault(), setting.words());
  }

  /** {@code header[0]} is two of them. */
  private static List<String> segments(String name) {
    return Stream.of(name.replace("[", ".").replace("]", "").split("\\."))
        .filter(segment -> !segment.isEmpty())
        .toList();
  }

  private void add(List<String> path, String text) {
    for (int end = 1; end < path.size(); end++) {
      String element = element(String.join("", path.subList(0, end)));
      if (element != null) {
        addTo(element, path.subList(end, path.size()), text);
        return;
      }
    }
    if (set(List.of("", ""), path, ofAppender(), text)) {
      return;
    }
    String alone = path.isEmpty() ? "" : path.get(0);
    String element = element(String.join("", path));
    if (element != null) {
      addBare(element, "", text);
    } else if (path.size() > 1) {
      bag(List.of(alone, ""));
    } else {
      settings.set(alone, text);
    }
  }

  /** A value where only settings below have one. */
  private void addBare(String element, String name, String text) {
    if (!text.isBlank()) {
      String word = Words.hyphened(element) + (name.isEmpty() ? "" : "." + name);
      settings.addBare(word, example(element, name));
    }
  }

  private static String example(String element, String name) {
    String word = Words.hyphened(element);
    return switch (element) {
      case AlertSettings.ALERT -> word + "." + (name.isEmpty() ? "quota" : name) + ".enabled";
      case LabelReader.ELEMENT -> word + ".team";
      case SinkClass.ELEMENT -> word + ".class";
      default -> {
        String setting = Words.hyphened(settingsOf(element).get(0).name());
        yield word + (name.isEmpty() ? "" : "." + name) + "." + setting;
      }
    };
  }

  /** With a name before the setting, or none. */
  private void addTo(String element, List<String> path, String text) {
    List<Setting<?>> known = settingsOf(element);
    for (int start = 0; start < path.size(); start++) {
      List<String> key = List.of(element, String.join(".", path.subList(0, start)));
      if (set(key, path.subList(start, path.size()), known, text)) {
        return;
      }
    }
    if (element.equals(LabelReader.ELEMENT)) {
      // The name that a variable has, and a label may have no dot.
      addLabel(String.join("_", path), text);
      return;
    }
    boolean named = path.size() > 1;
    if (!named && (element.equals(AlertSettings.ALERT) || isNumber(path.get(0)))) {
      addBare(element, path.get(0), text);
      return;
    }
    // A class of the user's own has settings that nobody knows.
    List<String> key = List.of(element, named ? path.get(0) : "");
    bag(key).set(String.join(".", named ? path.subList(1, path.size()) : path), text);
  }

  /** One whose name is that of its property. */
  private void addLabel(String name, String text) {
    bag(List.of(LabelReader.ELEMENT, name))
        .set(SettingTable.OfLabel.LABEL_NAME.name(), name)
        .set(SettingTable.OfLabel.LABEL_VALUE.name(), text);
  }

  /** Sets it, if these are the segments of one that is known, and perhaps a number behind it. */
  private boolean set(
      List<String> key, List<String> segments, List<Setting<?>> known, String text) {
    Setting<?> setting = named(String.join("", segments), known);
    if (setting != null) {
      bag(key).set(setting.name(), text);
      return true;
    }
    int last = segments.size() - 1;
    if (last < 1 || !isNumber(segments.get(last))) {
      return false;
    }
    setting = named(String.join("", segments.subList(0, last)), known);
    if (setting == null) {
      return false;
    }
    if (setting.takesSeveral()) {
      bag(key).set(setting.name(), text);
    } else {
      List<String> path = List.of(key.get(0), key.get(1), setting.name());
      lists.computeIfAbsent(path, p -> new ArrayList<>()).add(text);
    }
    return true;
  }

  /** The settings of an element, by its word and its name; of none, those of the appender. */
  private Settings bag(List<String> key) {
    if (key.get(0).isEmpty()) {
      return settings;
    }
    return elements.computeIfAbsent(
        List.copyOf(key),
        k -> {
          Settings bag = Settings.ofProperties();
          settings.add(k.get(0), bag);
          if (k.get(0).equals(AlertSettings.ALERT)) {
            bag.set(SettingTable.OfRule.NAME.name(), k.get(1));
          }
          return bag;
        });
  }

  private static boolean isNumber(String segment) {
    return segment.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static @Nullable String element(String word) {
    for (String element : SettingNames.ELEMENTS) {
      if (Settings.isSame(element, word)) {
        return element;
      }
    }
    return null;
  }

  private static @Nullable Setting<?> named(String word, List<Setting<?>> known) {
    for (Setting<?> setting : known) {
      if (Settings.isSame(setting.name(), word)) {
        return setting;
      }
    }
    return null;
  }

  private static List<Setting<?>> ofAppender() {
    return Stream.of(SettingTable.ENRICHMENT, SettingTable.APPENDER, SettingTable.ALERTS)
        .<Setting<?>>flatMap(List::stream)
        .toList();
  }

  private static List<Setting<?>> settingsOf(String element) {
    SinkType type = SinkType.of(element);
    if (type != null) {
      return type.settings();
    }
    return element.equals(AlertSettings.ALERT) ? SettingTable.OfRule.RULE : List.of();
  }
}

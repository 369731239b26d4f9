package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The settings of alerts in words of no framework; each writes them in its own form.
 *
 * @param settings of the appender, by the names that all frameworks share
 * @param elements elements with settings of their own, in order
 * @param keep how many events, beside alerts, the target remembers; it counts the others
 * @param async whether the framework's asynchronous appender is in front of ours
 */
public record AlertSetup(
    Map<String, String> settings, List<Element> elements, int keep, boolean async) {

  /**
   * An element with settings of its own.
   *
   * @param name as in Logback; Log4j2 begins it with a capital
   * @param settings its settings
   * @param more settings of which a destination may have several: headers of a webhook, or what a
   *     destination of one's own is told
   */
  public record Element(String name, Map<String, String> settings, Map<String, String> more) {}

  private static final String UNSET = "OPENAI_TEST_IS_UNDEFINED";

  static AlertSetup plain() {
    return new AlertSetup(Map.of(), List.of(), Integer.MAX_VALUE, false);
  }

  /** A rule that a test need not wait long for. */
  static AlertSetup quick() {
    return plain()
        .element("alert", "name", "quota", "when", "first", "quiet", "1s", "repeat", "never");
  }

  /**
   * One of each element, with all the settings that it has: whatever they take, none takes this.
   */
  static Stream<AlertSetup> everySetting() {
    AlertSetup appender = plain();
    List<Setting<?>> all = new ArrayList<>(SettingTable.APPENDER);
    all.addAll(SettingTable.ALERTS);
    for (Setting<?> setting : all) {
      appender = appender.with(setting.name(), UNSET);
    }
    Stream<AlertSetup> destinations =
        Stream.of(SinkType.values()).map(type -> each(type.element(), type.settings()));
    return Stream.concat(
        Stream.of(
            appender,
            each("alert", SettingTable.OfRule.RULE),
            each("label", SettingTable.OfLabel.LABEL)),
        destinations);
  }

  private static AlertSetup each(String element, List<Setting<?>> settings) {
    Map<String, String> given = new LinkedHashMap<>();
    settings.forEach(setting -> given.put(setting.name(), UNSET));
    given.replace("name", "quota");
    Map<String, String> more = given.remove("header") == null ? Map.of() : Map.of("X-A", UNSET);
    return plain().element(element, given, more);
  }

  /** Asserts that something is said of each setting, and of none that it does not exist. */
  void assertEachIsTold(List<String> sentences) {
    Set<String> names = new LinkedHashSet<>(settings.keySet());
    for (Element element : elements) {
      names.addAll(element.settings.keySet());
      names.addAll(element.more.isEmpty() ? Set.of() : Set.of("header"));
    }
    names.remove("name");
    assertThat(sentences).noneMatch(sentence -> sentence.contains("is no setting of it"));
    for (String name : names) {
      assertThat(sentences)
          .as("what is said of %s", name)
          .anyMatch(sentence -> sentence.contains(": " + name + ": "));
    }
  }

  AlertSetup keep(int most) {
    return new AlertSetup(settings, elements, most, async);
  }

  AlertSetup behindAnAsynchronousAppender() {
    return new AlertSetup(settings, elements, keep, true);
  }

  AlertSetup with(String setting, String value) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.put(setting, value);
    return new AlertSetup(all, elements, keep, async);
  }

  AlertSetup element(String name, String... namesAndValues) {
    return element(name, Map.of(), namesAndValues);
  }

  AlertSetup element(String name, Map<String, String> more, String... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return element(name, values, more);
  }

  AlertSetup element(String name, Map<String, String> values, Map<String, String> more) {
    List<Element> all = new ArrayList<>(elements);
    all.add(new Element(name, values, more));
    return new AlertSetup(settings, all, keep, async);
  }
}

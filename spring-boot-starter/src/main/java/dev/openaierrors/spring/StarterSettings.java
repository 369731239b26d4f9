package dev.openaierrors.spring;

import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Provider;
import dev.openaierrors.plugin.PropertySettings;
import dev.openaierrors.plugin.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * What the properties below {@code openai.errors} say. Values only: it outlives the environment
 * that it was read from, since a logging framework may be configured again at any time.
 *
 * @param enabled whether there is to be an appender of ours at all
 * @param inPattern whether Spring Boot's own patterns are to show the kind
 * @param loggers names of the loggers whose appenders are meant beside root's
 * @param properties all that core understands, without the prefix
 * @param problems a sentence for each value that cannot be used, of those that core does not see
 */
record StarterSettings(
    boolean enabled,
    boolean inPattern,
    Set<String> loggers,
    Map<String, String> properties,
    List<String> problems) {

  static final String ENABLED = "enabled";
  static final String PATTERN = "pattern";
  static final String LOGGERS = "loggers";

  /** Those that are the starter's and unknown to core. */
  static final List<String> OWN = List.of(ENABLED, LOGGERS, PATTERN);

  private static final String SERVICE = "service";
  private static final String ENVIRONMENT = "environment";

  /** Reads them; a value that cannot be used counts as not given. */
  static StarterSettings of(Environment environment) {
    List<String> problems = new ArrayList<>();
    StarterProperties given = new StarterProperties(environment, problems);
    Map<String, String> all = given.all();
    keepHighest(all, environment);
    takeOfPrefix(given, all, problems);
    boolean enabled = isOn(all, ENABLED, problems);
    boolean inPattern = isOn(all, PATTERN, problems);
    Set<String> loggers = loggers(all);
    all.keySet().removeIf(StarterSettings::isOwn);
    String name = environment.getProperty("spring.application.name", "");
    String profiles = String.join(",", environment.getActiveProfiles());
    putIfNotGiven(all, SERVICE, name);
    putIfNotGiven(all, ENVIRONMENT, profiles);
    return new StarterSettings(
        enabled, inPattern, loggers, Collections.unmodifiableMap(all), List.copyOf(problems));
  }

  /**
   * The prefix alone is not a property of ours, but what {@code openai.errors=off} means is plain.
   */
  private static void takeOfPrefix(
      StarterProperties given, Map<String, String> all, List<String> problems) {
    String text = given.ofPrefix();
    if (text.isEmpty()) {
      return;
    }
    if (switchedOn(text) == null) {
      problems.add(
          "openai-errors: %s: is no setting and is ignored; the settings are below it, such as %s.%s."
              .formatted(StarterProperties.PREFIX, StarterProperties.PREFIX, ENABLED));
    } else if (!given.goesBeforePrefix(ENABLED)) {
      all.put(ENABLED, text);
    }
  }

  /**
   * Of a list, or a text in place of one, the source of highest precedence has all of it, as Spring
   * binds lists; and of one property that is written in two ways, the higher source has it.
   */
  private static void keepHighest(Map<String, String> all, Environment environment) {
    if (all.isEmpty()) {
      return;
    }
    Map<String, List<String>> lists =
        all.keySet().stream().collect(Collectors.groupingBy(key -> plain(withoutIndex(key))));
    lists.values().removeIf(keys -> keys.stream().noneMatch(StarterSettings::hasIndex));
    for (List<String> keys : lists.values()) {
      List<String> highest = List.of();
      for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
        highest = keys.stream().filter(key -> has(source, key)).toList();
        if (!highest.isEmpty()) {
          break;
        }
      }
      boolean isText = !highest.stream().allMatch(StarterSettings::hasIndex);
      for (String key : keys) {
        if (!highest.contains(key) || (isText && hasIndex(key))) {
          all.remove(key);
        }
      }
    }
    Set<String> seen = new HashSet<>();
    // Those of the highest source come first.
    all.keySet().removeIf(key -> !seen.add(plain(key)));
  }

  private static boolean has(ConfigurationPropertySource source, String key) {
    // The map has a dot before a number, whether a dot or a bracket was there.
    String list = withoutIndex(key);
    String index = list.equals(key) ? "" : "[" + key.substring(list.length() + 1) + "]";
    return Stream.of(list, list.replaceAll("\\.(\\d+)(?=\\.|$)", "[$1]"))
        .map(
            name ->
                ConfigurationPropertyName.adapt(StarterProperties.PREFIX + "." + name + index, '.'))
        .anyMatch(name -> source.getConfigurationProperty(name) != null);
  }

  private static boolean hasIndex(String key) {
    return !withoutIndex(key).equals(key);
  }

  private static String withoutIndex(String key) {
    int dot = key.lastIndexOf('.');
    boolean isIndex = dot > 0 && key.substring(dot + 1).chars().allMatch(c -> c >= '0' && c <= '9');
    return isIndex ? key.substring(0, dot) : key;
  }

  /** As core compares names, which are written in several ways. */
  private static String plain(String key) {
    String list = withoutIndex(key);
    String index = key.substring(list.length());
    return list.replace("-", "").replace("_", "").replace(".", "").toLowerCase(Locale.ROOT) + index;
  }

  /** The providers whose errors count; empty if that is not said, or said in unknown words. */
  Set<Provider> providers() {
    String words = Objects.requireNonNullElse(toSettings().get("providers"), "");
    return Stream.of(words.split(","))
        .map(word -> Provider.fromId(word.strip().toLowerCase(Locale.ROOT)))
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** As settings of an appender, which may be given to one only. */
  Settings toSettings() {
    return PropertySettings.of(properties).readElsewhere(OWN);
  }

  /** Whether our appender stands beside the others and hands nothing on to them. */
  boolean observes() {
    String mode = toSettings().get("mode");
    return mode != null && mode.strip().equalsIgnoreCase("observe");
  }

  private static boolean isOwn(String property) {
    return OWN.contains(property) || property.startsWith(LOGGERS + ".");
  }

  private static boolean isOn(Map<String, String> all, String property, List<String> problems) {
    String given = all.getOrDefault(property, "").strip();
    Boolean on = given.isEmpty() ? Boolean.TRUE : switchedOn(given);
    if (on == null) {
      problems.add(
          "openai-errors: %s.%s: '%s' is neither true nor false, so true is used."
              .formatted(StarterProperties.PREFIX, property, Printable.lineOrNull(given, 40)));
      return true;
    }
    return on;
  }

  /** Null for another word; all words for it are those of core's settings. */
  private static @Nullable Boolean switchedOn(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "false", "off", "no" -> false;
      case "true", "on", "yes" -> true;
      default -> null;
    };
  }

  private static Set<String> loggers(Map<String, String> all) {
    if (all.isEmpty()) {
      return Set.of();
    }
    return all.entrySet().stream()
        .filter(one -> one.getKey().equals(LOGGERS) || one.getKey().startsWith(LOGGERS + "."))
        .flatMap(one -> Stream.of(one.getValue().split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void putIfNotGiven(Map<String, String> all, String property, String value) {
    if (!value.isBlank() && Objects.requireNonNullElse(all.get(property), "").isBlank()) {
      all.put(property, value);
    }
  }
}

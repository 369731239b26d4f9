package dev.openaierrors.spring;

import dev.openaierrors.plugin.PropertySettings;
import dev.openaierrors.plugin.Settings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What the properties below {@code openai.errors} say. Values only: it outlives the environment
 * that it was read from, since a logging framework may be configured again at any time.
 *
 * @param enabled whether there is to be an appender of ours at all
 * @param inPattern whether Spring Boot's own patterns are to show the kind
 * @param loggers names of the loggers whose appenders are meant beside root's
 * @param properties all that core understands, without the prefix
 */
record StarterSettings(
    boolean enabled, boolean inPattern, Set<String> loggers, Map<String, String> properties) {

  static final String PREFIX = "openai.errors";

  static final String ENABLED = "enabled";
  static final String PATTERN = "pattern";
  static final String LOGGERS = "loggers";

  /** Those that are the starter's and unknown to core. */
  static final List<String> OWN = List.of(ENABLED, LOGGERS, PATTERN);

  private static final String SERVICE = "service";
  private static final String ENVIRONMENT = "environment";

  /** Reads them; a value that cannot be used counts as not given. */
  static StarterSettings of(Environment environment) {
    Binder binder = Binder.get(environment);
    Map<String, String> all =
        new LinkedHashMap<>(
            binder
                .bind(PREFIX, Bindable.mapOf(String.class, String.class))
                .orElseGet(LinkedHashMap::new));
    boolean enabled = isOn(all, ENABLED);
    boolean inPattern = isOn(all, PATTERN);
    Set<String> loggers = loggers(all);
    all.keySet().removeIf(StarterSettings::isOwn);
    String name = environment.getProperty("spring.application.name", "");
    String profiles = String.join(",", environment.getActiveProfiles());
    putIfNotGiven(all, SERVICE, name);
    putIfNotGiven(all, ENVIRONMENT, profiles);
    return new StarterSettings(enabled, inPattern, loggers, Collections.unmodifiableMap(all));
  }

  /** As settings of an appender, which may be given to one only. */
  Settings toSettings() {
    return PropertySettings.of(properties);
  }

  /** Whether our appender stands beside the others and hands nothing on to them. */
  boolean observes() {
    String mode = toSettings().get("mode");
    return mode != null && mode.strip().equalsIgnoreCase("observe");
  }

  private static boolean isOwn(String property) {
    return OWN.contains(property) || property.startsWith(LOGGERS + ".");
  }

  /** All words for it are those of core's settings. */
  private static boolean isOn(Map<String, String> all, String property) {
    String value = all.getOrDefault(property, "").strip().toLowerCase(Locale.ROOT);
    return !Set.of("false", "off", "no").contains(value);
  }

  private static Set<String> loggers(Map<String, String> all) {
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

package dev.openaierrors.spring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * The properties below our prefix, as text. One that Spring Boot cannot read, such as one that
 * refers to itself, costs itself only.
 */
final class StarterProperties {

  static final String PREFIX = "openai.errors";

  private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of(PREFIX);
  private static final Bindable<String> TEXT = Bindable.of(String.class);

  private final Iterable<ConfigurationPropertySource> sources;
  private final Binder binder;
  private final List<String> problems;

  /**
   * Those of this environment.
   *
   * @param problems takes a sentence for each that cannot be read
   */
  StarterProperties(Environment environment, List<String> problems) {
    this.sources = ConfigurationPropertySources.get(environment);
    this.binder = Binder.get(environment);
    this.problems = problems;
  }

  /** All by their names without the prefix; those of the highest source come first. */
  Map<String, String> all() {
    Whole whole = new Whole();
    Map<String, String> all =
        binder
            .bind(ROOT, Bindable.mapOf(String.class, String.class), whole)
            .orElseGet(LinkedHashMap::new);
    // Spring Boot gives all of them up where a name of several words cannot be read.
    return whole.failed ? oneByOne() : new LinkedHashMap<>(all);
  }

  private Map<String, String> oneByOne() {
    problems.clear();
    Map<String, @Nullable String> read = new LinkedHashMap<>();
    for (ConfigurationPropertySource source : sources) {
      if (source instanceof IterableConfigurationPropertySource names) {
        names.stream()
            .filter(ROOT::isAncestorOf)
            .filter(name -> !read.containsKey(key(name)))
            .forEach(name -> read.put(key(name), text(name)));
      }
    }
    Map<String, String> all = new LinkedHashMap<>();
    read.forEach(
        (key, value) -> {
          if (value != null) {
            all.put(key, value);
          }
        });
    return all;
  }

  /** As Spring Boot names it in a map: with a dot before a number, too. */
  private static String key(ConfigurationPropertyName name) {
    StringBuilder key = new StringBuilder();
    for (int i = ROOT.getNumberOfElements(); i < name.getNumberOfElements(); i++) {
      key.append(key.isEmpty() ? "" : ".").append(name.getElement(i, Form.ORIGINAL));
    }
    return key.toString();
  }

  /** What the prefix itself was given, as in {@code openai.errors=off}; empty if nothing. */
  String ofPrefix() {
    for (ConfigurationPropertySource source : sources) {
      if (source.getConfigurationProperty(ROOT) != null) {
        @Nullable String text = text(ROOT);
        return text == null ? "" : text.strip();
      }
    }
    return "";
  }

  /** Whether this property stands in the source of the prefix's own value, or in a higher one. */
  boolean goesBeforePrefix(String property) {
    ConfigurationPropertyName name = ROOT.append(property);
    for (ConfigurationPropertySource source : sources) {
      if (source.getConfigurationProperty(name) != null) {
        return true;
      }
      if (source.getConfigurationProperty(ROOT) != null) {
        return false;
      }
    }
    return false;
  }

  private @Nullable String text(ConfigurationPropertyName name) {
    return binder.bind(name, TEXT, new Single()).orElse(null);
  }

  private void tellUnreadable(ConfigurationPropertyName name) {
    problems.add(
        "openai-errors: %s: cannot be read, so it counts as not set; does it refer to itself?"
            .formatted(name));
  }

  /** Notices where all of them are given up. */
  private final class Whole extends AbstractBindHandler {

    private boolean failed;

    @Override
    public @Nullable Object onFailure(
        ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
      if (name.equals(ROOT)) {
        failed = true;
      } else {
        tellUnreadable(name);
      }
      return null;
    }
  }

  private final class Single extends AbstractBindHandler {

    @Override
    public @Nullable Object onFailure(
        ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
      tellUnreadable(name);
      return null;
    }
  }
}

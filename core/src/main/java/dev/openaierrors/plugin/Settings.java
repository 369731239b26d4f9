package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertSink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one element of a configuration, as text that nobody has understood yet, and the
 * elements inside it.
 *
 * <p>Every framework hands over what it finds, by name, so that the same words mean the same
 * everywhere and a mistake gets the same sentence. Names are known in any case, and with hyphens
 * ({@code minSeverity}, {@code min-severity}); a name that is not known is told of by whoever reads
 * the settings.
 */
public final class Settings {

  /** A setting as it was written. */
  private record Given(String name, List<String> texts) {}

  /** An element with settings of its own. */
  record Element(String name, Settings settings) {}

  /**
   * A value where only settings below have one.
   *
   * @param example one of those
   */
  record Bare(String name, String example) {}

  private final Map<String, Given> given = new LinkedHashMap<>();
  private final List<String> strangers = new ArrayList<>();
  private final List<Element> elements = new ArrayList<>();
  private final List<AlertSink> sinks = new ArrayList<>();
  private final List<String> readElsewhere = new ArrayList<>();
  private final List<Bare> bare = new ArrayList<>();
  private final boolean areProperties;

  /** Creates settings of which none is set. */
  public Settings() {
    this(false);
  }

  private Settings(boolean areProperties) {
    this.areProperties = areProperties;
  }

  /** Settings that the user writes as flat properties, of which none is set. */
  static Settings ofProperties() {
    return new Settings(true);
  }

  /**
   * Sets one. Where a name is set again, the last text counts, but for a setting that may be given
   * several times.
   *
   * @param name as the user wrote it
   * @param text null or blank means that it is not set
   */
  public Settings set(String name, @Nullable String text) {
    given
        .computeIfAbsent(normal(name), n -> new Given(name, new ArrayList<>()))
        .texts
        .add(text == null ? "" : text);
    return this;
  }

  /** Notes a setting or an element that the framework found and has no place for. */
  public Settings addUnknown(String name) {
    strangers.add(name);
    return this;
  }

  /** Adds an element with settings of its own, such as {@code alert} or {@code slack}. */
  public Settings add(String element, Settings settings) {
    elements.add(new Element(element, settings));
    return this;
  }

  /** Adds a destination of the user's own making; whoever runs the alerts closes it. */
  public Settings add(AlertSink sink) {
    sinks.add(sink);
    return this;
  }

  /**
   * Notes settings that stand beside these and that somebody else reads, so that a word that was
   * meant for one of them is told with its name.
   */
  public Settings readElsewhere(Collection<String> names) {
    readElsewhere.addAll(names);
    return this;
  }

  /** Notes a value where only settings below have one. */
  void addBare(String name, String example) {
    bare.add(new Bare(name, example));
  }

  /** The values that stand where only settings below have one. */
  List<Bare> bare() {
    return List.copyOf(bare);
  }

  /** Whether the user writes them as flat properties. */
  boolean areProperties() {
    return areProperties;
  }

  /** How the user writes the name of a setting or an element. */
  String written(String name) {
    return areProperties ? Words.hyphened(name) : name;
  }

  /** Those of them that are not known here. */
  List<String> readElsewhere() {
    return List.copyOf(readElsewhere);
  }

  /** What was given last for this name, as it was written; null if nothing was. */
  public @Nullable String get(String name) {
    Given one = given.get(normal(name));
    return one == null ? null : one.texts.get(one.texts.size() - 1);
  }

  /** What was given for this name, without blanks around it; empty if nothing was. */
  List<String> texts(String name) {
    Given one = given.get(normal(name));
    return one == null
        ? List.of()
        : one.texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }

  /** The names of settings and elements that were given and are none of these. */
  List<String> unknown(Collection<String> known) {
    Set<String> normal = new HashSet<>();
    known.forEach(name -> normal.add(normal(name)));
    List<String> unknown = new ArrayList<>();
    given.forEach(
        (name, one) -> {
          if (!normal.contains(name)) {
            unknown.add(one.name);
          }
        });
    for (Element element : elements) {
      if (!normal.contains(normal(element.name))) {
        unknown.add(element.name);
      }
    }
    unknown.addAll(strangers);
    return unknown;
  }

  /** The elements with settings of their own, in their order. */
  List<Element> elements() {
    return List.copyOf(elements);
  }

  /** The destinations of the user's own making. */
  List<AlertSink> sinks() {
    return List.copyOf(sinks);
  }

  /** Whether two names are those of the same setting, or element. */
  static boolean isSame(String one, String other) {
    return normal(one).equals(normal(other));
  }

  private static String normal(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }
}

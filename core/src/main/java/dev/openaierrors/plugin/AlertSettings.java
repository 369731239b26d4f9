package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertRule;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.DefaultRules;
import dev.openaierrors.alert.Dimension;
import dev.openaierrors.alert.Origin;
import java.io.IOError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings of alerts as text, and the only place that understands them.
 *
 * <p>As with {@link PipelineSettings}, every framework hands its words over unread, so they mean
 * the same and a mistake gets the same sentence everywhere. A mistake never stops anything: the
 * setting falls back to what its sentence says.
 */
public final class AlertSettings {

  /** The names of all settings, for "did you mean". */
  public static final List<String> NAMES =
      List.of(
          "service", "environment", "alerts", "samples", "stateFile", "groupBy", "maxKeys", "jmx");

  /** The names of all elements that hold settings of their own, for "did you mean". */
  public static final List<String> ELEMENTS =
      List.of("alert", "slack", "pagerDuty", "alertmanager", "webhook", "sink");

  private static final int MOST_RULES = 100;
  private static final int MOST_KEYS = 4096;
  private static final WordList<Dimension> DIMENSIONS =
      new WordList<>("groupBy", "dimension to group by", Dimension.class, Dimension::id);

  private final List<RuleSettings> rules = new ArrayList<>();
  private final List<SinkSettings> sinks = new ArrayList<>();
  private final List<AlertSink> own = new ArrayList<>();
  private @Nullable String service;
  private @Nullable String environment;
  private @Nullable String alerts;
  private @Nullable String samples;
  private @Nullable String stateFile;
  private @Nullable String groupBy;
  private @Nullable String maxKeys;
  private @Nullable String jmx;

  /** Creates settings of which none is set: the default rules, with the log as destination. */
  public AlertSettings() {}

  /** Name of the service, for the text of alerts; null or blank for none. */
  public void setService(@Nullable String service) {
    this.service = service;
  }

  /** Where the service runs, such as {@code prod}; null or blank for nowhere in particular. */
  public void setEnvironment(@Nullable String environment) {
    this.environment = environment;
  }

  /** {@code off} for no alerts at all; null or blank means {@code on}. */
  public void setAlerts(@Nullable String alerts) {
    this.alerts = alerts;
  }

  /**
   * {@code off} for alerts without a log event of the incident, as is any word that is not
   * understood; null or blank means {@code on}.
   */
  public void setSamples(@Nullable String samples) {
    this.samples = samples;
  }

  /** File in which open alerts survive a restart; null or blank for none. */
  public void setStateFile(@Nullable String stateFile) {
    this.stateFile = stateFile;
  }

  /**
   * In what incidents are told apart, as words of {@link Dimension#id()}; null or blank for
   * nothing.
   */
  public void setGroupBy(@Nullable String groupBy) {
    this.groupBy = groupBy;
  }

  /** The most incidents that are told apart; null or blank means 256. */
  public void setMaxKeys(@Nullable String maxKeys) {
    this.maxKeys = maxKeys;
  }

  /** {@code true} for an MXBean; null or blank means {@code false}. */
  public void setJmx(@Nullable String jmx) {
    this.jmx = jmx;
  }

  /** Changes a default rule or adds one. */
  public void add(RuleSettings rule) {
    rules.add(rule);
  }

  /** Adds a destination beside the log. */
  public void add(SinkSettings sink) {
    sinks.add(sink);
  }

  /** Adds a destination of the user's own making; whoever runs the alerts closes it. */
  public void add(AlertSink sink) {
    own.add(sink);
  }

  /** All that the settings come to. */
  AlertPlan plan(@Nullable String instance, Host host) {
    Consumer<String> words = host.words();
    tellUnset("service", service, host);
    tellUnset("environment", environment, host);
    return new AlertPlan(
        isOn(words),
        rules(words),
        origin(instance),
        destinations(host),
        List.copyOf(own),
        stateFile(host),
        hasJmx(words));
  }

  private static void tellUnset(String setting, @Nullable String text, Host host) {
    String variable = Variables.unset(Texts.stripped(text));
    if (variable != null) {
      host.warn(
          "openai-errors: %s: the variable %s is not set, so alerts name none; set it or remove the"
                  .formatted(setting, Words.quote(variable))
              + " setting.",
          null);
    }
  }

  /** Whether alerts are wanted. */
  public boolean isOn(Consumer<String> problems) {
    return truth("alerts", alerts, true, "on", problems);
  }

  /** Whether an MXBean is wanted. */
  public boolean hasJmx(Consumer<String> problems) {
    return truth("jmx", jmx, false, "false", problems);
  }

  /** Where alerts say that they come from. */
  public Origin origin(@Nullable String instance) {
    return new Origin(name(service), name(environment), instance);
  }

  private static @Nullable String name(@Nullable String text) {
    String name = Texts.stripped(text);
    return name.isEmpty() || Variables.unset(name) != null ? null : name;
  }

  /** The rules in force: the default ones, changed, less those switched off, and those added. */
  public AlertRules rules(Consumer<String> problems) {
    Map<String, AlertRule> byName = new LinkedHashMap<>();
    for (AlertRule rule : DefaultRules.all()) {
      byName.put(rule.name(), rule);
    }
    for (RuleSettings one : rules) {
      String name = Texts.stripped(one.name);
      if (name.isEmpty()) {
        problems.accept(RuleReader.noName());
      } else if (byName.size() < MOST_RULES || byName.containsKey(name)) {
        put(byName, name, new RuleReader(one, problems));
      } else {
        problems.accept(
            "openai-errors: %s: is left out, since there are %s rules already."
                .formatted(one.label(), MOST_RULES));
      }
    }
    return new AlertRules(
        List.copyOf(byName.values()),
        facets(problems),
        mostKeys(problems),
        // Whoever wrote a word there did not want all of it told.
        Texts.isBlank(samples) || truth("samples", samples, false, "off", problems));
  }

  private static void put(Map<String, AlertRule> byName, String name, RuleReader reader) {
    AlertRule before = byName.get(name);
    if (before == null) {
      // Switched off above, perhaps, and on again here.
      before = DefaultRules.named(name);
    }
    if (!reader.isEnabled()) {
      if (before == null) {
        reader.tellNothingToSwitchOff(name);
      }
      byName.remove(name);
      return;
    }
    AlertRule rule = before == null ? reader.added(name) : reader.changed(before);
    if (rule != null) {
      byName.put(name, rule);
    }
  }

  /** The destinations beside the log, without those that are not described well enough. */
  List<DestinationSettings> destinations(Host host) {
    List<DestinationSettings> all = new ArrayList<>();
    for (SinkSettings sink : sinks) {
      DestinationSettings destination = new SinkReader(sink, host).read();
      if (destination != null) {
        all.add(destination);
      }
    }
    return List.copyOf(all);
  }

  /** The file that holds what is to survive a restart; null for none. */
  @Nullable Path stateFile(Host host) {
    if (Texts.isBlank(stateFile)) {
      return null;
    }
    String text = Texts.stripped(stateFile);
    String variable = Variables.unset(text);
    if (variable != null) {
      host.warn(
          "openai-errors: stateFile: the variable %s is not set, so nothing survives a restart; set"
                  .formatted(Words.quote(variable))
              + " it or remove the setting.",
          null);
      return null;
    }
    try {
      return Path.of(text).toAbsolutePath();
    } catch (InvalidPathException | SecurityException | IOError notAPath) {
      host.warn(
          "openai-errors: stateFile: %s is no path of a file, so nothing survives a restart; write"
                  .formatted(Words.quote(text))
              + " one as /var/run/app/openai-alerts.state.",
          null);
      return null;
    }
  }

  private Set<Dimension> facets(Consumer<String> problems) {
    // They are told apart by provider anyway, so that word is right and says nothing.
    String words = Texts.stripped(groupBy).replaceAll("(?i)\\bprovider\\b", "");
    if (Words.split(words).isEmpty()) {
      return Set.of();
    }
    Set<Dimension> named = DIMENSIONS.parse(words, "incidents are not grouped", problems);
    return DIMENSIONS.misread(words) ? Set.of() : named;
  }

  private int mostKeys(Consumer<String> problems) {
    String text = Texts.stripped(maxKeys);
    if (text.isEmpty()) {
      return AlertRules.DEFAULT_MAX_KEYS;
    }
    try {
      int keys = Integer.parseInt(text);
      if (keys >= 1 && keys <= MOST_KEYS) {
        return keys;
      }
    } catch (NumberFormatException notANumber) {
      // Told below, as is a number that is too large.
    }
    problems.accept(
        "openai-errors: maxKeys: %s is no number from 1 to %s, so %s is used."
            .formatted(Words.quote(text), MOST_KEYS, AlertRules.DEFAULT_MAX_KEYS));
    return AlertRules.DEFAULT_MAX_KEYS;
  }

  private static boolean truth(
      String setting,
      @Nullable String text,
      boolean fallback,
      String used,
      Consumer<String> problems) {
    Boolean truth = Texts.truth(text);
    if (truth == null && !Texts.isBlank(text)) {
      problems.accept(
          "openai-errors: %s: %s is neither on nor off, so %s is used."
              .formatted(setting, Words.quote(Texts.stripped(text)), used));
    }
    return truth == null ? fallback : truth;
  }
}

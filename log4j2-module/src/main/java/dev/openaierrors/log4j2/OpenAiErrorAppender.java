package dev.openaierrors.log4j2;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.plugin.AlertsMXBean;
import dev.openaierrors.plugin.PipelineSettings;
import dev.openaierrors.plugin.Preparation;
import dev.openaierrors.plugin.SettingNames;
import dev.openaierrors.plugin.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.AppenderControl;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginConfiguration;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.impl.LocationAware;
import org.jspecify.annotations.Nullable;

/**
 * Hands every event on to the appenders that it refers to, and adds to the context data of those
 * that carry an OpenAI error what it is, whether retrying can help and how to fix it.
 *
 * <pre>{@code
 * <OpenAiErrors name="OPENAI"
 *               fields="kind, retryable, fix"
 *               level="INFO"
 *               providers="openai, azure">
 *   <AppenderRef ref="Console"/>
 * </OpenAiErrors>
 * }</pre>
 *
 * <p>By default all fields are written, events below INFO are passed on unread, and the errors of
 * all providers count. Level and filter of each reference are honoured. Events of other appenders
 * are not touched. An event without an OpenAI error is passed on as the very same object, without a
 * lock and without allocation of ours. A mistake in the settings is an ERROR of Log4j's status
 * logger and never costs an event.
 */
@Plugin(
    name = OpenAiErrorAppender.ELEMENT,
    category = Core.CATEGORY_NAME,
    elementType = Appender.ELEMENT_TYPE,
    printObject = true)
public final class OpenAiErrorAppender extends AbstractAppender {

  static final String ELEMENT = "OpenAiErrors";

  private static final AppenderControl[] NONE = {};

  /** What it has beside what appenders of all frameworks have. */
  private static final List<String> NAMES =
      Stream.concat(
              Stream.of("name", "ignoreExceptions", "AppenderRef"),
              SettingNames.ELEMENTS.stream()
                  .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)))
          .toList();

  private final List<AppenderRef> references;
  private final @Nullable Configuration configuration;
  private final @Nullable Boolean ignoreExceptions;
  private final boolean observes;
  private final Enricher enricher;
  private @Nullable Preparation preparation;
  private final @Nullable AlertsOfAppender alerts;
  private final @Nullable String alertsName;
  private final LocationNeed locationNeed = new LocationNeed();

  // Written before the state of the life cycle, which is volatile and read first for every event.
  private AppenderControl[] targets = NONE;
  private boolean targetsIgnoreExceptions = true;

  private OpenAiErrorAppender(
      String name,
      @Nullable String alertsName,
      String origin,
      Settings settings,
      AppenderRef @Nullable [] references,
      @Nullable Filter filter,
      @Nullable Configuration configuration) {
    super(name, filter, null, true, Property.EMPTY_ARRAY);
    this.references =
        references == null ? List.of() : Stream.of(references).filter(Objects::nonNull).toList();
    this.configuration = configuration;
    String ignore = settings.get("ignoreExceptions");
    this.ignoreExceptions = ignore == null ? null : Boolean.valueOf(ignore.strip());
    PipelineSettings read =
        PipelineSettings.ofAppender(settings, origin, NAMES, Log4jHost.INSTANCE);
    this.observes = read.observes();
    this.enricher = new Enricher(read);
    this.preparation = Preparation.begin(Log4jHost.ONE_THREAD, settings);
    this.alertsName = alertsName;
    this.alerts =
        configuration == null || alertsName == null
            ? null
            : new AlertsOfAppender(configuration, settings);
  }

  /**
   * An appender with these settings and elements; never fails.
   *
   * @param references where events go on to, one or more
   * @param filter which events to take at all; null for every event
   * @param configuration that whose appenders are referred to; without it there are no alerts
   * @param settings {@code name}, the name that loggers refer to; {@code ignoreExceptions}, false
   *     lets exceptions of the targets pass to the application, by default they pass where a target
   *     says so; all else is the same in every framework
   */
  @PluginFactory
  public static OpenAiErrorAppender create(
      @PluginElement("AppenderRef") AppenderRef @Nullable [] references,
      @PluginElement("Filter") @Nullable Filter filter,
      @PluginConfiguration @Nullable Configuration configuration,
      @ElementSettings Settings settings) {
    String name = settings.get("name");
    if (name == null) {
      Log4jHost.INSTANCE.warn(PipelineSettings.noName("<" + ELEMENT + ">", ELEMENT), null);
    }
    String called = Objects.requireNonNullElse(name, ELEMENT);
    return new OpenAiErrorAppender(
        called, called, element(called), settings, references, filter, configuration);
  }

  /**
   * An appender for a configuration that is made by code.
   *
   * @param settings as above
   * @param references where events go on to, one or more
   */
  public static OpenAiErrorAppender create(
      Settings settings, Configuration configuration, AppenderRef... references) {
    return create(references, null, configuration, settings);
  }

  /**
   * An appender for a configuration that is there already, made by code that has its settings from
   * elsewhere.
   *
   * @param name its name in the configuration
   * @param alertsName the name of the alerts and counts that it feeds, which others may feed, too;
   *     null for one that only enriches, because another one sees the same events
   * @param origin where the settings come from, for the sentences about what is wrong with them
   * @param settings all its settings but the name
   * @param references where events go on to, one or more
   */
  public static OpenAiErrorAppender create(
      String name,
      @Nullable String alertsName,
      String origin,
      Settings settings,
      Configuration configuration,
      AppenderRef... references) {
    return new OpenAiErrorAppender(
        name, alertsName, origin, settings, references, null, configuration);
  }

  /** Looks its targets up; never throws, since that would cost the user the whole configuration. */
  @Override
  public void start() {
    tellOfReferences();
    if (configuration != null && !observes) {
      new Placement(getName(), element(getName()), configuration).look(getFilter(), references);
    }
    List<AppenderControl> found = observes ? List.of() : found();
    targetsIgnoreExceptions =
        found.stream().allMatch(control -> control.getAppender().ignoreExceptions());
    targets = found.toArray(NONE);
    if (alerts != null && alertsName != null) {
      enricher.alertBy(alerts.start(alertsName));
    } else if (configuration == null) {
      Log4jHost.INSTANCE.error(
          "openai-errors: %s: was built without a configuration, so there are no alerts; give"
                  .formatted(element(getName()))
              + " it one.");
    }
    super.start();
  }

  private void tellOfReferences() {
    if (observes && !references.isEmpty()) {
      Log4jHost.INSTANCE.error(PipelineSettings.needlessTarget(element(getName()), "AppenderRef"));
    } else if (!observes && references.isEmpty()) {
      // No service is kept from its start by it here, and without it the log is empty for no reason
      // that anybody sees.
      Log4jHost.INSTANCE.error(PipelineSettings.noTarget(element(getName()), "AppenderRef"));
    }
  }

  private List<AppenderControl> found() {
    List<AppenderControl> found = new ArrayList<>();
    for (AppenderRef reference : references) {
      Appender target = target(reference.getRef());
      if (target != null) {
        found.add(new AppenderControl(target, reference.getLevel(), reference.getFilter()));
      }
    }
    return found;
  }

  private @Nullable Appender target(String name) {
    Map<String, Appender> declared =
        configuration == null ? Map.of() : configuration.getAppenders();
    @Nullable Appender target = declared.get(name);
    if (target == this) {
      Log4jHost.INSTANCE.error(PipelineSettings.ownTarget(element(getName())));
      return null;
    }
    if (target == null) {
      List<String> others = declared.keySet().stream().filter(o -> !o.equals(getName())).toList();
      Log4jHost.INSTANCE.error(PipelineSettings.unknownTarget(element(getName()), name, others));
    }
    return target;
  }

  /** Gets ready for the first error; for whoever has put it in place before all else was up. */
  public void prepare() {
    if (alerts != null) {
      alerts.begin();
    }
    if (preparation == null) {
      preparation = Preparation.begin(Log4jHost.ONE_THREAD);
    }
  }

  /** Its alerts, to be shown; null if there are none, or if it is not started. */
  public @Nullable AlertsMXBean alerts() {
    return alerts == null || alertsName == null ? null : alerts.bean(alertsName);
  }

  /** The name that its alerts have; null if it only enriches. */
  public @Nullable String alertsName() {
    return alertsName;
  }

  /** Uses this analyzer from now on; for tests, before any event. */
  void analyzeWith(ErrorAnalyzer analyzer) {
    enricher.analyzeWith(analyzer);
  }

  @Override
  public void append(LogEvent event) {
    // No logging here, nor in anything called from here: it would come back to this method.
    LogEvent enriched = enricher.enrich(event);
    for (AppenderControl target : targets) {
      target.callAppender(enriched);
    }
  }

  /**
   * Unless configured, as its targets do: where one of them is to tell the application of its
   * failures, they pass through. We ourselves have nothing to throw.
   */
  @Override
  public boolean ignoreExceptions() {
    if (ignoreExceptions != null) {
      return ignoreExceptions;
    }
    return !isStarted() || targetsIgnoreExceptions;
  }

  /** Whether a layout behind it asks for the place of the log call, which takes a stack walk. */
  @Override
  public boolean requiresLocation() {
    return isStarted() && locationNeed.of(targets);
  }

  /** Stops what is its own, the filters of its references; Log4j stops the appenders. */
  @Override
  public boolean stop(long timeout, TimeUnit timeUnit) {
    if (preparation != null) {
      preparation.stop();
    }
    if (alerts != null) {
      // Before all else, since a last word about open alerts comes through this appender, perhaps.
      alerts.stop();
    }
    setStopping();
    boolean stopped = super.stop(timeout, timeUnit, false);
    for (AppenderControl target : targets) {
      stopped &= target.stop(timeout, timeUnit);
    }
    setStopped();
    return stopped;
  }

  private static String element(String name) {
    return "<" + ELEMENT + " name=\"" + name + "\">";
  }

  /** Whether one of the targets needs the location, found out once. */
  private static final class LocationNeed {

    private volatile @Nullable Boolean needed;

    boolean of(AppenderControl[] targets) {
      Boolean known = needed;
      if (known == null) {
        // Appenders that refer to each other in a circle would ask each other without end; to say
        // yes meanwhile is right for everybody else.
        needed = true;
        known = Stream.of(targets).anyMatch(LocationNeed::isNeededBy);
        needed = known;
      }
      return known;
    }

    private static boolean isNeededBy(AppenderControl target) {
      return target.getAppender() instanceof LocationAware aware && aware.requiresLocation();
    }
  }
}

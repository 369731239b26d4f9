package dev.openaierrors.log4j2;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.plugin.AlertSettings;
import dev.openaierrors.plugin.PipelineSettings;
import java.util.ArrayList;
import java.util.List;
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
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderFactory;
import org.apache.logging.log4j.core.config.plugins.PluginConfiguration;
import org.apache.logging.log4j.core.config.plugins.PluginElement;
import org.apache.logging.log4j.core.config.plugins.PluginNode;
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

  private final List<AppenderRef> references;
  private final @Nullable Configuration configuration;
  private final @Nullable Boolean ignoreExceptions;
  private final Enricher enricher;
  private final @Nullable AlertsOfAppender alerts;
  private final LocationNeed locationNeed = new LocationNeed();

  // Written before the state of the life cycle, which is volatile and read first for every event.
  private AppenderControl[] targets = NONE;
  private boolean targetsIgnoreExceptions = true;

  private OpenAiErrorAppender(
      String name, Builder builder, Enricher enricher, @Nullable AlertsOfAppender alerts) {
    super(name, builder.filter, null, true, Property.EMPTY_ARRAY);
    this.references = Stream.of(builder.references).filter(Objects::nonNull).toList();
    this.configuration = builder.configuration;
    this.ignoreExceptions =
        builder.ignoreExceptions == null ? null : Boolean.valueOf(builder.ignoreExceptions.strip());
    this.enricher = enricher;
    this.alerts = alerts;
  }

  /** A builder of an appender that refers to no other yet. */
  @PluginBuilderFactory
  public static Builder newBuilder() {
    return new Builder();
  }

  /** Looks its targets up; never throws, since that would cost the user the whole configuration. */
  @Override
  public void start() {
    if (references.isEmpty()) {
      // No service is kept from its start by it here, and without it the log is empty for no reason
      // that anybody sees.
      Log4jHost.INSTANCE.error(PipelineSettings.noTarget(element(getName()), "AppenderRef"));
    }
    List<AppenderControl> found = new ArrayList<>();
    for (AppenderRef reference : references) {
      Appender target = target(reference.getRef());
      if (target != null) {
        found.add(new AppenderControl(target, reference.getLevel(), reference.getFilter()));
      }
    }
    targetsIgnoreExceptions =
        found.stream().allMatch(control -> control.getAppender().ignoreExceptions());
    targets = found.toArray(NONE);
    if (alerts == null) {
      Log4jHost.INSTANCE.error(
          "openai-errors: %s: was built without a configuration, so there are no alerts; call"
                  .formatted(element(getName()))
              + " setConfiguration.");
    } else {
      enricher.alertBy(alerts.start(getName()));
    }
    super.start();
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
    if (alerts != null) {
      // First of all, since a last word about open alerts comes through this appender, perhaps.
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

  /** Takes the settings as text; {@link #build()} reads them and never fails. */
  public static final class Builder
      implements org.apache.logging.log4j.core.util.Builder<OpenAiErrorAppender> {

    private static final List<String> NAMES =
        Stream.of(
                PipelineSettings.NAMES,
                AlertSettings.NAMES,
                List.of("name", "ignoreExceptions", "AppenderRef"),
                List.of("Alert", "Slack", "PagerDuty", "Alertmanager", "Webhook", "Sink"))
            .flatMap(List::stream)
            .toList();

    @PluginBuilderAttribute private @Nullable String name;
    @PluginBuilderAttribute private @Nullable String fields;
    @PluginBuilderAttribute private @Nullable String level;
    @PluginBuilderAttribute private @Nullable String providers;
    @PluginBuilderAttribute private @Nullable String ignoreExceptions;
    @PluginBuilderAttribute private @Nullable String service;
    @PluginBuilderAttribute private @Nullable String environment;
    @PluginBuilderAttribute private @Nullable String alerts;
    @PluginBuilderAttribute private @Nullable String samples;
    @PluginBuilderAttribute private @Nullable String stateFile;
    @PluginBuilderAttribute private @Nullable String groupBy;
    @PluginBuilderAttribute private @Nullable String maxKeys;
    @PluginBuilderAttribute private @Nullable String jmx;

    @PluginElement("AppenderRef")
    private AppenderRef[] references = {};

    @PluginElement("Alert")
    private AlertElement[] rules = {};

    @PluginElement("Destination")
    private SinkElement[] destinations = {};

    @PluginElement("Sink")
    private SinkClassElement[] sinks = {};

    @PluginElement("Filter")
    private @Nullable Filter filter;

    @PluginConfiguration private @Nullable Configuration configuration;
    @PluginNode private @Nullable Node node;

    private Builder() {}

    /** The name that loggers refer to. */
    public Builder setName(@Nullable String name) {
      this.name = name;
      return this;
    }

    /** Fields to write, such as {@code kind, retryable, fix}; all by default. */
    public Builder setFields(@Nullable String fields) {
      this.fields = fields;
      return this;
    }

    /** Least level of the events that are looked at; {@code INFO} by default. */
    public Builder setLevel(@Nullable String level) {
      this.level = level;
      return this;
    }

    /** Providers whose errors count, such as {@code openai, azure}; all by default. */
    public Builder setProviders(@Nullable String providers) {
      this.providers = providers;
      return this;
    }

    /**
     * {@code false} lets exceptions of the targets pass to the application; by default they pass
     * where a target says so.
     */
    public Builder setIgnoreExceptions(@Nullable String ignoreExceptions) {
      this.ignoreExceptions = ignoreExceptions;
      return this;
    }

    /** Name of the service, for the text of alerts. */
    public Builder setService(@Nullable String service) {
      this.service = service;
      return this;
    }

    /** Where the service runs, such as {@code prod}, for the text of alerts. */
    public Builder setEnvironment(@Nullable String environment) {
      this.environment = environment;
      return this;
    }

    /** {@code off} for enrichment only; {@code on} by default. */
    public Builder setAlerts(@Nullable String alerts) {
      this.alerts = alerts;
      return this;
    }

    /** {@code off} for alerts without a log event of the incident; {@code on} by default. */
    public Builder setSamples(@Nullable String samples) {
      this.samples = samples;
      return this;
    }

    /** File in which open alerts survive a restart; none by default. */
    public Builder setStateFile(@Nullable String stateFile) {
      this.stateFile = stateFile;
      return this;
    }

    /** In what incidents are told apart beside rule and provider, such as {@code model}. */
    public Builder setGroupBy(@Nullable String groupBy) {
      this.groupBy = groupBy;
      return this;
    }

    /** The most incidents that are told apart; 256 by default. */
    public Builder setMaxKeys(@Nullable String maxKeys) {
      this.maxKeys = maxKeys;
      return this;
    }

    /** {@code true} for an MXBean; {@code false} by default. */
    public Builder setJmx(@Nullable String jmx) {
      this.jmx = jmx;
      return this;
    }

    /** Changes default rules of alerts or adds some. */
    public Builder setRules(AlertElement... rules) {
      this.rules = rules.clone();
      return this;
    }

    /** Where alerts go beside the log. */
    public Builder setDestinations(SinkElement... destinations) {
      this.destinations = destinations.clone();
      return this;
    }

    /** Where alerts go beside the log, by classes of the user's own. */
    public Builder setSinks(SinkClassElement... sinks) {
      this.sinks = sinks.clone();
      return this;
    }

    /** Where events go on to, one or more. */
    public Builder setReferences(AppenderRef... references) {
      this.references = references.clone();
      return this;
    }

    /** Which events to take at all; null for every event. */
    public Builder setFilter(@Nullable Filter filter) {
      this.filter = filter;
      return this;
    }

    /** The configuration whose appenders are referred to. */
    public Builder setConfiguration(@Nullable Configuration configuration) {
      this.configuration = configuration;
      return this;
    }

    @Override
    public OpenAiErrorAppender build() {
      if (name == null) {
        Log4jHost.INSTANCE.warn(PipelineSettings.noName("<" + ELEMENT + ">", ELEMENT));
      }
      String known = Objects.requireNonNullElse(name, ELEMENT);
      UnknownSettings.report(node, element(known), NAMES);
      return new OpenAiErrorAppender(
          known,
          this,
          new Enricher(fields, level, providers),
          configuration == null ? null : new AlertsOfAppender(configuration, alertSettings()));
    }

    private AlertSettings alertSettings() {
      AlertSettings settings = new AlertSettings();
      settings.setService(service);
      settings.setEnvironment(environment);
      settings.setAlerts(alerts);
      settings.setSamples(samples);
      settings.setStateFile(stateFile);
      settings.setGroupBy(groupBy);
      settings.setMaxKeys(maxKeys);
      settings.setJmx(jmx);
      Stream.of(rules).map(AlertElement::settings).forEach(settings::add);
      Stream.of(destinations).map(SinkElement::settings).forEach(settings::add);
      Stream.of(sinks)
          .map(SinkClassElement::create)
          .filter(Objects::nonNull)
          .forEach(settings::add);
      return settings;
    }
  }
}

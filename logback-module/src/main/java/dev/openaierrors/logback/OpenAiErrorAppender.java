package dev.openaierrors.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Context;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.plugin.AlertHost;
import dev.openaierrors.plugin.AlertServices;
import dev.openaierrors.plugin.AlertsMXBean;
import dev.openaierrors.plugin.ErrorPipeline;
import dev.openaierrors.plugin.FailureSink;
import dev.openaierrors.plugin.FieldRoom;
import dev.openaierrors.plugin.Host;
import dev.openaierrors.plugin.PipelineSettings;
import dev.openaierrors.plugin.Preparation;
import dev.openaierrors.plugin.SettingNames;
import dev.openaierrors.plugin.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands every event on to the appenders that it refers to, and adds to the MDC of those that carry
 * an OpenAI error what it is, whether retrying can help and how to fix it.
 *
 * <pre>{@code
 * <appender name="OPENAI" class="dev.openaierrors.logback.OpenAiErrorAppender">
 *   <appender-ref ref="CONSOLE"/>
 *   <fields>kind, retryable, fix</fields>  <!-- default: all -->
 *   <level>INFO</level>                    <!-- events below are passed on unread -->
 *   <providers>openai, azure</providers>   <!-- default: all -->
 * </appender>
 * }</pre>
 *
 * <p>Events of other appenders are not touched. An event without an OpenAI error is passed on as
 * the very same object, without a lock and without allocation of ours. A word of the settings that
 * is not known is an ERROR in Logback's status list, and never costs an event.
 */
public final class OpenAiErrorAppender extends PlacedAppender {

  /** What it has beside what appenders of all frameworks have. */
  private static final List<String> NAMES =
      Stream.concat(SettingNames.ELEMENTS.stream(), Stream.of("appender-ref", "filter")).toList();

  private final Settings settings;
  private final @Nullable String origin;
  private final boolean counts;
  private final UnknownElements unknownElements = new UnknownElements(OpenAiErrorAppender.class);
  private final SinkProblems sinkProblems = new SinkProblems();
  private final List<AlertSink> sinks = new ArrayList<>();
  private final Host host;

  // Written before `started`, which is volatile and read first for every event.
  private int leastLevel = Level.INFO_INT;
  private boolean observes;
  private BiFunction<ILoggingEvent, OpenAiError, ILoggingEvent> enricher = (event, error) -> event;
  private @Nullable ErrorPipeline<ILoggingEvent, IThrowableProxy> pipeline;
  private AlertServices.@Nullable Handle alerts;
  private @Nullable Preparation preparation;

  /** Creates an appender that refers to no other yet. */
  public OpenAiErrorAppender() {
    this.settings = new Settings();
    this.origin = null;
    this.counts = true;
    this.host = new LogbackHost(this);
  }

  /**
   * Creates an appender for a configuration that is made by code. It refers to no other yet. A
   * mistake in its settings is a WARN and no ERROR, so that it keeps no service from starting.
   *
   * @param settings all its settings
   * @param origin where they come from, for the sentences about what is wrong with them
   */
  public OpenAiErrorAppender(Settings settings, String origin) {
    this(settings, origin, true);
  }

  /**
   * Creates an appender for a configuration that is made by code, as above.
   *
   * @param settings all its settings
   * @param origin where they come from, for the sentences about what is wrong with them
   * @param counts false for one that only enriches, without alerts and counts, because another one
   *     sees the same events
   */
  public OpenAiErrorAppender(Settings settings, String origin, boolean counts) {
    this.settings = settings;
    this.origin = origin;
    this.counts = counts;
    this.host = new LogbackHost(this, false);
  }

  /** Fields to write into the MDC, such as {@code kind, retryable, fix}; all by default. */
  public void setFields(@Nullable String fields) {
    settings.set("fields", fields);
  }

  /** Least level of the events that are looked at; {@code INFO} by default. */
  public void setLevel(@Nullable String level) {
    settings.set("level", level);
  }

  /** Providers whose errors count, such as {@code openai, azure}; all by default. */
  public void setProviders(@Nullable String providers) {
    settings.set("providers", providers);
  }

  /**
   * {@code observe} for an appender that hands nothing on and stands beside others, for alerts and
   * metrics only; {@code enrich} by default.
   */
  public void setMode(@Nullable String mode) {
    settings.set("mode", mode);
  }

  /** Name of the service, for the text of alerts. */
  public void setService(@Nullable String service) {
    settings.set("service", service);
  }

  /** Where the service runs, such as {@code prod}, for the text of alerts. */
  public void setEnvironment(@Nullable String environment) {
    settings.set("environment", environment);
  }

  /** Which instance of the service this is, for the text of alerts; by default the host or pod. */
  public void setInstance(@Nullable String instance) {
    settings.set("instance", instance);
  }

  /** Zone of the times in alerts, such as {@code Europe/Berlin}; UTC by default. */
  public void setZone(@Nullable String zone) {
    settings.set("zone", zone);
  }

  /** When notices that are not critical are held back, such as {@code 22:00-07:00}; never. */
  public void setQuietHours(@Nullable String quietHours) {
    settings.set("quietHours", quietHours);
  }

  /** {@code off} for enrichment only; {@code on} by default. */
  public void setAlerts(@Nullable String onOrOff) {
    settings.set("alerts", onOrOff);
  }

  /** {@code off} for alerts without a log event of the incident; {@code on} by default. */
  public void setSamples(@Nullable String onOrOff) {
    settings.set("samples", onOrOff);
  }

  /** File in which open alerts survive a restart; none by default. */
  public void setStateFile(@Nullable String stateFile) {
    settings.set("stateFile", stateFile);
  }

  /** File that mutes rules, looked at every ten seconds; none by default. */
  public void setMuteFile(@Nullable String muteFile) {
    settings.set("muteFile", muteFile);
  }

  /** In what incidents are told apart beside rule and provider, such as {@code model}. */
  public void setGroupBy(@Nullable String groupBy) {
    settings.set("groupBy", groupBy);
  }

  /** The most incidents that are told apart; 256 by default. */
  public void setMaxKeys(@Nullable String maxKeys) {
    settings.set("maxKeys", maxKeys);
  }

  /** Address of a page about alerts, with places such as {@code {rule}}; none by default. */
  public void setRunbook(@Nullable String runbook) {
    settings.set("runbook", runbook);
  }

  /** Address at which the log can be read, with places such as {@code {from}}; none by default. */
  public void setLogLink(@Nullable String logLink) {
    settings.set("logLink", logLink);
  }

  /** {@code true} for an MXBean; {@code false} by default. */
  public void setJmx(@Nullable String jmx) {
    settings.set("jmx", jmx);
  }

  /** Changes a default rule of alerts or adds one. */
  public void addAlert(AlertElement alert) {
    settings.add("alert", alert.settings());
  }

  /** Gives alerts a label. */
  public void addLabel(LabelElement label) {
    settings.add("label", label.settings());
  }

  /** Sends alerts to Slack, too. */
  public void addSlack(SinkElement slack) {
    settings.add("slack", slack.settings());
  }

  /** Sends alerts to PagerDuty, too. */
  public void addPagerDuty(SinkElement pagerDuty) {
    settings.add("pagerDuty", pagerDuty.settings());
  }

  /** Sends alerts to a Prometheus Alertmanager, too. */
  public void addAlertmanager(SinkElement alertmanager) {
    settings.add("alertmanager", alertmanager.settings());
  }

  /** Sends alerts as JSON to any HTTP server, too. */
  public void addWebhook(SinkElement webhook) {
    settings.add("webhook", webhook.settings());
  }

  /** Sends alerts to a destination of the user's own making, too. */
  public void addSink(AlertSink sink) {
    sinks.add(sink);
    settings.add(sink);
  }

  @Override
  public void setContext(Context context) {
    super.setContext(context);
    unknownElements.begin(context);
    sinkProblems.begin();
  }

  /** Reads the settings; never throws, since that would cost the user the whole configuration. */
  @Override
  public void start() {
    // First of all, so that it is done meanwhile.
    preparation = Preparation.begin(this::executeAside, settings);
    String element = element();
    unknownElements.addTo(settings, getContext());
    PipelineSettings read = PipelineSettings.ofAppender(settings, element, NAMES, host);
    sinkProblems.report(getContext(), sinks, host);
    observes = read.observes();
    tellOfTargets(element);
    enricher = observes ? (event, error) -> event : enricher(read.fields());
    leastLevel = Level.toLevel(read.level()).levelInt;
    startAlerts();
    analyzeWith(read.analyzer(host));
    super.start();
  }

  @Override
  String element() {
    return origin == null ? "<appender name=\"" + getName() + "\">" : origin;
  }

  @Override
  boolean observes() {
    return observes;
  }

  /** Gets ready for the first error; for whoever has put it in place before all else was up. */
  public void prepare() {
    if (alerts != null) {
      alerts.begin(this::executeAside);
    }
    if (preparation == null) {
      preparation = Preparation.begin(this::executeAside);
    }
  }

  private void tellOfTargets(String element) {
    boolean some = iteratorForAppenders().hasNext();
    if (observes && some) {
      host.warn(PipelineSettings.needlessTarget(element, "appender-ref"), null);
    } else if (!observes && !some) {
      host.warn(PipelineSettings.noTarget(element, "appender-ref"), null);
    }
  }

  private BiFunction<ILoggingEvent, OpenAiError, ILoggingEvent> enricher(Set<ErrorField> wanted) {
    FieldRoom room = new FieldRoom(host);
    return (event, error) -> EnrichedLoggingEvent.of(event, error, wanted, room);
  }

  private void startAlerts() {
    if (counts && getContext() instanceof LoggerContext context) {
      ContextAlerts shared = ContextAlerts.of(context);
      AlertHost alertHost = new LogbackAlertHost(context, shared.ticker(), host);
      alerts = shared.services().start(String.valueOf(getName()), alertHost, settings);
    }
  }

  /** Its alerts, to be shown; null if there are none, or if it is not started. */
  public @Nullable AlertsMXBean alerts() {
    return counts && isStarted() && getContext() instanceof LoggerContext context
        ? ContextAlerts.of(context).services().bean(String.valueOf(getName()))
        : null;
  }

  /** Uses this analyzer from now on; for tests, before any event. */
  void analyzeWith(ErrorAnalyzer analyzer) {
    FailureSink counted = alerts == null ? failure -> {} : alerts;
    pipeline = new ErrorPipeline<>(analyzer, LogbackEventView.INSTANCE, host, counted);
  }

  @Override
  protected void append(ILoggingEvent event) {
    // No logging here, nor in anything called from here: it would come back to this method.
    ILoggingEvent read =
        isToBeRead(event) && pipeline != null ? pipeline.enriched(event, enricher) : event;
    if (!observes) {
      targets.appendLoopOnAppenders(read);
    }
  }

  /** An event that we enriched was read, by another appender of this class in front of us. */
  private boolean isToBeRead(ILoggingEvent event) {
    @Nullable Level level = event.getLevel();
    return level != null
        && level.levelInt >= leastLevel
        && !(event instanceof EnrichedLoggingEvent);
  }

  /** Stops the appenders that it refers to as well: Logback stops those of loggers only. */
  @Override
  public void stop() {
    if (preparation != null) {
      preparation.stop();
    }
    suspendAlerts();
    super.stop();
    targets.detachAndStopAllAppenders();
  }

  /** Another appender of this name may follow; if the context stops, it says so itself. */
  private void suspendAlerts() {
    AlertServices.Handle current = alerts;
    alerts = null;
    if (current != null) {
      current.suspend();
    }
  }
}

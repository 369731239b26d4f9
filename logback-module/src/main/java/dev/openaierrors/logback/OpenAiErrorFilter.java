package dev.openaierrors.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.plugin.ErrorFilter;
import dev.openaierrors.plugin.FilterDecision;
import dev.openaierrors.plugin.FilterSettings;
import dev.openaierrors.plugin.Host;
import dev.openaierrors.plugin.PipelineSettings;
import dev.openaierrors.plugin.Preparation;
import dev.openaierrors.plugin.Settings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes or drops events by the kind of OpenAI error that they carry and by whether retrying can
 * help.
 *
 * <pre>{@code
 * <filter class="dev.openaierrors.logback.OpenAiErrorFilter">
 *   <kinds>insufficient_quota, rate_limit_exceeded</kinds>  <!-- default: every kind -->
 *   <retryable>false</retryable>                            <!-- default: either -->
 *   <onMatch>ACCEPT</onMatch>                               <!-- default: NEUTRAL -->
 *   <onMismatch>DENY</onMismatch>                           <!-- default: DENY -->
 * </filter>
 * }</pre>
 *
 * <p>Where an {@link OpenAiErrorAppender} is in front, its answer is used; elsewhere the filter
 * looks at the event itself. A mistake in the settings is an ERROR in Logback's status list.
 */
public final class OpenAiErrorFilter extends Filter<ILoggingEvent> {

  private final Settings settings = new Settings();
  private final UnknownElements unknownElements = new UnknownElements(OpenAiErrorFilter.class);
  private final Host host = new LogbackHost(this);
  private volatile @Nullable ErrorFilter<ILoggingEvent, IThrowableProxy> filter;
  private @Nullable Preparation preparation;
  private volatile boolean deniesOthers;

  /** Creates a filter that lets everything pass until it is started. */
  public OpenAiErrorFilter() {}

  /** Kinds that match, such as {@code insufficient_quota, rate_limit_exceeded}; all by default. */
  public void setKinds(@Nullable String kinds) {
    settings.set("kinds", kinds);
  }

  /** {@code true} or {@code false}; either by default. */
  public void setRetryable(@Nullable String retryable) {
    settings.set("retryable", retryable);
  }

  /** {@code ACCEPT}, {@code NEUTRAL} or {@code DENY}; {@code NEUTRAL} by default. */
  public void setOnMatch(@Nullable String onMatch) {
    settings.set("onMatch", onMatch);
  }

  /** {@code ACCEPT}, {@code NEUTRAL} or {@code DENY}; {@code DENY} by default. */
  public void setOnMismatch(@Nullable String onMismatch) {
    settings.set("onMismatch", onMismatch);
  }

  @Override
  public void setContext(Context context) {
    super.setContext(context);
    unknownElements.begin(context);
  }

  /** Reads the settings; never throws, since that would cost the user the whole configuration. */
  @Override
  public void start() {
    preparation = Preparation.begin(task -> getContext().getExecutorService().execute(task));
    unknownElements.addTo(settings, getContext());
    analyzeWith(PipelineSettings.analyzerForAll(host));
    super.start();
  }

  /** Uses this analyzer from now on; for tests, before any event. */
  void analyzeWith(ErrorAnalyzer analyzer) {
    FilterSettings read = FilterSettings.of(settings, "<filter>", host);
    deniesOthers = read.onMismatch() == FilterDecision.DENY;
    filter =
        new ErrorFilter<>(
            read, analyzer, LogbackEventView.INSTANCE, OpenAiErrorFilter::fromMdc, host);
  }

  /** Whether it lets nothing pass that does not match. */
  boolean deniesOthers() {
    return deniesOthers;
  }

  @Override
  public void stop() {
    if (preparation != null) {
      preparation.stop();
    }
    super.stop();
    filter = null;
  }

  @Override
  public FilterReply decide(ILoggingEvent event) {
    ErrorFilter<ILoggingEvent, IThrowableProxy> current = filter;
    if (current == null) {
      return FilterReply.NEUTRAL;
    }
    FilterDecision reply =
        event instanceof EnrichedLoggingEvent enriched
            ? current.decide(enriched.error())
            : current.decide(event);
    return switch (reply) {
      case ACCEPT -> FilterReply.ACCEPT;
      case NEUTRAL -> FilterReply.NEUTRAL;
      case DENY -> FilterReply.DENY;
    };
  }

  private static @Nullable String fromMdc(ILoggingEvent event, String key) {
    @Nullable Map<String, String> mdc = event.getMDCPropertyMap();
    return mdc == null ? null : mdc.get(key);
  }
}

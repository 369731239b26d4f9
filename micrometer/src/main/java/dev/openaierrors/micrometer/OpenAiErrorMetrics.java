package dev.openaierrors.micrometer;

import dev.openaierrors.alert.AlertListeners;
import dev.openaierrors.alert.OpenAiAlerts;
import dev.openaierrors.error.Provider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collection;
import java.util.List;

/**
 * Counts the OpenAI errors that the appenders of this process recognise, shows which alerts are
 * open, and counts what becomes of their notices.
 *
 * <pre>{@code
 * new OpenAiErrorMetrics().bindTo(registry);
 * }</pre>
 *
 * <p>It needs no reference to a logging framework, may come long after logging has begun, and goes
 * on when that is stopped, started or configured anew. What was counted before it was bound is
 * counted. It may be bound to several registries. It is held, and goes on counting, until it is
 * {@linkplain #close closed}: in a web application, close it when that ends.
 *
 * <p>Meters are there at 0 before the first error, since Prometheus sees no increase in a counter
 * that begins at 1: all kinds of errors for {@link Provider#OPENAI}, and for another provider from
 * when it is first heard of, be it by an error or by {@link OpenAiAlerts#success(Provider,
 * String)}. Whoever calls another one names it to the constructor.
 *
 * <p>The number of meters is bounded, whatever is logged.
 */
public final class OpenAiErrorMetrics implements MeterBinder, AutoCloseable {

  private final Counts counts;
  private final OpenAiAlerts.SuccessListener successes;
  private boolean listening;

  /** Counts OpenAI's errors from 0 on. */
  public OpenAiErrorMetrics() {
    this(List.of(Provider.OPENAI), List.of());
  }

  /**
   * Counts the errors of these providers from 0 on.
   *
   * @param providers those whose meters are to be there before their first error
   * @param tags that all meters have beside their own
   */
  public OpenAiErrorMetrics(Collection<Provider> providers, Iterable<Tag> tags) {
    counts = new Counts(Tags.of(tags));
    providers.forEach(counts::expect);
    successes = (provider, model) -> counts.expect(provider);
  }

  @Override
  public synchronized void bindTo(MeterRegistry registry) {
    if (!listening) {
      listening = true;
      // Before the registry knows the meters, so that what was before is in their first values.
      AlertListeners.add(counts);
      OpenAiAlerts.add(successes);
    }
    counts.bindTo(registry);
  }

  /** Counts no more. The meters stay in their registries, with what was counted so far. */
  @Override
  public synchronized void close() {
    listening = false;
    AlertListeners.remove(counts);
    OpenAiAlerts.remove(successes);
  }
}

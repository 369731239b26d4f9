package dev.openaierrors.micrometer;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertListener;
import dev.openaierrors.alert.AlertRule;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.ErrorGroup;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Limit;
import dev.openaierrors.error.Provider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is counted, by the tags of its meter. Enums bound the meters of errors; names of rules and
 * destinations, which a configuration gives and a reload may change, are bounded here.
 */
final class Counts implements AlertListener {

  /** So many names of rules, and of destinations, have meters of their own. */
  static final int MOST_NAMES = 128;

  private final Meters meters;
  private final Set<Provider> expected = EnumSet.noneOf(Provider.class);
  private final Set<String> rules = new HashSet<>();
  private final Set<String> destinations = new HashSet<>();
  // What is expected, for the threads of the application that tell of successes.
  private volatile Set<Provider> known = Set.of();

  Counts(Tags common) {
    meters = new Meters(common);
    for (ErrorKind kind : ErrorKind.values()) {
      repeats(kind, 0);
    }
    for (AlertRule rule : AlertRules.defaults().rules()) {
      active(rule.name(), rule.severity());
    }
    for (Outcome outcome : Outcome.values()) {
      notices("log", outcome, 0);
    }
  }

  void bindTo(MeterRegistry registry) {
    meters.bindTo(registry);
  }

  /** Has the meters of this provider's errors at 0, unless they are there. */
  void expect(Provider provider) {
    if (!known.contains(provider)) {
      begin(provider);
    }
  }

  private synchronized void begin(Provider provider) {
    if (!expected.add(provider)) {
      return;
    }
    for (ErrorKind kind : ErrorKind.values()) {
      failures(new ErrorGroup(kind, provider, kind.retryable(), null), 0);
    }
    for (Limit limit : Limit.values()) {
      failures(new ErrorGroup(ErrorKind.RATE_LIMIT_EXCEEDED, provider, true, limit), 0);
    }
    known = Set.copyOf(expected);
  }

  @Override
  public void errors(ErrorGroup group, long failures, long repeats) {
    expect(group.provider());
    failures(group, failures);
    repeats(group.kind(), repeats);
  }

  private void failures(ErrorGroup group, long count) {
    meters.count(MeterNames.ERRORS, "OpenAI errors, each failure once", tags(group), count);
  }

  private static Tags tags(ErrorGroup group) {
    @Nullable Limit limit = group.limit();
    return Tags.of(
        MeterNames.KIND,
        group.kind().id(),
        MeterNames.PROVIDER,
        group.provider().id(),
        MeterNames.RETRYABLE,
        Boolean.toString(group.retryable()),
        MeterNames.LIMIT,
        limit == null ? MeterNames.NO_LIMIT : limit.id());
  }

  private void repeats(ErrorKind kind, long count) {
    meters.count(
        MeterNames.REPEATS,
        "Log events that tell of the same OpenAI error again",
        Tags.of(MeterNames.KIND, kind.id()),
        count);
  }

  @Override
  public void opened(Alert alert) {
    active(alert.rule(), alert.severity()).incrementAndGet();
  }

  @Override
  public void changed(Alert alert, Severity before) {
    active(alert.rule(), before).decrementAndGet();
    active(alert.rule(), alert.severity()).incrementAndGet();
  }

  @Override
  public void closed(Alert alert) {
    active(alert.rule(), alert.severity()).decrementAndGet();
  }

  private AtomicInteger active(String rule, Severity severity) {
    return meters.gauge(
        MeterNames.ACTIVE,
        "Incidents of OpenAI errors that are open",
        Tags.of(MeterNames.RULE, bounded(rule, rules), MeterNames.SEVERITY, severity.id()));
  }

  @Override
  public void notices(String destination, Outcome outcome, long count) {
    Tags tags = Tags.of(MeterNames.DESTINATION, bounded(destination, destinations));
    if (outcome == Outcome.DROPPED) {
      meters.count(
          MeterNames.DROPPED, "Notices told in a digest only, or made obsolete", tags, count);
    } else {
      meters.count(
          MeterNames.NOTIFICATIONS,
          "Notices of OpenAI alerts that were sent, or could not be",
          tags.and(MeterNames.OUTCOME, outcome.id()),
          count);
    }
  }

  private static String bounded(String name, Set<String> names) {
    synchronized (names) {
      if (names.size() < MOST_NAMES || names.contains(name)) {
        names.add(name);
        return name;
      }
      return MeterNames.OTHER;
    }
  }
}

package dev.openaierrors.analyzer.report;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the events of one kind. */
final class KindTally {

  private static final int TOP = 5;
  private static final int MOST_SAMPLES = 5;
  private static final int LONGEST = 300;

  private final ErrorKind kind;
  private final TopNames models = new TopNames();
  private final TopNames limits = new TopNames();
  private final TopNames loggers = new TopNames();
  private final TopNames services = new TopNames();
  private final TopNames codes = new TopNames();
  private final TopNames fixes = new TopNames();
  private final TopNames messages = new TopNames();
  private final MessageShape messageShape = new MessageShape();
  private final List<Sample> samples = new ArrayList<>();
  private final Set<Integer> shapes = new HashSet<>();
  private long events;
  private long failures;
  private long retryable;
  private long retries;
  private long waited;
  private @Nullable Instant first;
  private @Nullable Instant last;

  KindTally(ErrorKind kind) {
    this.kind = kind;
  }

  /** Counts an event; the names are redacted already. */
  void add(AnalyzedEvent event, boolean repeat, @Nullable String logger, @Nullable String service) {
    OpenAiError error = event.error();
    events++;
    failures += repeat ? 0 : 1;
    retryable += error.retryable() ? 1 : 0;
    models.add(error.call().model());
    limits.add(error.field(ErrorField.LIMIT));
    loggers.add(logger);
    services.add(service);
    codes.add(error.answer().code());
    fixes.add(error.fix());
    messages.add(messageShape.of(event.message(), event.thrown(), error.call().model()));
    Instant time = event.time();
    if (time != null) {
      first = first == null || time.isBefore(first) ? time : first;
      last = last == null || time.isAfter(last) ? time : last;
    }
    if (samples.size() < MOST_SAMPLES && shapes.add(shape(event))) {
      samples.add(sample(event, logger));
    }
  }

  /** Events of one shape teach the same; digits differ from one to the next. */
  private static int shape(AnalyzedEvent event) {
    OpenAiError error = event.error();
    String message = event.message();
    int text = 0;
    for (int i = 0; i < Math.min(80, message.length()); i++) {
      char c = message.charAt(i);
      text = Character.isDigit(c) ? text : 31 * text + c;
    }
    return Objects.hash(
        error.answer().code(), error.answer().status(), error.fix(), event.logger(), text);
  }

  private static Sample sample(AnalyzedEvent event, @Nullable String logger) {
    String message = Redactor.sample(event.message(), LONGEST);
    return new Sample(
        event.time(),
        Printable.of(event.file()),
        event.offset(),
        event.line(),
        event.level(),
        logger,
        message == null ? "" : Printable.of(message),
        Printable.orNull(Redactor.sample(event.thrown(), LONGEST)),
        Printable.orNull(event.error().call().requestId()));
  }

  /** Takes note that one of them was a retry, so many milliseconds after what it retried. */
  void retriedInVain(long millis) {
    retries++;
    waited += millis;
  }

  long events() {
    return events;
  }

  KindReport build() {
    return new KindReport(
        kind,
        events,
        failures,
        retryable,
        first,
        last,
        models.top(TOP),
        limits.top(TOP),
        loggers.top(TOP),
        services.top(TOP),
        codes.top(TOP),
        fixes.top(TOP),
        new Retries(retries, Duration.ofMillis(waited)),
        shapes(),
        samples);
  }

  /** Redacted once more, as a whole: what was thrown stands behind the message now. */
  private Facet shapes() {
    Facet top = messages.top(TOP);
    List<Count> clean = new ArrayList<>();
    for (Count one : top.top()) {
      String name = Redactor.sample(one.name(), LONGEST);
      clean.add(new Count(name == null ? "" : Printable.of(name), one.count()));
    }
    return new Facet(clean, top.others());
  }
}

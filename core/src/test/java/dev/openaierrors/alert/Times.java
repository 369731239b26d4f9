package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Limit;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A service with an engine and a clock that is moved by hand. */
final class Times {

  static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  final AlertEngine engine;
  final List<Alert> alerts = new ArrayList<>();
  private Instant now = START;
  private int failures;

  Times() {
    this(AlertRules.defaults());
  }

  Times(AlertRules rules) {
    this(rules, new Origin("chat-api", "prod", "pod-1"));
  }

  Times(Origin origin) {
    this(AlertRules.defaults(), origin);
  }

  private Times(AlertRules rules, Origin origin) {
    this.engine = new AlertEngine(rules, origin);
  }

  /** A default rule alone, changed. */
  static Times only(String name, UnaryOperator<AlertRule> change) {
    AlertRule rule = DefaultRules.named(name);
    if (rule == null) {
      throw new IllegalArgumentException(name);
    }
    return new Times(AlertRules.of(List.of(change.apply(rule))));
  }

  Instant now() {
    return now;
  }

  /** Lets time pass. */
  Times pass(String duration) {
    now = now.plus(Durations.parse(duration));
    alerts.addAll(engine.onTime(now));
    return this;
  }

  /** Fails now. */
  Times fail(OpenAiError error) {
    failures++;
    return fail(
        new Failure(
            now,
            error,
            new Failure.Source("com.acme.Chat", null, "worker-" + failures),
            null,
            failures));
  }

  Times fail(Failure failure) {
    alerts.addAll(engine.onFailure(failure));
    return this;
  }

  Times fail(ErrorKind kind) {
    return fail(error(kind));
  }

  /** Fails {@code count} times, the first time now, with that much time between. */
  Times fail(ErrorKind kind, int count, String every) {
    return fail(error(kind), count, every);
  }

  Times fail(OpenAiError error, int count, String every) {
    Duration gap = Durations.parse(every);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        now = now.plus(gap);
      }
      fail(error);
    }
    return this;
  }

  Times succeed() {
    alerts.addAll(engine.onSuccess(Provider.OPENAI, null, now));
    return this;
  }

  /** What was told since it was asked last, as {@code state rule}. */
  List<String> told() {
    List<String> told = alerts.stream().map(it -> it.state().id() + " " + it.rule()).toList();
    alerts.clear();
    return told;
  }

  /** The states told since it was asked last. */
  List<AlertState> states() {
    List<AlertState> states = alerts.stream().map(Alert::state).toList();
    alerts.clear();
    return states;
  }

  /** The last alert. */
  Alert last() {
    return alerts.get(alerts.size() - 1);
  }

  /** The first alert that fits. */
  Alert first(Predicate<Alert> wanted) {
    return alerts.stream().filter(wanted).findFirst().orElseThrow();
  }

  static OpenAiError error(ErrorKind kind) {
    return new Draft(kind).build();
  }

  /** An error that is being written down. */
  static final class Draft {

    private final ErrorKind kind;
    private boolean retryable;
    private @Nullable String code;
    private @Nullable String param;
    private @Nullable String requestId;
    private @Nullable String model = "gpt-4o";
    private @Nullable Limit limit;
    private @Nullable Duration retryAfter;
    private Provider provider = Provider.OPENAI;
    private Particulars particulars = Particulars.NONE;

    Draft(ErrorKind kind) {
      this.kind = kind;
      this.retryable = kind.retryable();
    }

    Draft retryable(boolean value) {
      retryable = value;
      return this;
    }

    Draft code(String value) {
      code = value;
      return this;
    }

    Draft param(String value) {
      param = value;
      return this;
    }

    Draft requestId(String value) {
      requestId = value;
      return this;
    }

    Draft model(@Nullable String value) {
      model = value;
      return this;
    }

    /** By its id. */
    Draft limit(String value) {
      limit = Limit.fromId(value);
      return this;
    }

    Draft retryAfter(String value) {
      retryAfter = Durations.parse(value);
      return this;
    }

    Draft provider(Provider value) {
      provider = value;
      return this;
    }

    Draft key(String end) {
      particulars = new Particulars(null, null, null, end, null, null, null, null, null, null);
      return this;
    }

    Draft host(String name) {
      particulars = new Particulars(null, null, null, null, null, null, null, null, null, name);
      return this;
    }

    Draft attempt(int attempt, int attempts) {
      particulars =
          new Particulars(null, null, null, null, null, null, null, attempt, attempts, null);
      return this;
    }

    Draft fallingBack() {
      particulars = particulars.withFallingBack(true);
      return this;
    }

    Draft limits(long most, long used, long requested) {
      particulars =
          new Particulars(null, null, null, null, most, used, requested, null, null, null);
      return this;
    }

    Draft message(String message, String organization) {
      particulars =
          new Particulars(message, organization, null, null, null, null, null, null, null, null);
      return this;
    }

    OpenAiError build() {
      return new OpenAiError(
          kind,
          retryable,
          kind.fix(code),
          provider,
          new OpenAiError.Answer(null, code, null, param, retryAfter),
          new OpenAiError.Call(model, requestId),
          limit,
          particulars);
    }
  }
}

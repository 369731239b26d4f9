package dev.openaierrors.plugin;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an appender as text, and the only place that understands them.
 *
 * <p>Every framework hands its attributes or elements over unread, so the same words mean the same
 * and a mistake gets the same sentence everywhere. A mistake never stops anything: the setting
 * falls back to what its sentence says.
 */
public final class PipelineSettings {

  /** The names of all settings, for "did you mean". */
  public static final List<String> NAMES = List.of("fields", "level", "providers");

  private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");
  private static final WordList<ErrorField> FIELDS =
      new WordList<>("fields", "field of an OpenAI error", ErrorField.class, ErrorField::id);
  private static final WordList<Provider> PROVIDERS =
      new WordList<>("providers", "provider", Provider.class, Provider::id);

  private static final Duration AFTER_THE_START = Duration.ofMillis(300);
  private static final AtomicBoolean PREPARED = new AtomicBoolean();

  private @Nullable String fields;
  private @Nullable String level;
  private @Nullable String providers;

  /** Creates settings of which none is set. */
  public PipelineSettings() {}

  /** Fields to write, as words of {@link ErrorField#id()}; null or blank means all. */
  public void setFields(@Nullable String fields) {
    this.fields = fields;
  }

  /** Least level of the events that are looked at; null or blank means {@code INFO}. */
  public void setLevel(@Nullable String level) {
    this.level = level;
  }

  /** Providers whose errors count, as words of {@link Provider#id()}; null or blank means all. */
  public void setProviders(@Nullable String providers) {
    this.providers = providers;
  }

  /** The fields to write, never empty. */
  public Set<ErrorField> fields(Consumer<String> problems) {
    // Whoever copies a key out of a log means the field.
    return FIELDS.parse(fields == null ? null : fields.replace(ErrorField.PREFIX, ""), problems);
  }

  /** The least level of the events to look at: one of TRACE, DEBUG, INFO, WARN, ERROR. */
  public String level(Consumer<String> problems) {
    if (level == null || level.isBlank()) {
      return "INFO";
    }
    String wanted = level.strip().toUpperCase(Locale.ROOT);
    if (LEVELS.contains(wanted)) {
      return wanted;
    }
    problems.accept(
        "openai-errors: level: %s is no level, so INFO is used; %s."
            .formatted(Words.quote(level.strip()), Words.advice(level.strip(), LEVELS)));
    return "INFO";
  }

  /** An analyzer that answers for the configured providers. */
  public ErrorAnalyzer analyzer(Host host) {
    return analyzerFor(PROVIDERS.parse(providers, host.words()), host);
  }

  /** An analyzer that answers for every provider, for filters. */
  public static ErrorAnalyzer analyzerForAll(Host host) {
    return analyzerFor(EnumSet.allOf(Provider.class), host);
  }

  /** One that finds nothing where ours cannot be had: the service's events matter more. */
  private static ErrorAnalyzer analyzerFor(Set<Provider> wanted, Host host) {
    try {
      return ErrorAnalyzer.create(wanted);
    } catch (RuntimeException | LinkageError failure) {
      host.warn(
          "openai-errors: the analysis cannot start, so events are passed on unread: %s; is every"
                  .formatted(failure)
              + " class of the openai-errors jars there?",
          null);
      return new NoAnalyzer();
    }
  }

  /**
   * Gets ready for the first error, once in a process, while the service goes on to start: what
   * that needs would keep the start waiting, or the thread that logs the error.
   *
   * @param threads the framework's, which may wait; refusing is no harm
   */
  public static void prepare(Executor threads) {
    if (PREPARED.compareAndSet(false, true)) {
      try {
        threads.execute(PipelineSettings::prepare);
      } catch (RuntimeException | Error noThread) {
        // Then the first error takes longer.
        PREPARED.set(false);
      }
    }
  }

  private static void prepare() {
    // A service that starts has work for every core; the first error seldom comes so soon.
    LockSupport.parkNanos(AFTER_THE_START.toNanos());
    try {
      ErrorAnalyzer.prepare();
    } catch (RuntimeException | LinkageError failure) {
      // The first error will meet it, too, and it is told then.
      PREPARED.set(false);
    }
  }

  /**
   * The sentence for a setting that does not exist.
   *
   * @param element the element that holds it, as the user wrote it
   * @param known names of the settings that the element has
   */
  public static String unknownSetting(String element, String name, List<String> known) {
    return "openai-errors: %s: %s is no setting of it and is ignored; %s."
        .formatted(element, Words.quote(name), Words.advice(name, known));
  }

  /**
   * The sentence for an appender that has nowhere to hand its events on to.
   *
   * @param reference what the framework calls an element that refers to an appender
   */
  public static String noTarget(String element, String reference) {
    return "openai-errors: %s: refers to no declared appender, so its events are discarded; add at"
            .formatted(element)
        + " least one %s whose ref is the name of a declared appender.".formatted(reference);
  }

  /**
   * The sentence for a reference to an appender that is not declared.
   *
   * @param known names of the appenders that are
   */
  public static String unknownTarget(String element, String ref, Collection<String> known) {
    return "openai-errors: %s: there is no appender %s, so this reference is left out; %s."
        .formatted(element, Words.quote(ref), Words.advice(ref, known));
  }

  /** The sentence for an appender that refers to itself. */
  public static String ownTarget(String element) {
    return "openai-errors: %s: refers to itself, which is left out; refer to the appenders that"
            .formatted(element)
        + " its events go on to.";
  }

  /** The sentence for an appender without a name. */
  public static String noName(String element, String fallback) {
    return "openai-errors: %s: has no name, so it is called %s; give it the name that your loggers"
            .formatted(element, Words.quote(fallback))
        + " refer to.";
  }
}

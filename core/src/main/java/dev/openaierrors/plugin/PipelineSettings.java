package dev.openaierrors.plugin;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.Provider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the settings of an appender, or of another that enriches, come to.
 *
 * @param fields the fields to write, never empty
 * @param level the least level of the events to look at: TRACE, DEBUG, INFO, WARN or ERROR
 * @param providers the providers whose errors count, never empty
 * @param mode what becomes of events
 */
public record PipelineSettings(
    Set<ErrorField> fields, String level, Set<Provider> providers, Mode mode) {

  private static final String ALL = "so all are used";

  /**
   * Reads the settings of an appender; mistakes in them go to the host. Its alerts are read by
   * {@link AlertServices#start}.
   *
   * @param element the appender, as the user wrote it
   * @param others names of settings and elements that only this framework's appender has
   */
  public static PipelineSettings ofAppender(
      Settings given, String element, Collection<String> others, Host host) {
    List<String> known = new ArrayList<>(SettingTable.names(SettingTable.ENRICHMENT));
    known.addAll(SettingTable.names(SettingTable.APPENDER));
    known.addAll(SettingTable.names(SettingTable.ALERTS));
    known.addAll(given.areProperties() ? SettingNames.ELEMENTS : others);
    Mode mode = new SettingReader("", given, host).read(SettingTable.MODE);
    return of(given, element, known, mode, host);
  }

  /** Reads the settings of what enriches and does not alert; mistakes in them go to the host. */
  public static PipelineSettings ofEnrichment(Settings given, String element, Host host) {
    return of(given, element, SettingTable.names(SettingTable.ENRICHMENT), Mode.ENRICH, host);
  }

  private static PipelineSettings of(
      Settings given, String element, List<String> known, Mode mode, Host host) {
    List<String> all = new ArrayList<>(known);
    all.addAll(given.readElsewhere());
    new SettingReader(element, given, host).tellUnknown(all);
    SettingReader reader = new SettingReader("", given, host);
    return new PipelineSettings(
        chosen(reader.read(SettingTable.FIELDS, ALL), ErrorField.class),
        reader.read(SettingTable.LEVEL),
        chosen(reader.read(SettingTable.PROVIDERS, ALL), Provider.class),
        mode);
  }

  private static <E extends Enum<E>> Set<E> chosen(@Nullable Set<E> given, Class<E> all) {
    return Collections.unmodifiableSet(given == null ? EnumSet.allOf(all) : EnumSet.copyOf(given));
  }

  /** Whether it only observes: it hands no event on and enriches none. */
  public boolean observes() {
    return mode == Mode.OBSERVE;
  }

  /** An analyzer that answers for the configured providers. */
  public ErrorAnalyzer analyzer(Host host) {
    return analyzerFor(providers, host);
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
   * The sentence for an appender that only observes and refers to others all the same.
   *
   * @param reference what the framework calls an element that refers to an appender
   */
  public static String needlessTarget(String element, String reference) {
    return "openai-errors: %s: hands no event on with mode 'observe', so its %s gets none; let the"
            .formatted(element, reference)
        + " logger refer to that appender, or leave mode out.";
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

package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.Mistakes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.filter.AbstractFilterable;
import org.apache.logging.log4j.core.filter.ThresholdFilter;
import org.jspecify.annotations.Nullable;

/**
 * Looks where an appender of ours stands. When appenders start, the loggers of a configuration are
 * there, also where it was put together of several files. Says only what is wrong without doubt.
 */
final class Placement {

  private final String name;
  private final String element;
  private final Configuration configuration;

  /**
   * That of an appender.
   *
   * @param name its name
   * @param element the appender, as the user wrote it
   * @param configuration that whose loggers refer to it
   */
  Placement(String name, String element, Configuration configuration) {
    this.name = name;
    this.element = element;
    this.configuration = configuration;
  }

  /**
   * Tells what is wrong; never fails.
   *
   * @param filter the appender's; null if it has none
   * @param targets what it refers to
   */
  void look(@Nullable Filter filter, List<AppenderRef> targets) {
    try {
      if (filter == null) {
        lookForDoubles(targets);
      } else {
        lookForEmptyLog(filter);
      }
    } catch (RuntimeException unusualConfiguration) {
      // Nothing is told then, and nothing else is harmed.
    }
  }

  private void lookForDoubles(List<AppenderRef> targets) {
    Set<String> told = new HashSet<>();
    for (LoggerConfig logger : configuration.getLoggers().values()) {
      List<Place> places = places(logger);
      if (places.stream().noneMatch(place -> place.isOf(name))) {
        continue;
      }
      for (AppenderRef target : targets) {
        for (Place place : places) {
          // One that refers to itself is told so.
          if (isUnconditional(target)
              && !target.getRef().equals(name)
              && place.isOf(target.getRef())
              && takesAll(configuration.getAppender(target.getRef()))
              && told.add(target.getRef())) {
            tell(Mistakes.doubled(element, target.getRef(), name(place.logger)));
          }
        }
      }
    }
  }

  /** A reference without a condition, and the logger that has it. */
  private record Place(AppenderRef reference, LoggerConfig logger) {

    boolean isOf(String appender) {
      return isUnconditional(reference) && reference.getRef().equals(appender);
    }
  }

  private static boolean isUnconditional(AppenderRef reference) {
    return reference.getLevel() == null && reference.getFilter() == null;
  }

  /** Where an event of this logger goes. */
  private static List<Place> places(LoggerConfig logger) {
    List<Place> places = new ArrayList<>();
    @Nullable LoggerConfig at = logger;
    while (at != null) {
      for (AppenderRef reference : at.getAppenderRefs()) {
        places.add(new Place(reference, at));
      }
      // What a logger above gets has passed no filter of its own, but this one's.
      at = at.isAdditive() ? at.getParent() : null;
    }
    return places;
  }

  /** Whether it takes an event the same with our fields and without, as far as is known. */
  private static boolean takesAll(@Nullable Appender appender) {
    if (!(appender instanceof AbstractFilterable filterable)) {
      return appender != null;
    }
    @Nullable Filter filter = filterable.getFilter();
    return filter == null || filter instanceof ThresholdFilter;
  }

  private void lookForEmptyLog(Filter filter) {
    Map<String, Appender> atRoot = configuration.getRootLogger().getAppenders();
    boolean alone = atRoot.size() == 1 && atRoot.containsKey(name);
    if (alone
        && filter instanceof OpenAiErrorFilter own
        && own.getOnMismatch() == Filter.Result.DENY) {
      tell(Mistakes.emptied(element));
    }
  }

  private static String name(LoggerConfig logger) {
    return logger.getName().isEmpty() ? "ROOT" : logger.getName();
  }

  /** As an error: whoever has not asked for more sees no warnings, and no start fails by it. */
  private static void tell(String sentence) {
    Log4jHost.INSTANCE.error(sentence);
  }
}

package dev.openaierrors.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.LevelFilter;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.ConfigurationEvent;
import ch.qos.logback.core.spi.ConfigurationEventListener;
import ch.qos.logback.core.spi.FilterAttachable;
import dev.openaierrors.plugin.Mistakes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks where our appenders stand, once a configuration is there: an appender does not know the
 * loggers that will refer to it when it starts. Says only what is wrong without doubt.
 */
final class Placement implements ConfigurationEventListener {

  /** Appenders in front of each other are no more than that, unless they stand in a circle. */
  private static final int DEEPEST = 8;

  private static final String ENDED = "CONFIGURATION_ENDED";

  private final LoggerContext context;
  private volatile boolean over;

  private Placement(LoggerContext context) {
    this.context = context;
  }

  /** Looks at each configuration of this context from now on. */
  static Placement watch(LoggerContext context) {
    Placement placement = new Placement(context);
    context.addConfigurationEventListener(placement);
    return placement;
  }

  /** Looks no more. */
  void end() {
    over = true;
    try {
      context.removeConfigurationEventListener(this);
    } catch (LinkageError olderLogback) {
      // It stays, and does nothing.
    }
  }

  @Override
  public void listen(ConfigurationEvent event) {
    // By name: it has another one in newer versions.
    if (over || !event.getEventType().name().startsWith(ENDED)) {
      return;
    }
    try {
      look();
      WrittenXml.look(context, event.getData());
    } catch (RuntimeException | LinkageError failure) {
      // Nothing is told then, and nothing else is harmed.
    }
  }

  private void look() {
    Set<String> told = new HashSet<>();
    for (Logger logger : context.getLoggerList()) {
      if (logger.iteratorForAppenders().hasNext()) {
        lookForDoubles(logger, told);
      }
    }
    lookForEmptyLog(context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));
  }

  /** An appender, and the logger that refers to it. */
  private record Place(Appender<ILoggingEvent> appender, Logger logger) {}

  private void lookForDoubles(Logger logger, Set<String> told) {
    List<Place> places = places(logger);
    for (Place place : places) {
      PlacedAppender ours = ours(place.appender, 0);
      if (ours == null || ours.observes() || !ours.getCopyOfAttachedFiltersList().isEmpty()) {
        continue;
      }
      for (Place other : places) {
        if (ours.isAttached(other.appender)
            && takesAll(other.appender)
            && told.add(ours.getName() + " " + other.appender.getName())) {
          String target = String.valueOf(other.appender.getName());
          ours.addWarn(Mistakes.doubled(ours.element(), target, other.logger.getName()));
        }
      }
    }
  }

  /** Where an event of this logger goes. */
  private List<Place> places(Logger logger) {
    List<Place> places = new ArrayList<>();
    String name = logger.getName();
    Logger at = logger;
    while (true) {
      Logger here = at;
      at.iteratorForAppenders().forEachRemaining(one -> places.add(new Place(one, here)));
      if (!at.isAdditive() || name.equals(org.slf4j.Logger.ROOT_LOGGER_NAME)) {
        return places;
      }
      int dot = name.lastIndexOf('.');
      name = dot < 0 ? org.slf4j.Logger.ROOT_LOGGER_NAME : name.substring(0, dot);
      at = context.getLogger(name);
    }
  }

  /** Ours, if that is where all events of this appender go. */
  private static @Nullable PlacedAppender ours(Appender<ILoggingEvent> appender, int depth) {
    if (appender instanceof PlacedAppender ours) {
      return ours;
    }
    if (depth == DEEPEST || isFiltered(appender) || !(appender instanceof AppenderAttachable<?>)) {
      return null;
    }
    @SuppressWarnings("unchecked")
    AppenderAttachable<ILoggingEvent> holder = (AppenderAttachable<ILoggingEvent>) appender;
    Iterator<Appender<ILoggingEvent>> held = holder.iteratorForAppenders();
    return held.hasNext() ? ours(held.next(), depth + 1) : null;
  }

  private static boolean isFiltered(Appender<ILoggingEvent> appender) {
    return !filters(appender).isEmpty();
  }

  private static List<Filter<ILoggingEvent>> filters(FilterAttachable<ILoggingEvent> appender) {
    return appender.getCopyOfAttachedFiltersList();
  }

  /** Whether it takes an event the same with our fields and without, as far as is known. */
  private static boolean takesAll(Appender<ILoggingEvent> appender) {
    return filters(appender).stream()
        .allMatch(filter -> filter instanceof ThresholdFilter || filter instanceof LevelFilter);
  }

  private static void lookForEmptyLog(Logger root) {
    PlacedAppender last = null;
    for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
      last = ours(all.next(), 0);
      if (last == null || last.observes() || !denies(last)) {
        return;
      }
    }
    if (last != null) {
      last.addWarn(Mistakes.emptied(last.element()));
    }
  }

  private static boolean denies(PlacedAppender ours) {
    List<Filter<ILoggingEvent>> filters = filters(ours);
    return filters.size() == 1
        && filters.get(0) instanceof OpenAiErrorFilter filter
        && filter.deniesOthers();
  }
}

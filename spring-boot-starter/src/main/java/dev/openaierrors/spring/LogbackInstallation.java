package dev.openaierrors.spring;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.ConfigurationEvent;
import ch.qos.logback.core.spi.ConfigurationEventListener;
import ch.qos.logback.core.status.InfoStatus;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.WarnStatus;
import dev.openaierrors.logback.OpenAiErrorAppender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our appenders in a context of Logback, one in front of the appenders of each logger meant. */
final class LogbackInstallation {

  /** Where a context keeps it until it is reset, which takes our appender away as well. */
  static final String KEY = LogbackInstallation.class.getName();

  private final LoggerContext context;
  private final StarterSettings settings;
  private final Set<OpenAiErrorAppender> ours = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> told = new HashSet<>();
  private boolean ready;

  LogbackInstallation(LoggerContext context, StarterSettings settings) {
    this.context = context;
    this.settings = settings;
  }

  /** Nothing is put in place any more when the context is configured again. */
  static void forget(LoggerContext context) {
    context.removeConfigurationEventListener(new Again(null));
    context.removeObject(KEY);
  }

  /** Puts the appenders in place now, and whenever the context is configured again. */
  synchronized void install(boolean isReady) {
    ready |= isReady;
    // One that is there already stays the only one.
    context.removeConfigurationEventListener(new Again(null));
    context.addConfigurationEventListener(new Again(this));
    wrap();
    if (isReady) {
      ours.forEach(OpenAiErrorAppender::prepare);
    }
  }

  private synchronized void wrap() {
    context.putObject(KEY, this);
    ours.removeIf(appender -> !appender.isStarted());
    if (isConfiguredByUser()) {
      tell(
          new InfoStatus(
              "openai-errors: the configuration has an appender of ours, so the starter adds none.",
              this));
      return;
    }
    // Root last: of appenders of one name the last one runs the alerts, and root is stopped first.
    for (String name : settings.loggers()) {
      Logger logger = context.exists(name);
      if (logger == null || !logger.iteratorForAppenders().hasNext()) {
        tellWithoutAppenders(name);
      } else if (logger != root()) {
        wrap(logger);
      }
    }
    wrap(root());
  }

  private Logger root() {
    return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private void wrap(Logger logger) {
    OpenAiErrorAppender front = null;
    List<Appender<ILoggingEvent>> others = new ArrayList<>();
    for (Appender<ILoggingEvent> appender : attached(logger)) {
      if (appender instanceof OpenAiErrorAppender known && ours.contains(appender)) {
        front = known;
      } else if (ready || !appender.getClass().getName().startsWith(Installer.LOOKED_FOR)) {
        others.add(appender);
      }
    }
    if (others.isEmpty()) {
      return;
    }
    if (settings.observes()) {
      if (front == null && !reachesAnother(logger)) {
        logger.addAppender(create(logger, List.of()));
      }
      return;
    }
    if (front == null) {
      front = create(logger, others);
      logger.addAppender(front);
    } else {
      others.forEach(front::addAppender);
    }
    // Behind ours before they are taken away: at worst a line of another thread is written twice
    // in between, and none is lost. This does not stop them.
    others.forEach(logger::detachAppender);
  }

  private OpenAiErrorAppender create(Logger logger, List<Appender<ILoggingEvent>> targets) {
    // If not, the one further up does.
    boolean counts = !reachesAnother(logger);
    OpenAiErrorAppender appender =
        new OpenAiErrorAppender(settings.toSettings(), StarterProperties.PREFIX, counts);
    appender.setContext(context);
    appender.setName(Installer.NAME + (counts ? "" : "-" + logger.getName()));
    targets.forEach(appender::addAppender);
    appender.start();
    ours.add(appender);
    return appender;
  }

  /** Whether events of this logger come to another one that has an appender of ours, too. */
  private boolean reachesAnother(Logger logger) {
    Set<String> wanted = new LinkedHashSet<>(settings.loggers());
    wanted.add(root().getName());
    Logger at = logger;
    while (at != root() && at.isAdditive()) {
      at = parent(at);
      if (wanted.contains(at.getName()) && at.iteratorForAppenders().hasNext()) {
        return true;
      }
    }
    return false;
  }

  private Logger parent(Logger logger) {
    String name = logger.getName();
    int dot = name.lastIndexOf('.');
    Logger known = dot < 0 ? root() : context.exists(name.substring(0, dot));
    return known == null ? root() : known;
  }

  private void tellWithoutAppenders(String name) {
    List<String> with =
        context.getLoggerList().stream()
            .filter(logger -> logger.iteratorForAppenders().hasNext())
            .map(Logger::getName)
            .toList();
    String sentence =
        "openai-errors: openai.errors: loggers: '%s' has no appender of its own, so it is left out;"
                .formatted(name)
            + " those that have one: %s.".formatted(String.join(", ", with));
    tell(new WarnStatus(sentence, this));
  }

  /** Once, however often we look. */
  private void tell(Status status) {
    if (told.add(status.getMessage())) {
      context.getStatusManager().add(status);
    }
  }

  private boolean isConfiguredByUser() {
    for (Logger logger : context.getLoggerList()) {
      for (Appender<ILoggingEvent> appender : attached(logger)) {
        if (!ours.contains(appender) && isOrHasOne(appender, 0)) {
          return true;
        }
      }
    }
    return false;
  }

  /** One of ours, or one that stands before one of ours, such as an asynchronous one. */
  private static boolean isOrHasOne(Appender<?> appender, int depth) {
    // By name: there may be two copies of the class where a server has one as well.
    if (appender.getClass().getName().equals(OpenAiErrorAppender.class.getName())) {
      return true;
    }
    if (depth < 10 && appender instanceof AppenderAttachable<?> some) {
      Iterator<? extends Appender<?>> inside = some.iteratorForAppenders();
      while (inside != null && inside.hasNext()) {
        if (isOrHasOne(inside.next(), depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Appender<ILoggingEvent>> attached(Logger logger) {
    List<Appender<ILoggingEvent>> all = new ArrayList<>();
    logger.iteratorForAppenders().forEachRemaining(all::add);
    return all;
  }

  /**
   * Tells that the context was configured again, by a scan for example. All of them are equal,
   * since a context gives back none that it was given.
   */
  private record Again(@Nullable LogbackInstallation installation)
      implements ConfigurationEventListener {

    @Override
    public void listen(ConfigurationEvent event) {
      // The constants have other names in other versions.
      if (installation != null && event.getEventType().name().contains("CONFIGURATION_ENDED")) {
        try {
          installation.wrap();
        } catch (RuntimeException | LinkageError failure) {
          String sentence =
              "openai-errors: the starter cannot put its appender in place again, so events are"
                  + " logged as without it. Please report it.";
          installation.context.getStatusManager().add(new WarnStatus(sentence, this, failure));
        }
      }
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Again;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }
}

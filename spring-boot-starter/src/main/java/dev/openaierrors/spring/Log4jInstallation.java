package dev.openaierrors.spring;

import dev.openaierrors.log4j2.OpenAiErrorAppender;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.NullConfiguration;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

/**
 * Our appenders in a context of Log4j, one in front of the appenders that each logger meant refers
 * to. Those that code has attached to a logger stay beside it: Log4j shows nobody with which level.
 */
final class Log4jInstallation implements PropertyChangeListener {

  private final LoggerContext context;
  private final StarterSettings settings;
  private final Set<OpenAiErrorAppender> ours = Collections.newSetFromMap(new WeakHashMap<>());
  private final Set<String> told = new HashSet<>();
  private boolean ready;

  Log4jInstallation(LoggerContext context, StarterSettings settings) {
    this.context = context;
    this.settings = settings;
  }

  /** Puts the appenders in place now; whenever there is another configuration it is told so. */
  synchronized void install(boolean isReady) {
    ready |= isReady;
    wrap(context.getConfiguration());
    if (isReady) {
      ours.forEach(OpenAiErrorAppender::prepare);
    }
  }

  /** The context has another configuration, or has been told to look at it again. */
  @Override
  public void propertyChange(PropertyChangeEvent event) {
    if (LoggerContext.PROPERTY_CONFIG.equals(event.getPropertyName())
        && event.getNewValue() instanceof Configuration configuration) {
      try {
        wrap(configuration);
      } catch (RuntimeException | LinkageError failure) {
        String sentence =
            "openai-errors: the starter cannot put its appender in place again, so events are"
                + " logged as without it. Please report it.";
        StatusLogger.getLogger().warn(sentence, failure);
      }
    }
  }

  private synchronized void wrap(Configuration configuration) {
    if (configuration instanceof NullConfiguration) {
      // The context stops.
      return;
    }
    if (configuration.getAppenders().values().stream().anyMatch(this::isUsers)) {
      String sentence =
          "openai-errors: the configuration has an appender of ours, so the starter adds none.";
      if (told.add(sentence)) {
        StatusLogger.getLogger().info(sentence);
      }
      return;
    }
    LoggerConfig root = configuration.getRootLogger();
    // Root last: of appenders that feed the same alerts the last one runs them.
    for (String name : settings.loggers()) {
      LoggerConfig logger = configuration.getLoggers().get(name);
      if (logger == null || logger.getAppenders().isEmpty()) {
        tellWithoutAppenders(name, configuration);
      } else if (logger != root) {
        wrap(logger, configuration);
      }
    }
    wrap(root, configuration);
  }

  /** By name: there may be two copies of the class where a server has one as well. */
  private boolean isUsers(Appender appender) {
    return appender.getClass().getName().equals(OpenAiErrorAppender.class.getName())
        && !ours.contains(appender);
  }

  private void wrap(LoggerConfig logger, Configuration configuration) {
    Map<String, Appender> attached = logger.getAppenders();
    List<AppenderRef> references = new ArrayList<>();
    for (AppenderRef reference : logger.getAppenderRefs()) {
      Appender appender = attached.get(reference.getRef());
      if (appender != null
          && (ready || !appender.getClass().getName().startsWith(Installer.LOOKED_FOR))) {
        references.add(reference);
      }
    }
    if (references.isEmpty()) {
      return;
    }
    // If not, another one counts its errors.
    boolean counts = attached.values().stream().noneMatch(ours::contains) && !reaches(logger);
    if (settings.observes()) {
      if (counts) {
        AppenderRef[] none = {};
        logger.addAppender(create(true, logger, configuration, none), null, null);
      }
      return;
    }
    OpenAiErrorAppender appender =
        create(counts, logger, configuration, references.toArray(AppenderRef[]::new));
    // Behind ours before they are taken away: at worst a line of another thread is written twice
    // in between, and none is lost.
    logger.addAppender(appender, null, null);
    for (AppenderRef reference : references) {
      logger.removeAppender(reference.getRef());
      Filter filter = reference.getFilter();
      if (filter != null) {
        // It goes on in our appender, but was stopped with the reference.
        filter.start();
      }
    }
  }

  private OpenAiErrorAppender create(
      boolean counts, LoggerConfig logger, Configuration configuration, AppenderRef... references) {
    String name = Installer.NAME;
    if (!counts) {
      name += "-" + references[0].getRef();
    }
    if (!logger.getName().isEmpty()) {
      // A configuration has one of a name, and stops only what it has.
      name += "-" + logger.getName();
    }
    OpenAiErrorAppender appender =
        OpenAiErrorAppender.create(
            name,
            counts ? Installer.NAME : null,
            StarterProperties.PREFIX,
            settings.toSettings(),
            configuration,
            references);
    ours.add(appender);
    appender.start();
    configuration.addAppender(appender);
    return appender;
  }

  /** Whether events of this logger come to another one that has an appender of ours, too. */
  private boolean reaches(LoggerConfig logger) {
    @Nullable LoggerConfig at = logger;
    while (at != null && at.isAdditive()) {
      at = at.getParent();
      if (at != null
          && !at.getAppenders().isEmpty()
          && (at.getParent() == null || settings.loggers().contains(at.getName()))) {
        return true;
      }
    }
    return false;
  }

  private void tellWithoutAppenders(String name, Configuration configuration) {
    List<String> with =
        configuration.getLoggers().values().stream()
            .filter(logger -> !logger.getAppenders().isEmpty())
            .map(logger -> logger.getName().isEmpty() ? "ROOT" : logger.getName())
            .toList();
    String sentence =
        "openai-errors: openai.errors: loggers: '%s' has no appender of its own, so it is left out;"
                .formatted(name)
            + " those that have one: %s.".formatted(String.join(", ", with));
    if (told.add(sentence)) {
      StatusLogger.getLogger().warn(sentence);
    }
  }
}

package dev.openaierrors.spring;

import dev.openaierrors.plugin.AlertsMXBean;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts our appender in front of those of a logging framework, and keeps it there. */
interface Installer {

  /** Name of the appender, by which its alerts go on after the framework is configured again. */
  String NAME = "OPENAI";

  /**
   * Classes whose own starters look for them directly at root, and add another if there is none.
   */
  String LOOKED_FOR = "io.sentry.";

  /**
   * A service starts, or has its properties now. Where Spring Boot is going to configure the
   * framework from the beginning, a service before is forgotten, and its settings with it.
   */
  void starting();

  /**
   * Puts the appender in front of those that are there and not behind it yet. Where one is there
   * already that is not the starter's, it does nothing.
   *
   * @param settings for the appender, unless there is one already
   * @param ready whether the service has started, so that nobody looks for appenders any more
   */
  void install(StarterSettings settings, boolean ready);

  /** The alerts of all appenders of ours that there are, by their names; also of the user's own. */
  Map<String, AlertsMXBean> alerts();

  /**
   * Says a sentence on the status channel of the framework.
   *
   * @param cause why; null if the sentence says it all
   */
  void tell(String sentence, @Nullable Throwable cause);
}

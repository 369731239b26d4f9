package dev.openaierrors.spring;

import dev.openaierrors.plugin.AlertsMXBean;
import java.util.Map;

/** The alerts that run in this process, whoever has configured them. */
@FunctionalInterface
interface RunningAlerts {

  /** By the name of the appender that feeds them; those of the framework that is in use. */
  Map<String, AlertsMXBean> all();

  /** Those of the framework that Spring Boot has configured, looked for each time. */
  static Map<String, AlertsMXBean> ofFramework() {
    LoggingFramework framework = LoggingFramework.inUse();
    return framework == null ? Map.of() : framework.installer().alerts();
  }
}

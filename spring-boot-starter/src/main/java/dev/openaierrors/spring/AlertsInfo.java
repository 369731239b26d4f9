package dev.openaierrors.spring;

import dev.openaierrors.plugin.AlertsMXBean;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/** Says in Spring Boot's info endpoint how many incidents are open, and what was counted. */
final class AlertsInfo implements InfoContributor {

  private final RunningAlerts alerts;

  AlertsInfo(RunningAlerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public void contribute(Info.Builder builder) {
    int open = 0;
    Map<String, Long> errors = new TreeMap<>();
    for (AlertsMXBean bean : alerts.all().values()) {
      open += bean.getOpen().size();
      AlertsEndpoint.counted(bean.getErrors())
          .forEach((kind, count) -> errors.merge(kind, count, Long::sum));
    }
    builder.withDetail("openaiErrors", Map.of("open", open, "errors", errors));
  }
}

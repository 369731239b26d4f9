package dev.openaierrors.plugin;

import dev.openaierrors.error.ErrorKind;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** The alerts of one appender in JMX. */
final class AlertBean implements AlertsMXBean {

  private final AlertService service;
  private @Nullable ObjectName name;

  private AlertBean(AlertService service) {
    this.service = service;
  }

  /** Null, with a sentence, where JMX does not take it. */
  static @Nullable AlertBean register(AlertService service, AlertHost host, String appender) {
    AlertBean bean = new AlertBean(service);
    try {
      ObjectName name =
          new ObjectName(
              "dev.openaierrors:type=Alerts,context=%s,appender=%s"
                  .formatted(ObjectName.quote(host.contextName()), ObjectName.quote(appender)));
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      bean.name = server.registerMBean(bean, name).getObjectName();
      return bean;
    } catch (JMException | SecurityException | LinkageError refused) {
      host.error(
          "openai-errors: jmx: the MXBean cannot be registered, so there is none: " + refused + ".",
          null);
      return null;
    }
  }

  void unregister() {
    ObjectName registered = name;
    name = null;
    if (registered == null) {
      return;
    }
    try {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(registered);
    } catch (JMException | SecurityException goneAlready) {
      // Whoever took it away did what was to be done.
    }
  }

  @Override
  public List<String> getOpen() {
    return service.open().stream()
        .map(
            alert ->
                "%s %s %s: %s; %s"
                    .formatted(
                        alert.id(),
                        alert.rule(),
                        alert.severity().id(),
                        alert.title(),
                        alert.summary()))
        .toList();
  }

  @Override
  public Map<String, Long> getErrors() {
    return byKind(service.monitor()::recorded);
  }

  @Override
  public Map<String, Long> getDropped() {
    return byKind(service.monitor()::dropped);
  }

  private static Map<String, Long> byKind(ToLongFunction<ErrorKind> count) {
    Map<String, Long> counts = new TreeMap<>();
    for (ErrorKind kind : ErrorKind.values()) {
      counts.put(kind.id(), count.applyAsLong(kind));
    }
    return counts;
  }

  @Override
  public List<String> getDestinations() {
    return service.outlets().counts().stream()
        .map(
            one ->
                "%s: %s sent, %s failed, %s dropped, %s waiting"
                    .formatted(
                        one.destination(), one.sent(), one.failed(), one.dropped(), one.waiting()))
        .toList();
  }

  @Override
  public void sendTestAlert() {
    service.test();
  }
}

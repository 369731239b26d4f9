package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.InvalidValueException;
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
  private Runnable unregister = () -> {};

  private AlertBean(AlertService service) {
    this.service = service;
  }

  /** One that is nowhere registered. */
  static AlertsMXBean of(AlertService service) {
    return new AlertBean(service);
  }

  /** Null, with a sentence, where JMX does not take it, or is not there. */
  static @Nullable AlertBean register(AlertService service, AlertHost host, String appender) {
    AlertBean bean = new AlertBean(service);
    try {
      bean.unregister = Server.register(bean, host.contextName(), appender);
      return bean;
    } catch (LinkageError absent) {
      host.warn(
          "openai-errors: jmx: this Java runtime has no JMX, so there is no MXBean; give it the module"
              + " java.management.",
          null);
      return null;
    } catch (RefusedException | RuntimeException refused) {
      host.warn(
          "openai-errors: jmx: the MXBean cannot be registered, so there is none: "
              + (refused.getCause() == null ? refused : refused.getCause())
              + ".",
          null);
      return null;
    }
  }

  void unregister() {
    Runnable once = unregister;
    unregister = () -> {};
    once.run();
  }

  @Override
  public List<String> getOpen() {
    return service.open().stream().map(AlertBean::line).toList();
  }

  static String line(Alert alert) {
    return "%s %s %s: %s; %s"
        .formatted(
            alert.id(),
            alert.rule(),
            alert.severity().id(),
            alert.text().title(),
            alert.text().summary());
  }

  @Override
  public Map<String, Long> getErrors() {
    return byKind(service.monitor()::recorded);
  }

  @Override
  public Map<String, Double> getRates() {
    Map<String, Double> rates = new TreeMap<>();
    for (ErrorKind kind : ErrorKind.values()) {
      double rate = service.perMinute(kind);
      if (rate > 0) {
        rates.put(kind.id(), rate);
      }
    }
    return rates;
  }

  @Override
  public Map<String, Long> getDropped() {
    return byKind(service.monitor()::dropped);
  }

  @Override
  public Map<String, String> getSamples() {
    Map<String, String> samples = new TreeMap<>();
    for (ErrorKind kind : ErrorKind.values()) {
      Alert.Sample sample = service.monitor().sample(kind);
      if (sample != null) {
        samples.put(kind.id(), line(sample));
      }
    }
    return samples;
  }

  private static String line(Alert.Sample sample) {
    String logger = sample.logger() == null ? "" : " " + sample.logger();
    String request = sample.requestId() == null ? "" : " (" + sample.requestId() + ")";
    return sample.at() + logger + ": " + sample.message() + request;
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
    if (!service.isOn()) {
      // It only counts, and tells nobody, not even the log.
      return List.of();
    }
    return service.outlets().counts().stream()
        .map(
            one ->
                "%s: %s sent, %s failed, %s dropped, %s waiting"
                    .formatted(
                        one.destination(), one.sent(), one.failed(), one.dropped(), one.waiting()))
        .toList();
  }

  @Override
  public List<String> getMuted() {
    return service.muted().entrySet().stream()
        .map(mute -> "%s until %s".formatted(mute.getKey(), mute.getValue()))
        .toList();
  }

  @Override
  public void mute(String rule, String untilOrDuration) {
    // Clients may give null.
    told(() -> service.mute(String.valueOf(rule), String.valueOf(untilOrDuration)));
  }

  @Override
  public void unmute(String rule) {
    told(() -> service.unmute(String.valueOf(rule)));
  }

  /** By an exception whose class every client has. */
  private static void told(Runnable action) {
    try {
      action.run();
    } catch (InvalidValueException wrong) {
      throw new IllegalArgumentException(wrong.getMessage());
    }
  }

  @Override
  public void sendTestAlert() {
    service.test();
  }

  /** The server's own reason is the cause. */
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(Exception cause) {
      super(cause);
    }
  }

  /** All that needs JMX, which a runtime image may leave out: then only this class cannot load. */
  private static final class Server {

    /** What takes the bean away again. */
    static Runnable register(AlertBean bean, String context, String appender)
        throws RefusedException {
      try {
        ObjectName name =
            new ObjectName(
                "dev.openaierrors:type=Alerts,context=%s,appender=%s"
                    .formatted(ObjectName.quote(context), ObjectName.quote(appender)));
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName registered = server.registerMBean(bean, name).getObjectName();
        return () -> unregister(registered);
      } catch (JMException | SecurityException refused) {
        throw new RefusedException(refused);
      }
    }

    private static void unregister(ObjectName name) {
      try {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
      } catch (JMException | SecurityException goneAlready) {
        // Whoever took it away did what was to be done.
      }
    }
  }
}

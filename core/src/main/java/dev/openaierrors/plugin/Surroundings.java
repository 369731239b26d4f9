package dev.openaierrors.plugin;

import dev.openaierrors.alert.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the process knows of the service that it runs, where its configuration says nothing. */
final class Surroundings {

  private static final Path HOST_NAME = Path.of("/etc/hostname");
  private static final long MAX_HOST_NAME = 256;

  private Surroundings() {}

  /**
   * The service by Spring Boot's or OpenTelemetry's name for it, and the host or pod. Asking the
   * network for that might take long.
   */
  static Origin origin() {
    return origin(System::getenv, System::getProperty, HOST_NAME);
  }

  static Origin origin(
      UnaryOperator<@Nullable String> environment,
      UnaryOperator<@Nullable String> properties,
      Path hostName) {
    String service = value(properties, "spring.application.name");
    service = service == null ? value(environment, "SPRING_APPLICATION_NAME") : service;
    service = service == null ? value(environment, "OTEL_SERVICE_NAME") : service;
    String instance = value(environment, "HOSTNAME");
    instance = instance == null ? value(environment, "COMPUTERNAME") : instance;
    return new Origin(service, null, instance == null ? firstLine(hostName) : instance);
  }

  private static @Nullable String value(UnaryOperator<@Nullable String> source, String name) {
    try {
      String value = source.apply(name);
      return value == null || value.isBlank() ? null : value.strip();
    } catch (SecurityException notAllowed) {
      return null;
    }
  }

  private static @Nullable String firstLine(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_HOST_NAME) {
        return null;
      }
      String text = Files.readString(file).strip();
      return text.isEmpty() ? null : text.lines().findFirst().orElse(null);
    } catch (IOException | SecurityException unreadable) {
      return null;
    }
  }
}

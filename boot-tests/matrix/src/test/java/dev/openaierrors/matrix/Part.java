package dev.openaierrors.matrix;

import java.util.List;

/** What only some services have on their class path. */
enum Part {
  SENTRY("/io/sentry/"),
  OPEN_TELEMETRY("/io/opentelemetry/"),
  DEVTOOLS("/spring-boot-devtools/"),
  CLOUD("/org/springframework/cloud/"),
  KAFKA("/org/springframework/kafka/", "/org/apache/kafka/", "/spring-boot-kafka/"),
  LOGBACK("/ch/qos/logback/", "/jul-to-slf4j/", "/sentry-logback/", "/opentelemetry-logback-"),
  LOG4J2("/org/apache/logging/log4j/", "/sentry-log4j2/", "/opentelemetry-log4j-");

  private final List<String> paths;

  Part(String... paths) {
    this.paths = List.of(paths);
  }

  /** Whether this jar belongs to it. */
  boolean has(String jar) {
    return paths.stream().anyMatch(jar::contains);
  }
}

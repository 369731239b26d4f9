/** Logback appender and filter for OpenAI API errors. */
module dev.openaierrors.logback {
  requires transitive ch.qos.logback.classic;
  requires transitive ch.qos.logback.core;
  requires transitive dev.openaierrors.core;
  requires java.xml;
  requires static org.jspecify;
  requires org.slf4j;

  // Logback makes the elements of its configuration by their public constructors and setters.
  exports dev.openaierrors.logback;
}

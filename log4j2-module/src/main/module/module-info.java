/** Log4j2 appender, rewrite policy and filter for OpenAI API errors. */
module dev.openaierrors.log4j2 {
  requires transitive dev.openaierrors.core;
  requires transitive org.apache.logging.log4j;
  requires transitive org.apache.logging.log4j.core;
  requires static org.jspecify;

  exports dev.openaierrors.log4j2;

  // Log4j writes attributes into the private fields of builders.
  opens dev.openaierrors.log4j2 to
      org.apache.logging.log4j.core;
}

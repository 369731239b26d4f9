/** Counts OpenAI API errors, open alerts and their notices in a Micrometer registry. */
// Micrometer's jar has no descriptor of its own.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.openaierrors.micrometer {
  requires transitive dev.openaierrors.core;
  requires transitive micrometer.core;
  requires static org.jspecify;

  exports dev.openaierrors.micrometer;
}

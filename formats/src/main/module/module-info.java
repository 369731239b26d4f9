/** Reads the events of logs in many formats, as text and as JSON. */
module dev.openaierrors.formats {
  requires com.fasterxml.jackson.databind;
  requires transitive dev.openaierrors.core;
  requires static org.jspecify;

  exports dev.openaierrors.formats;
}

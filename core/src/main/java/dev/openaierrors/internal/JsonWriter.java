package dev.openaierrors.internal;

import org.jspecify.annotations.Nullable;

/**
 * Writes JSON into memory. Whoever writes opens, names and closes in the right order; commas and
 * escapes come by themselves.
 */
public final class JsonWriter {

  private static final String HEX = "0123456789ABCDEF";

  private final StringBuilder json = new StringBuilder(512);
  private boolean hasBefore;

  /** A writer that has written nothing yet. */
  public JsonWriter() {}

  /** All that was written. */
  @Override
  public String toString() {
    return json.toString();
  }

  /** Begins an object. */
  public void writeStartObject() {
    begin('{');
  }

  /** Ends an object. */
  public void writeEndObject() {
    end('}');
  }

  /** Begins an array. */
  public void writeStartArray() {
    begin('[');
  }

  /** Ends an array. */
  public void writeEndArray() {
    end(']');
  }

  /** Names the value that is written next. */
  public void writeFieldName(String name) {
    separate();
    quote(name);
    json.append(':');
    hasBefore = false;
  }

  /** A text; null is JSON's null. */
  public void writeString(@Nullable String value) {
    if (value == null) {
      writeNull();
    } else {
      separate();
      quote(value);
    }
  }

  /** A whole number. */
  public void writeNumber(long value) {
    plain(Long.toString(value));
  }

  /** A number with a fraction; null for what JSON has no number for. */
  public void writeNumber(double value) {
    plain(Double.isFinite(value) ? Double.toString(value) : "null");
  }

  /** JSON's null. */
  public void writeNull() {
    plain("null");
  }

  /** Begins an object under a name. */
  public void writeObjectFieldStart(String name) {
    writeFieldName(name);
    writeStartObject();
  }

  /** Begins an array under a name. */
  public void writeArrayFieldStart(String name) {
    writeFieldName(name);
    writeStartArray();
  }

  /** A text under a name; null is JSON's null. */
  public void writeStringField(String name, @Nullable String value) {
    writeFieldName(name);
    writeString(value);
  }

  /** A whole number under a name. */
  public void writeNumberField(String name, long value) {
    writeFieldName(name);
    writeNumber(value);
  }

  /** A number with a fraction under a name. */
  public void writeNumberField(String name, double value) {
    writeFieldName(name);
    writeNumber(value);
  }

  /** A truth value under a name. */
  public void writeBooleanField(String name, boolean value) {
    writeFieldName(name);
    plain(value ? "true" : "false");
  }

  /** JSON's null under a name. */
  public void writeNullField(String name) {
    writeFieldName(name);
    writeNull();
  }

  private void begin(char bracket) {
    separate();
    json.append(bracket);
    hasBefore = false;
  }

  private void end(char bracket) {
    json.append(bracket);
    hasBefore = true;
  }

  private void plain(String value) {
    separate();
    json.append(value);
  }

  private void separate() {
    if (hasBefore) {
      json.append(',');
    }
    hasBefore = true;
  }

  private void quote(String value) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\b' -> json.append("\\b");
        case '\t' -> json.append("\\t");
        case '\n' -> json.append("\\n");
        case '\f' -> json.append("\\f");
        case '\r' -> json.append("\\r");
        default -> {
          if (c < ' ') {
            json.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }
}

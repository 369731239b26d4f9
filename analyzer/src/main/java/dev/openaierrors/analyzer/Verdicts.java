package dev.openaierrors.analyzer;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.OpenAiError;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes one JSON verdict for each JSON line. */
final class Verdicts implements AutoCloseable {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Lines.MAX_BYTES).build())
          .build();

  private final ErrorAnalyzer analyzer;
  private final Output out;

  Verdicts(PrintStream out, ErrorAnalyzer analyzer) {
    this.analyzer = analyzer;
    this.out = new Output(out, StandardCharsets.UTF_8);
  }

  /**
   * Writes the verdict of one line.
   *
   * @param cut whether only a part of the line is at hand
   * @return false if it could not be read
   */
  boolean judge(String line, boolean cut) throws IOException {
    Request request =
        cut
            ? Request.wrong(null, "the line is longer than " + Lines.MAX_BYTES + " bytes")
            : read(line);
    StringWriter verdict = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(verdict)) {
      json.writeStartObject();
      json.writeFieldName("id");
      if (request.id == null) {
        json.writeNull();
      } else {
        json.writeRawValue(request.id);
      }
      if (request.problem != null) {
        json.writeNullField("kind");
        json.writeStringField("problem", request.problem);
      } else {
        write(json, analyzer.analyze(request.text));
      }
      json.writeEndObject();
    }
    out.line(verdict.toString());
    return request.problem == null;
  }

  private static void write(JsonGenerator json, @Nullable OpenAiError error) throws IOException {
    if (error == null) {
      json.writeNullField("kind");
      return;
    }
    json.writeStringField("kind", error.kind().id());
    json.writeBooleanField("retryable", error.retryable());
    if (error.answer().status() != null) {
      json.writeNumberField("status", error.answer().status());
    }
    writeIfKnown(json, "code", error.answer().code());
    writeIfKnown(json, "type", error.answer().type());
    writeIfKnown(json, "param", error.answer().param());
    writeIfKnown(json, "request_id", error.call().requestId());
    writeIfKnown(json, "model", error.call().model());
    writeIfKnown(json, "limit", error.field(ErrorField.LIMIT));
    if (error.answer().retryAfter() != null) {
      json.writeNumberField("retry_after_ms", error.answer().retryAfter().toMillis());
    }
    json.writeStringField("provider", error.provider().id());
    json.writeStringField("fix", error.fix());
  }

  private static void writeIfKnown(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static Request read(String line) throws IOException {
    String id = null;
    String text = null;
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Request.wrong(null, "the line is no JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("id") && value.isScalarValue()) {
          id = raw(json, value);
        } else if (name.equals("text") && value == JsonToken.VALUE_STRING) {
          text = json.getText();
        } else {
          json.skipChildren();
        }
      }
      if (json.nextToken() != null) {
        return Request.wrong(id, "more follows the object");
      }
    } catch (JacksonException e) {
      return Request.wrong(id, "the line is no well-formed JSON");
    }
    return text == null
        ? Request.wrong(id, "the object has no \"text\" that is a string")
        : new Request(id, text, null);
  }

  /** The value as JSON, to be written back as it came. */
  private static String raw(JsonParser json, JsonToken value) throws IOException {
    if (value != JsonToken.VALUE_STRING) {
      return json.getText();
    }
    StringWriter quoted = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(quoted)) {
      generator.writeString(json.getText());
    }
    return quoted.toString();
  }

  boolean isClosed() {
    return out.isClosed();
  }

  void flush() {
    out.flush();
  }

  @Override
  public void close() {
    out.close();
  }

  /** A line that was read: what is to be judged, or what is wrong with it. */
  private record Request(@Nullable String id, String text, @Nullable String problem) {
    static Request wrong(@Nullable String id, String problem) {
      return new Request(id, "", problem);
    }
  }
}

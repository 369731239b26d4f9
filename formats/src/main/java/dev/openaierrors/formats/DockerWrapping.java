package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** Docker's json-file driver: an object for each line; one of 16 KB and more comes in parts. */
final class DockerWrapping extends Wrapping {

  DockerWrapping() {
    super("docker", "Docker JSON file");
  }

  @Override
  boolean hidesWords() {
    return false;
  }

  @Override
  boolean unwrap(Cursor line, Unwrapped target) {
    if (!line.startsWith("{\"log\":")) {
      return false;
    }
    JsonNode object = JsonLine.parse(line.bytes(), line.at(), line.end());
    JsonNode log = object == null ? null : object.get("log");
    if (object == null || log == null || !log.isTextual() || !object.has("time")) {
      return false;
    }
    String text = log.textValue();
    boolean whole = text.endsWith("\n");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int end = EventBytes.clean(bytes, whole ? bytes.length - 1 : bytes.length);
    target.set(bytes, 0, end > 0 && bytes[end - 1] == '\r' ? end - 1 : end);
    target.partial = !whole;
    target.key = JsonFields.orEmpty(JsonFields.text(object, "stream"));
    target.time = JsonTimes.of(object.get("time"));
    target.service = JsonFields.text(object, "attrs.tag");
    return true;
  }
}

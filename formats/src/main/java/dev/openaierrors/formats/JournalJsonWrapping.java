package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** {@code journalctl -o json}: an object for each line; what is not text is an array of bytes. */
final class JournalJsonWrapping extends Wrapping {

  JournalJsonWrapping() {
    super("journal-json", "journalctl -o json");
  }

  @Override
  boolean unwrap(Cursor line, Unwrapped target) {
    if (!beginsWithItsKey(line)) {
      return false;
    }
    JsonNode object = JsonLine.parse(line.bytes(), line.at(), line.end());
    if (object == null || !object.has("__REALTIME_TIMESTAMP") || !object.has("MESSAGE")) {
      return false;
    }
    byte[] text = text(object.get("MESSAGE"));
    target.set(text, 0, EventBytes.clean(text, text.length));
    String id = JsonFields.orEmpty(JsonFields.text(object, "SYSLOG_IDENTIFIER"));
    target.key = id + "[" + JsonFields.orEmpty(JsonFields.text(object, "_PID")) + "]";
    target.service = id.isEmpty() ? JsonFields.text(object, "_SYSTEMD_UNIT") : id;
    target.time = JsonTimes.of(object.get("__REALTIME_TIMESTAMP"));
    JsonNode priority = object.get("PRIORITY");
    target.level = priority == null ? null : Levels.ofSyslog(priority.asInt(6));
    return true;
  }

  /** Its keys are in capitals, and some begin with a line: most other objects are told by that. */
  private static boolean beginsWithItsKey(Cursor line) {
    int begin = line.at();
    line.skip('{');
    line.skipBlanks();
    boolean quoted = line.skip('"');
    int first = line.peek();
    line.to(begin);
    return quoted && (first == '_' || (first >= 'A' && first <= 'Z'));
  }

  private static byte[] text(JsonNode message) {
    if (!message.isArray()) {
      return message.asText("").getBytes(StandardCharsets.UTF_8);
    }
    byte[] bytes = new byte[message.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) message.get(i).asInt();
    }
    return bytes;
  }
}

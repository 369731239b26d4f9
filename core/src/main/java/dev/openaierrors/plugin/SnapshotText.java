package dev.openaierrors.plugin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.openaierrors.alert.EngineSnapshot;
import dev.openaierrors.delivery.StateFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the engine remembers as the text of a state file: JSON. */
final class SnapshotText {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private SnapshotText() {}

  /** As much of it as the file takes; those troubles that matter most come first. */
  static String write(EngineSnapshot snapshot) throws JsonProcessingException {
    EngineSnapshot kept = snapshot;
    String text = JSON.writeValueAsString(kept);
    while (text.getBytes(StandardCharsets.UTF_8).length > StateFile.MAX_BYTES) {
      kept = kept.cutTo(kept.troubles().size() / 2);
      text = JSON.writeValueAsString(kept);
    }
    return text;
  }

  /** Null for text of another version, or that is no snapshot. */
  static @Nullable EngineSnapshot read(String text) {
    try {
      EngineSnapshot snapshot = JSON.readValue(text, EngineSnapshot.class);
      return snapshot.version() == EngineSnapshot.VERSION ? snapshot : null;
    } catch (JsonProcessingException | IllegalArgumentException | NullPointerException foreign) {
      return null;
    }
  }
}

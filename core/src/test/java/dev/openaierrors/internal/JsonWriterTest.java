package dev.openaierrors.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void everyKindOfValueIsWritten() {
    JsonWriter json = new JsonWriter();
    json.writeStartObject();
    json.writeStringField("text", "a");
    json.writeStringField("none", null);
    json.writeNumberField("int", -7);
    json.writeNumberField("long", Long.MIN_VALUE);
    json.writeNumberField("double", 0.1);
    json.writeNumberField("infinite", Double.POSITIVE_INFINITY);
    json.writeBooleanField("truth", true);
    json.writeArrayFieldStart("list");
    json.writeEndArray();
    json.writeArrayFieldStart("more");
    json.writeNumber(1);
    json.writeString("b");
    json.writeStartObject();
    json.writeEndObject();
    json.writeStartArray();
    json.writeEndArray();
    json.writeNull();
    json.writeEndArray();
    json.writeObjectFieldStart("object");
    json.writeNullField("null");
    json.writeEndObject();
    json.writeEndObject();
    assertThat(json)
        .hasToString(
            "{\"text\":\"a\",\"none\":null,\"int\":-7,\"long\":-9223372036854775808,"
                + "\"double\":0.1,\"infinite\":null,\"truth\":true,\"list\":[],"
                + "\"more\":[1,\"b\",{},[],null],\"object\":{\"null\":null}}");
  }

  @Test
  void anyTextIsWrittenAsJacksonWritesItAndReadBackAsItWas() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String text = text(random);
      JsonWriter ours = new JsonWriter();
      ours.writeStartObject();
      ours.writeStringField(text, text);
      ours.writeEndObject();
      StringWriter theirs = new StringWriter();
      try (JsonGenerator json = new JsonFactory().createGenerator(theirs)) {
        json.writeStartObject();
        json.writeStringField(text, text);
        json.writeEndObject();
      }
      assertThat(ours.toString()).as("seed %d", seed).isEqualTo(theirs.toString());
      assertThat(new ObjectMapper().readTree(ours.toString()).path(text).textValue())
          .as("seed %d", seed)
          .isEqualTo(text);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(40);
    while (text.length() < length) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x20));
        case 1 -> text.append("\"\\/\u007f\u2028\ufeff".charAt(random.nextInt(6)));
        case 2 -> text.appendCodePoint(0x1f600 + random.nextInt(40));
        default -> text.append((char) (0x20 + random.nextInt(0x300)));
      }
    }
    return text.toString();
  }
}

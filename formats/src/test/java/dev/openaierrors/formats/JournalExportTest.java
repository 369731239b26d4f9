package dev.openaierrors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code journalctl -o export} writes: fields by line, or by length. */
class JournalExportTest {

  private static final String TIME = "1777881801500000";

  @RepeatedTest(20)
  void anyTextOfAnyEntryIsReadBack() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    ByteArrayOutputStream export = new ByteArrayOutputStream();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String text = Exported.KEY + text(random);
      texts.add(text.strip());
      field(export, "__CURSOR", "s=" + i);
      field(export, "__REALTIME_TIMESTAMP", TIME);
      field(export, "PRIORITY", "4");
      field(export, "SYSLOG_IDENTIFIER", "shop");
      field(export, "MESSAGE", text);
      field(export, "_PID", "7");
      export.write('\n');
    }

    List<ParsedEvent> events = read(export.toByteArray());

    assertThat(events)
        .as("seed %d", seed)
        .extracting(ParsedEvent::message)
        .containsExactlyElementsOf(texts);
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(ReadLog.time(event)).isEqualTo("2026-05-04 08:03:21.5 Z");
              assertThat(event.level()).isEqualTo("WARN");
              assertThat(event.service()).isEqualTo("shop");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "0, ERROR",
    "3, ERROR",
    "4, WARN",
    "5, INFO",
    "6, INFO",
    "9, DEBUG",
    "x, INFO",
    "'', INFO"
  })
  void itsPriorityIsSyslogs(String priority, String level) throws IOException {
    ByteArrayOutputStream export = new ByteArrayOutputStream();
    field(export, "__CURSOR", "s=1");
    field(export, "__REALTIME_TIMESTAMP", TIME);
    field(export, "PRIORITY", priority);
    field(export, "MESSAGE", Exported.KEY);
    export.write('\n');

    List<ParsedEvent> events = read(export.toByteArray());

    assertThat(events).singleElement().extracting(ParsedEvent::level).isEqualTo(level);
  }

  @Test
  void cutAnywhereItGivesTheEntriesThatAreWhole() throws IOException {
    ByteArrayOutputStream export = new ByteArrayOutputStream();
    for (int i = 0; i < 3; i++) {
      field(export, "__CURSOR", "s=" + i);
      field(export, "__REALTIME_TIMESTAMP", TIME);
      field(export, "MESSAGE", Exported.KEY + (i == 1 ? "\nand more" : ""));
      export.write('\n');
    }
    byte[] whole = export.toByteArray();
    int entry = whole.length / 3;

    for (int cut = 12; cut <= whole.length; cut++) {
      List<ParsedEvent> events = read(Arrays.copyOf(whole, cut));
      assertThat(events).as("cut at %d", cut).hasSizeBetween(cut / entry - 1, cut / entry + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40, 100})
  void aLengthThatCannotBeEndsTheJournalAndNothingElse(long length) throws IOException {
    ByteArrayOutputStream export = new ByteArrayOutputStream();
    field(export, "__CURSOR", "s=1");
    field(export, "__REALTIME_TIMESTAMP", TIME);
    field(export, "MESSAGE", Exported.KEY);
    export.writeBytes("COREDUMP\n".getBytes(UTF_8));
    export.writeBytes(size(length));
    export.writeBytes("xyz\n\n".getBytes(UTF_8));

    assertThat(read(export.toByteArray()))
        .singleElement()
        .extracting(ParsedEvent::message)
        .isEqualTo(Exported.KEY);
  }

  @Test
  void anEntryOfManyFieldsIsBounded() throws IOException {
    ByteArrayOutputStream export = new ByteArrayOutputStream();
    field(export, "__CURSOR", "s=1");
    field(export, "__REALTIME_TIMESTAMP", TIME);
    field(export, "MESSAGE", Exported.KEY);
    for (int i = 0; i < 20_000; i++) {
      field(export, "FIELD_" + i, "x");
    }
    export.write('\n');
    byte[] bytes = export.toByteArray();
    LogDocument document = Objects.requireNonNull(LogDocument.of(bytes, bytes.length));

    assertThat(document.lines(new ByteArrayInputStream(bytes)).readAllBytes())
        .hasSizeLessThan(20_000);
    assertThat(read(bytes)).hasSize(1);
  }

  private static String text(Random random) {
    String[] pieces = {
      " a", "=", "\n", "\n\n", "\u00e4", "\"", "\\", "{", "__CURSOR=x", "\t", "b c"
    };
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  /** As the journal writes it: what has line ends is preceded by its length. */
  private static void field(ByteArrayOutputStream export, String name, String value) {
    byte[] bytes = value.getBytes(UTF_8);
    export.writeBytes(name.getBytes(UTF_8));
    if (value.indexOf('\n') < 0) {
      export.write('=');
    } else {
      export.write('\n');
      export.writeBytes(size(bytes.length));
    }
    export.writeBytes(bytes);
    export.write('\n');
  }

  private static byte[] size(long length) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
  }

  private static List<ParsedEvent> read(byte[] export) throws IOException {
    Exported exported = Exported.of(export);
    assertThat(exported.isDocument()).isTrue();
    return exported.events();
  }
}

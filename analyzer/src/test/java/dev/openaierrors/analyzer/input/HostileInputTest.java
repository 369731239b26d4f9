package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they are found on real disks. */
class HostileInputTest {

  private static final String ERROR =
      "2026-05-04 10:00:00,000 ERROR [main] shop.Chat - 401: Incorrect API key provided: sk-x. You"
          + " can find your API key at https://platform.openai.com/account/api-keys.\n";
  private static final String FINE = "2026-05-04 10:00:01,000 INFO  [main] shop.Chat - fine\n";

  @TempDir Path folder;

  @Test
  void aLineOf100MegabytesIsReadInLittleMemory() throws IOException {
    Path log = folder.resolve("app.log");
    byte[] much = new byte[1 << 20];
    Arrays.fill(much, (byte) 'x');
    try (var out = Files.newOutputStream(log)) {
      out.write(bytes(ERROR + FINE.strip()));
      for (int i = 0; i < 100; i++) {
        out.write(much);
      }
      out.write(bytes("\n" + ERROR));
    }

    Collected collected = Collected.of(List.of(log));

    assertThat(collected.kinds()).containsExactly("invalid_api_key", "invalid_api_key");
    assertThat(collected.files.get(0).bytes()).isEqualTo(Files.size(log));
    assertThat(collected.files.get(0).warnings()).singleElement().asString().contains("1 MB");
  }

  @Test
  void ofATruncatedGzipTheBeginIsReadAndTheRestIsReported() throws IOException {
    byte[] zipped = gzip((ERROR + FINE.repeat(50)).repeat(2000));
    Path log = Collected.write(folder, "app.log.gz", Arrays.copyOf(zipped, zipped.length / 2));
    Path other = Collected.write(folder, "other.log", bytes(ERROR));

    Collected collected = Collected.of(List.of(log, other));

    assertThat(collected.events).hasSizeBetween(500, 1600);
    FileFacts facts =
        collected.files.stream()
            .filter(file -> file.name().endsWith("gz"))
            .findFirst()
            .orElseThrow();
    assertThat(facts.failure()).contains("ends before its end");
    assertThat(facts.found()).isEqualTo(collected.events.size() - 1);
  }

  @Test
  void severalGzipMembersAreOneFile() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(gzip(ERROR));
    both.writeBytes(gzip(ERROR + FINE));

    assertThat(Collected.of(List.of(Collected.write(folder, "a.gz", both.toByteArray()))).kinds())
        .hasSize(2);
  }

  @Test
  void zstandardIsRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new io.airlift.compress.zstd.ZstdOutputStream(bytes)) {
      out.write(bytes((ERROR + FINE.repeat(10)).repeat(3000)));
    }

    Path log = Collected.write(folder, "app.log.zst", bytes.toByteArray());
    assertThat(Collected.of(List.of(log)).kinds()).hasSize(3000);

    Path half =
        Collected.write(folder, "half.zst", Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    assertThat(Collected.of(List.of(half)).files.get(0).failure()).isNotNull();
  }

  @Test
  void nulsOfAnEmptiedFileAndLatin1AreNoObstacle() {
    byte[] nuls = new byte[5000];
    byte[] text =
        (FINE + ERROR.replace("main", "M\u00fcller")).getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(nuls, nuls.length + text.length);
    System.arraycopy(text, 0, all, nuls.length, text.length);

    Collected collected = Collected.ofBytes(folder, all);

    assertThat(collected.kinds()).containsExactly("invalid_api_key");
    assertThat(collected.events.get(0).thread()).isEqualTo("M\u00fcller");
  }

  @Test
  void aMissingFileAndAFolderWithoutLogsDoNotStopTheOthers() throws IOException {
    Path log = Collected.write(folder, "app.log", bytes(ERROR));
    Path empty = Files.createDirectory(folder.resolve("empty"));

    Collected collected = Collected.of(List.of(folder.resolve("missing.log"), empty, log));

    assertThat(collected.kinds()).hasSize(1);
    assertThat(collected.files).hasSize(3);
    assertThat(collected.files).filteredOn(file -> file.failure() != null).hasSize(2);
  }

  @Test
  void anEmptyFileHasNoErrors() {
    Collected collected = Collected.ofText(folder, "");

    assertThat(collected.events).isEmpty();
    assertThat(collected.files).singleElement().extracting(FileFacts::failure).isNull();
  }

  @Test
  void aJsonLineThatIsCutStillCounts() {
    String line =
        "{\"@timestamp\":\"2026-05-04T10:00:00Z\",\"level\":\"ERROR\",\"message\":\"401 of"
            + " api.openai.com: Incorrect API key provided: sk-x";

    assertThat(Collected.ofText(folder, line).kinds()).containsExactly("invalid_api_key");
  }

  @Test
  void binaryDataBehindAnEventIsReadToItsEnd() {
    byte[] event = bytes(ERROR);
    byte[] noise = new byte[3_000_000];
    new java.util.Random(1).nextBytes(noise);
    System.arraycopy(event, 0, noise, 0, event.length);

    Collected collected = Collected.ofBytes(folder, noise);

    assertThat(collected.events).hasSize(1);
    assertThat(collected.files.get(0).bytes()).isEqualTo(noise.length);
  }

  @Test
  void ourOwnAlertsAreNotCounted() {
    String alert = ERROR.replace("shop.Chat", "openai.alerts");

    assertThat(Collected.ofText(folder, alert + ERROR).kinds()).hasSize(1);
  }

  @Test
  void stoppingEndsTheReading() {
    Path log = Collected.write(folder, "app.log", bytes((ERROR + FINE).repeat(100_000)));
    LogAnalysis[] analysis = new LogAnalysis[1];
    Collected collected = new Collected();
    analysis[0] =
        new LogAnalysis(
            Collected.options(),
            new EventConsumer() {
              @Override
              public void event(AnalyzedEvent event) {
                collected.event(event);
                analysis[0].stop();
              }

              @Override
              public void file(FileFacts facts) {
                collected.file(facts);
              }
            });
    analysis[0].run(List.of(log.toString()), InputStream.nullInputStream());

    assertThat(collected.events).isNotEmpty().hasSizeLessThan(100_000);
    assertThat(collected.files).hasSize(1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(bytes(text));
    }
    return bytes.toByteArray();
  }
}

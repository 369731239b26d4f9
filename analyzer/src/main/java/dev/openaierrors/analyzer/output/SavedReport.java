package dev.openaierrors.analyzer.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.analyzer.report.Baseline;
import dev.openaierrors.analyzer.report.Baseline.Attribute;
import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Redactor;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads a report that {@link JsonReport} wrote, as far as another is compared with it. */
public final class SavedReport {

  private static final int BEGIN = 200;
  private static final int LARGEST = 32 << 20;
  private static final int LONGEST_NAME = 100;

  private SavedReport() {}

  /**
   * Reads a file.
   *
   * @return null if it is no such report
   * @throws IOException if it is one that cannot be read
   */
  public static @Nullable Baseline read(Path file, String name) throws IOException {
    if (!Files.isRegularFile(file) || !isReport(file)) {
      return null;
    }
    JsonNode report = new ObjectMapper().readTree(bytes(file));
    Baseline.Builder builder = new Baseline.Builder();
    for (JsonNode kind : report.path("kinds")) {
      builder.add(Attribute.KIND, text(kind.path("kind")), kind.path("events").asLong());
      facet(builder, Attribute.MODEL, kind.path("models"));
      facet(builder, Attribute.LOGGER, kind.path("loggers"));
    }
    return builder.build(
        Printable.of(name),
        report.path("events").asLong(),
        time(report.path("first")),
        time(report.path("last")));
  }

  private static boolean isReport(Path file) throws IOException {
    try (InputStream in = open(file)) {
      String begin = new String(in.readNBytes(BEGIN), StandardCharsets.UTF_8);
      return begin.stripLeading().startsWith("{") && begin.contains('"' + JsonReport.SCHEMA + '"');
    } catch (EOFException | ZipException damaged) {
      // Told when it is read as a log.
      return false;
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException("a report has no more than 32 MB");
      }
      return bytes;
    }
  }

  /** As it was written, or packed since. */
  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean packed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return packed ? new GZIPInputStream(in) : in;
  }

  private static void facet(Baseline.Builder builder, Attribute attribute, JsonNode facet) {
    for (JsonNode one : facet.path("top")) {
      builder.add(attribute, text(one.path("name")), one.path("count").asLong());
    }
    builder.others(attribute, facet.path("others").asLong());
  }

  private static String text(JsonNode node) {
    String clean = Redactor.clean(node.asText(), LONGEST_NAME);
    return clean == null ? "" : Printable.of(clean);
  }

  private static @Nullable Instant time(JsonNode node) {
    try {
      return node.isTextual() ? Instant.parse(node.asText()) : null;
    } catch (DateTimeException notOurs) {
      return null;
    }
  }
}

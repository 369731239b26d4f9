package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Whatever is asked of a log, the numbers agree: with what stands in it, with each other, and with
 * those of its parts, in whatever order and packing they come. Seeds are fresh, and told.
 */
class CountsAgreeTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final long seed = new Random().nextLong();
  private final ServiceLog log = ServiceLog.of(seed, 400);

  private JsonNode report(Object... words) throws IOException {
    List<String> all = new ArrayList<>(List.of("analyze", "--format=json"));
    Arrays.stream(words).map(Object::toString).forEach(all::add);
    CommandRun run = new CommandRun().run(all.toArray(String[]::new));
    assertThat(run.err()).as("seed %d", seed).isEmpty();
    return JSON.readTree(run.out());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Without what differs between one file and several: where an event stands. */
  private static JsonNode withoutPlaces(JsonNode report) {
    ObjectNode copy = report.deepCopy();
    copy.remove(List.of("files", "files_total", "files_failed"));
    for (JsonNode kind : copy.get("kinds")) {
      for (JsonNode sample : kind.get("samples")) {
        ((ObjectNode) sample).remove(List.of("file", "offset", "line"));
      }
    }
    return copy;
  }

  private static Map<String, Long> kinds(JsonNode report) {
    Map<String, Long> kinds = new TreeMap<>();
    for (JsonNode kind : report.get("kinds")) {
      kinds.put(kind.get("kind").asText(), kind.get("events").asLong());
    }
    return kinds;
  }

  private static Map<String, Long> values(JsonNode report, String facet) {
    Map<String, Long> values = new TreeMap<>();
    for (JsonNode kind : report.get("kinds")) {
      for (JsonNode one : kind.get(facet).get("top")) {
        values.merge(one.get("name").asText(), one.get("count").asLong(), Long::sum);
      }
    }
    return values;
  }

  @RepeatedTest(3)
  void theReportHasTheNumbersOfTheLog() throws IOException {
    JsonNode report = report(write("app.log", log.toString()));
    assertThat(kinds(report)).as("seed %d", seed).isEqualTo(log.count(ServiceLog.Line::kind));
    assertThat(values(report, "models")).isEqualTo(log.count(ServiceLog.Line::model));
    assertThat(values(report, "loggers")).isEqualTo(log.count(ServiceLog.Line::logger));
    assertThat(report.get("events").asInt()).isEqualTo(log.errors().size());
    assertThat(report.get("first").asText()).isEqualTo(log.errors().get(0).at().toString());
    assertThat(report.get("untimed").asInt()).isZero();
    long inBuckets = 0;
    for (JsonNode bucket : report.get("timeline").get("buckets")) {
      inBuckets += bucket.get("events").asLong();
    }
    assertThat(inBuckets).as("seed %d", seed).isEqualTo(log.errors().size());
  }

  @RepeatedTest(3)
  void aLogInPartsIsReportedAsTheWhole() throws IOException {
    JsonNode whole = withoutPlaces(report(write("whole.log", log.toString())));
    Random random = new Random(seed);
    List<ServiceLog.Line> lines = log.lines();
    List<Path> parts = new ArrayList<>();
    for (int from = 0; from < lines.size(); ) {
      int to = Math.min(lines.size(), from + 1 + random.nextInt(150));
      byte[] text = ServiceLog.text(lines.subList(from, to)).getBytes(StandardCharsets.UTF_8);
      boolean packed = random.nextBoolean();
      Path part = folder.resolve("app.log." + from + (packed ? ".gz" : ""));
      parts.add(Files.write(part, packed ? packed("gz", text) : text));
      from = to;
    }
    Collections.shuffle(parts, random);
    assertThat(withoutPlaces(report(parts.toArray()))).as("seed %d", seed).isEqualTo(whole);
  }

  @RepeatedTest(3)
  void theOrderOfNamesChangesNoByteOfAnyReport() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ServiceLog other = ServiceLog.of(seed + i, 60 + i);
      String text = ServiceLog.text(other.lines().subList(i, other.lines().size()));
      names.add(write("service-" + i + ".log", text).toString());
    }
    for (String format : new String[] {"text", "json", "html", "markdown"}) {
      List<String> words = new ArrayList<>(List.of("analyze", "--format", format));
      words.addAll(names);
      String expected = new CommandRun().run(words.toArray(String[]::new)).out();
      Collections.shuffle(words.subList(3, words.size()), new Random(seed));
      assertThat(new CommandRun().run(words.toArray(String[]::new)).out())
          .as("seed %d, %s", seed, format)
          .isEqualTo(expected);
    }
  }

  private static final List<String> PACKINGS =
      List.of("gz", "bz2", "xz", "zip", "crlf", "bom", "utf-16", "nuls");

  private static byte[] packed(String packing, byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String string = new String(text, StandardCharsets.UTF_8);
    switch (packing) {
      case "crlf" ->
          bytes.writeBytes(string.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      case "bom" -> bytes.writeBytes(("\ufeff" + string).getBytes(StandardCharsets.UTF_8));
      case "utf-16" -> bytes.writeBytes(string.getBytes(Charset.forName("UTF-16")));
      case "nuls" ->
          bytes.writeBytes(("\0".repeat(4096) + string).getBytes(StandardCharsets.UTF_8));
      default -> {
        try (OutputStream out = packer(packing, bytes)) {
          out.write(text);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static OutputStream packer(String packing, OutputStream target) throws IOException {
    return switch (packing) {
      case "gz" -> new GZIPOutputStream(target);
      case "bz2" -> new BZip2CompressorOutputStream(target);
      case "xz" -> new XZOutputStream(target, new LZMA2Options());
      default -> {
        ZipOutputStream zip = new ZipOutputStream(target);
        zip.putNextEntry(new ZipEntry("app.log"));
        yield zip;
      }
    };
  }

  @Test
  void howeverItIsPackedOrWrittenALogIsTheSame() throws IOException {
    byte[] text = log.toString().getBytes(StandardCharsets.UTF_8);
    JsonNode plain = withoutPlaces(report(write("app.log", log.toString())));
    for (String packing : PACKINGS) {
      byte[] bytes = packed(packing, text);
      Path file = Files.write(folder.resolve("packed." + packing), bytes);
      assertThat(withoutPlaces(report(file))).as("%s, seed %d", packing, seed).isEqualTo(plain);
      CommandRun piped = new CommandRun().input(bytes).run("analyze", "--format=json", "-");
      assertThat(withoutPlaces(JSON.readTree(piped.out())))
          .as("%s through a pipe, seed %d", packing, seed)
          .isEqualTo(plain);
    }
  }

  /** Every error is of one value of each, so that the parts make the whole. */
  @ParameterizedTest
  @ValueSource(strings = {"--kind", "--logger"})
  void whatIsChosenByEachValueIsTogetherTheWhole(String option) throws IOException {
    Path file = write("app.log", log.toString());
    Map<String, Long> expected =
        log.count(option.equals("--kind") ? ServiceLog.Line::kind : ServiceLog.Line::logger);
    for (Map.Entry<String, Long> value : expected.entrySet()) {
      long events = report(file, option, value.getKey()).get("events").asLong();
      assertThat(events).as("%s, seed %d", value.getKey(), seed).isEqualTo(value.getValue());
    }
    String all = String.join(",", expected.keySet());
    assertThat(withoutPlaces(report(file, option, all))).isEqualTo(withoutPlaces(report(file)));
  }

  @RepeatedTest(3)
  void whatIsBeforeAMomentAndFromItOnIsTogetherTheWhole() throws IOException {
    Path file = write("app.log", log.toString());
    Random random = new Random(seed);
    String moment = log.lines().get(random.nextInt(log.lines().size())).at().toString();
    Map<String, Long> sum = kinds(report(file, "--until", moment));
    kinds(report(file, "--since", moment))
        .forEach((kind, count) -> sum.merge(kind, count, Long::sum));
    assertThat(sum).as("%s, seed %d", moment, seed).isEqualTo(log.count(ServiceLog.Line::kind));
  }

  @Test
  void levelsLieInsideEachOther() throws IOException {
    Path file = write("app.log", log.toString());
    Map<String, Long> levels = log.count(ServiceLog.Line::level);
    long errors = levels.getOrDefault("ERROR", 0L);
    long warnings = levels.getOrDefault("WARN", 0L);
    assertThat(report(file, "--level=ERROR").get("events").asLong()).isEqualTo(errors);
    assertThat(report(file, "--level=WARN").get("events").asLong()).isEqualTo(errors + warnings);
    assertThat(report(file, "--level=INFO").get("events").asLong()).isEqualTo(errors + warnings);
  }

  /** A line, an object and a row for each event that a report counts, in the order of the log. */
  @Test
  void aListHasAsManyEventsAsTheReportInEveryFormat() throws IOException {
    String name = write("app.log", log.toString()).toString();
    List<String> kinds = log.errors().stream().map(ServiceLog.Line::kind).toList();
    List<String> text = new CommandRun().run("analyze", "--list", name).out().lines().toList();
    List<String> json =
        new CommandRun().run("analyze", "--list", "--format=json", name).out().lines().toList();
    List<String> csv =
        new CommandRun().run("analyze", "--list", "--format=csv", name).out().lines().toList();
    assertThat(text).hasSameSizeAs(kinds);
    assertThat(csv).hasSize(kinds.size() + 1);
    for (int i = 0; i < kinds.size(); i++) {
      assertThat(text.get(i)).as("seed %d", seed).contains("  " + kinds.get(i) + "  ");
      assertThat(csv.get(i + 1)).as("seed %d", seed).contains("," + kinds.get(i) + ",");
      assertThat(JSON.readTree(json.get(i)).get("kind").asText()).isEqualTo(kinds.get(i));
    }
  }
}

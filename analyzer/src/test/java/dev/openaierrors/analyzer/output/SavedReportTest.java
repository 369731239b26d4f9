package dev.openaierrors.analyzer.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.analyzer.report.Baseline;
import dev.openaierrors.analyzer.report.Baseline.Attribute;
import dev.openaierrors.analyzer.report.Comparison;
import dev.openaierrors.analyzer.report.ErrorReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report that was saved as JSON is what it was, to be compared with; anything else is none. */
class SavedReportTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("saved.json"), text);
  }

  private @Nullable Baseline read(String text) throws IOException {
    return SavedReport.read(file(text), "saved.json");
  }

  private static String json(ErrorReport report) throws IOException {
    StringWriter json = new StringWriter();
    JsonReport.write(report, json);
    return json.toString();
  }

  @Test
  void itSaysWhatTheReportSaid() throws IOException {
    ErrorReport report = Reports.morning();
    Baseline saved = Objects.requireNonNull(read(json(report)));
    assertThat(saved).usingRecursiveComparison().isEqualTo(Baseline.of("saved.json", report));
    assertThat(Comparison.of(saved, report).changes()).isEmpty();
  }

  @Test
  void ofEveryKindToo() throws IOException {
    ErrorReport report = Reports.everyKind();
    Baseline saved = Objects.requireNonNull(read(json(report)));
    assertThat(saved.counts().get(Attribute.KIND)).hasSameSizeAs(report.kinds());
    assertThat(Comparison.of(saved, report).changes()).isEmpty();
  }

  @Test
  void howeverItIsIndentedItIsAReport() throws IOException {
    JsonNode node = new ObjectMapper().readTree(json(Reports.morning()));
    Baseline compact = Objects.requireNonNull(read(node.toString()));
    assertThat(compact.events()).isEqualTo(Reports.morning().events());
    assertThat(read("\n\t " + node.toPrettyString())).isNotNull();
  }

  @Test
  void aReportThatWasPackedSinceIsAReport() throws IOException {
    Path packed = folder.resolve("saved.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(json(Reports.morning()).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Objects.requireNonNull(SavedReport.read(packed, "saved.json")))
        .usingRecursiveComparison()
        .isEqualTo(Baseline.of("saved.json", Reports.morning()));
    byte[] bytes = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> SavedReport.read(packed, "x")).isInstanceOf(IOException.class);
    Files.write(packed, Arrays.copyOf(bytes, 6));
    assertThat(SavedReport.read(packed, "x")).as("told when it is read as a log").isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "not json",
        "{\"schema\":\"openai-errors-report/2\"}",
        "{\"schema\":\"report/1\"}",
        "[{\"schema\":\"openai-errors-report/1\"}]",
        "2026-05-04 10:00:00 INFO openai-errors-report/1",
        "{\"level\":\"INFO\",\"message\":\"openai-errors-report\"}",
      })
  void whatIsNoReportIsNone(String text) throws IOException {
    assertThat(read(text)).isNull();
  }

  @Test
  void neitherIsAFolderOrWhatIsNotThere() throws IOException {
    assertThat(SavedReport.read(folder, "folder")).isNull();
    assertThat(SavedReport.read(folder.resolve("nothing"), "nothing")).isNull();
  }

  /** Nobody compares with half of a report and takes the rest for gone. */
  @Test
  void aReportThatIsCutOrDamagedIsAFailure() throws IOException {
    String whole = json(Reports.morning()).strip();
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      String cut = whole.substring(0, 60 + random.nextInt(whole.length() - 60));
      assertThatThrownBy(() -> read(cut))
          .as("seed %d, %d characters", seed, cut.length())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatAReportLacksIsNothing() throws IOException {
    Baseline bare = Objects.requireNonNull(read("{\"schema\":\"openai-errors-report/1\"}"));
    assertThat(bare.events()).isZero();
    assertThat(bare.first()).isNull();
    assertThat(bare.counts().values()).allSatisfy(values -> assertThat(values).isEmpty());
    assertThat(bare.partial()).isEmpty();
  }

  /** A report may come from strangers as a log does. */
  @Test
  void valuesOfTheWrongTypeOrOfHarmDoNoHarm() throws IOException {
    Baseline odd =
        Objects.requireNonNull(
            read(
                """
                {"schema":"openai-errors-report/1","events":"many","first":17,"last":"soon",
                 "kinds":[17,null,{"kind":{"a":1},"events":1e400},
                  {"kind":"timeout","events":3,
                   "models":{"top":[{"name":"a\\u001b[31m\\u202eb\\nc","count":2}],"others":-4},
                   "loggers":{"top":{"x":1},"others":2}}]}
                """));
    assertThat(odd.events()).isZero();
    assertThat(odd.first()).isNull();
    assertThat(odd.last()).isNull();
    assertThat(odd.counts().get(Attribute.KIND)).containsEntry("timeout", 3L);
    assertThat(Objects.requireNonNull(odd.counts().get(Attribute.MODEL)).keySet())
        .singleElement()
        .asString()
        .doesNotContain("\u001b", "\u202e", "\n");
    assertThat(odd.partial()).isEqualTo(Map.of(Attribute.LOGGER, true));
  }

  @Test
  void noSecretOfAReportIsShownAgain() throws IOException {
    String key = "sk-proj-Zq8vT3mLx0Wc7RbN2yHdT3BlbkFJ";
    Baseline saved =
        Objects.requireNonNull(
            read(
                "{\"schema\":\"openai-errors-report/1\",\"kinds\":[{\"kind\":\"timeout\",\"events\":1,"
                    + "\"models\":{\"top\":[{\"name\":\""
                    + key
                    + "\",\"count\":1}]}}]}"));
    assertThat(saved.counts().toString()).doesNotContain(key.substring(8, 20));
  }
}

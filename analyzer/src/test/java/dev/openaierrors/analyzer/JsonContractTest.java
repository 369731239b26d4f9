package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.openaierrors.analyzer.input.FormatSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs read: the form of reports, of lists and of verdicts, as the manual has it. */
class JsonContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path MANUAL = Path.of("..", "docs", "analyzer.md");

  @TempDir Path folder;
  private final long seed = new Random().nextLong();

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(Path.of("report.schema.json")), InputFormat.JSON);
  }

  /** The names between back quotes in the sentence that begins so. */
  private static List<String> named(String begin) throws IOException {
    String manual = Files.readString(MANUAL).replace('\n', ' ');
    int from = manual.indexOf(begin);
    assertThat(from).as(begin).isPositive();
    String sentence = manual.substring(from + begin.length(), manual.indexOf("; ", from));
    Matcher names = Pattern.compile("`([a-z_]+)`").matcher(sentence);
    return names.results().map(name -> name.group(1)).toList();
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  static List<FormatSample> logs() {
    return FormatSample.all();
  }

  @ParameterizedTest
  @MethodSource("logs")
  void aReportOfEveryFormatHasTheFormOfTheSchema(FormatSample log) throws IOException {
    CommandRun run = new CommandRun().input(log.text()).run("analyze", "--format=json", "-");
    assertThat(schema().validate(run.out(), InputFormat.JSON)).isEmpty();
    assertThat(JSON.readTree(run.out()).get("events").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--no-progress",
        "--kind=timeout",
        "--since=2030-01-01",
        "--against=FOLDER/other.log",
        "--rules=FOLDER/log4j2.xml",
        "--service=shop",
        "--zone=Asia/Tokyo",
        "FOLDER/missing.log",
        "FOLDER/other.log",
        "--fail-on=none",
      })
  void aReportHasTheFormOfTheSchemaWhateverIsAskedFor(String option) throws IOException {
    Path log = Files.writeString(folder.resolve("app.log"), ServiceLog.of(seed, 300).toString());
    Files.writeString(folder.resolve("other.log"), ServiceLog.of(seed + 1, 300).toString());
    Files.writeString(
        folder.resolve("log4j2.xml"),
        "<Configuration><Appenders><OpenAiErrors name='O' groupBy='model'>"
            + "<Label name='team' value='chat'/>"
            + "<Alert name='mine' when='2 in 10m' runbook='https://wiki.example/x'/>"
            + "</OpenAiErrors></Appenders></Configuration>");
    CommandRun run =
        new CommandRun()
            .run(
                "analyze",
                "--format=json",
                log.toString(),
                option.replace("FOLDER", folder.toString()));
    assertThat(schema().validate(run.out(), InputFormat.JSON)).as("seed %d", seed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("logs")
  void anObjectOfAListHasTheNamesOfTheManualInTheirOrder(FormatSample log) throws IOException {
    List<String> expected = new ArrayList<>(named("An object of JSON has "));
    assertThat(expected).contains("time", "kind", "provider", "thrown").endsWith("lines");
    CommandRun run =
        new CommandRun().input(log.text()).run("analyze", "--list", "--format=json", "-C1", "-");
    assertThat(run.out()).hasLineCount(1);
    List<String> names = names(JSON.readTree(run.out()));
    if (!names.contains("lines")) {
      // What is put together of several lines may have none around it.
      expected.remove("lines");
    }
    assertThat(names).isEqualTo(expected);
  }

  @Test
  void aTableHasAHeadAndNamesOfTheObjects() {
    CommandRun run = new CommandRun().input("").run("analyze", "--list", "--format=csv", "-");
    assertThat(run.out())
        .isEqualTo(
            "time,file,line,kind,retryable,level,logger,service,model,limit,wait_ms,status,"
                + "request_id,message\n");
  }

  private static List<JsonNode> classify(String... lines) throws IOException {
    CommandRun run = new CommandRun().input(String.join("\n", lines)).run("classify");
    List<JsonNode> verdicts = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      verdicts.add(JSON.readTree(line));
    }
    return verdicts;
  }

  private static String asked(String text) throws IOException {
    return JSON.writeValueAsString(Map.of("text", text));
  }

  @Test
  void aVerdictHasTheNamesOfTheManualInTheirOrder() throws IOException {
    String manual = Files.readString(MANUAL).replace('\n', ' ');
    int from = manual.indexOf("`classify` answers each JSON line with one: ") + 10;
    String sentence = manual.substring(from, manual.indexOf(". ", from));
    List<String> names =
        Pattern.compile("`([a-z_]+)`")
            .matcher(sentence)
            .results()
            .map(name -> name.group(1))
            .toList();
    JsonNode verdict =
        classify(
                asked(
                    "OpenAI: 429 {\"error\":{\"message\":\"Rate limit reached for gpt-4o on tokens per"
                        + " min (TPM): Limit 30000. Please try again in 2s.\",\"type\":\"tokens\","
                        + "\"param\":\"model\",\"code\":\"rate_limit_exceeded\"}} x-request-id:"
                        + " req_0a1b2c3d4e5f60718293a4b5c6d7e8f9"))
            .get(0);
    assertThat(names(verdict)).isEqualTo(names);
    assertThat(names(classify(asked("Order 17 was paid")).get(0))).containsExactly("id", "kind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "{\"id\":7,\"text\":\"x\"}            | 7",
        "{\"text\":\"x\",\"id\":\"a\\\"b\"}   | \"a\\\"b\"",
        "{\"text\":\"x\",\"id\":-1.50e3}      | -1.50e3",
        "{\"text\":\"x\",\"id\":true}         | true",
        "{\"text\":\"x\",\"id\":null}         | null",
        "{\"text\":\"x\"}                     | null",
        "{\"text\":\"x\",\"id\":{\"a\":1}}    | null",
        "{\"text\":\"x\",\"id\":[1]}          | null",
        "{\"text\":\"x\",\"id\":1,\"id\":2}   | 2",
        "{\"more\":[{\"text\":1}],\"id\":1,\"text\":\"x\"} | 1",
      })
  void anIdComesBackAsItCame(String line, String id) {
    CommandRun run = new CommandRun().input(line + "\n").run("classify");
    assertThat(run.out()).isEqualTo("{\"id\":" + id + ",\"kind\":null}\n");
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "no json                  | the line is no well-formed JSON",
        "{\"text\":\"a\"          | the line is no well-formed JSON",
        "{text:\"a\"}             | the line is no well-formed JSON",
        "{\"text\":\"a\",}        | the line is no well-formed JSON",
        "[{\"text\":\"a\"}]       | the line is no JSON object",
        "\"text\"                 | the line is no JSON object",
        "17                       | the line is no JSON object",
        "{}                       | the object has no \"text\" that is a string",
        "{\"text\":null}          | the object has no \"text\" that is a string",
        "{\"Text\":\"a\"}         | the object has no \"text\" that is a string",
        "{\"text\":\"a\"}{}       | more follows the object",
        "{\"text\":\"a\"} ,       | the line is no well-formed JSON",
      })
  void whatIsWrongWithALineIsSaidInItsVerdict(String line, String problem) throws IOException {
    List<JsonNode> verdicts = classify(line, asked("timeout"), line);
    assertThat(verdicts).hasSize(3);
    for (int i : new int[] {0, 2}) {
      assertThat(names(verdicts.get(i))).containsExactly("id", "kind", "problem");
      assertThat(verdicts.get(i).get("problem").asText()).isEqualTo(problem);
    }
    assertThat(new CommandRun().input(line).run("classify").code()).isEqualTo(2);
  }

  /** One for each, in order, whatever is in them and however lines end. */
  @Test
  void verdictsComeInTheOrderOfTheirLines() throws IOException {
    ServiceLog log = ServiceLog.of(seed, 200);
    List<String> expected = new ArrayList<>();
    StringBuilder input = new StringBuilder();
    Random random = new Random(seed);
    for (ServiceLog.Line line : log.lines()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("id", expected.size());
      object.put("text", line.text());
      input.append(JSON.writeValueAsString(object));
      input.append(random.nextBoolean() ? "\n" : "\r\n\n \n");
      expected.add(expected.size() + " " + (line.isError() ? line.kind() : "null"));
    }
    assertThat(classify(input.toString()))
        .extracting(verdict -> verdict.get("id").asText() + " " + verdict.get("kind").asText())
        .as("seed %d", seed)
        .isEqualTo(expected);
  }
}

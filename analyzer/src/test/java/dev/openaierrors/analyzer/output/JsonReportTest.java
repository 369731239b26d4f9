package dev.openaierrors.analyzer.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.openaierrors.analyzer.report.ErrorReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(Path.of("report.schema.json")), InputFormat.JSON);
  }

  private static String json(ErrorReport report) throws IOException {
    StringWriter json = new StringWriter();
    JsonReport.write(report, json);
    return json.toString();
  }

  @Test
  void everyReportHasTheDocumentedForm() throws IOException {
    for (ErrorReport report :
        new ErrorReport[] {
          Reports.empty(), Reports.morning(), Reports.everyKind(), Reports.hostile("\"\u0000<b>")
        }) {
      assertThat(schema().validate(json(report), InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void anotherFormWouldBeNoticed() throws IOException {
    String json = json(Reports.morning());
    assertThat(schema().validate(json.replace("\"kinds\" : [", "\"kind\" : ["), InputFormat.JSON))
        .isNotEmpty();
    assertThat(
            schema()
                .validate(
                    json.replace("\"severity\" : \"", "\"severity\" : \"x"), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void saysWhatHappened() throws IOException {
    JsonNode report = new ObjectMapper().readTree(json(Reports.morning()));
    assertThat(report.get("events").asInt()).isEqualTo(120 + 152);
    JsonNode quota = report.get("kinds").get(0);
    assertThat(quota.get("kind").asText()).isEqualTo("insufficient_quota");
    assertThat(quota.get("retryable").asBoolean()).isFalse();
    assertThat(quota.get("models").get("top").get(0).get("name").asText()).isEqualTo("gpt-4o");
    JsonNode episode = report.get("episodes").get(1);
    assertThat(episode.get("from").asText()).isEqualTo("2026-05-04T10:03:00Z");
    assertThat(episode.get("to").asText()).startsWith("2026-05-04T10:40:45");
    assertThat(report.get("alerts").get(0).get("state").asText()).isEqualTo("firing");
    assertThat(report.get("timeline").get("buckets").size()).isBetween(2, 200);
    assertThat(report.get("files").get(0).get("name").asText()).isEqualTo("app.log");
  }
}

package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.Provider;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is read as the user says it is, also where several formats would do. */
class ForcedFormatTest {

  private static final String MANY_NAMES =
      """
      {"@timestamp":"2026-05-04T08:00:00Z","@version":"1","ecs.version":"1.2.0","level":"ERROR",\
      "log.level":"ERROR","severity":"ERROR","logger_name":"by.Logstash","log.logger":"by.Ecs",\
      "logger":"by.Google","message":"openai.RateLimitError: Error code: 429 - slow"}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"ecs, by.Ecs", "logstash, by.Logstash", "gcp, by.Google", "json, by.Logstash"})
  void jsonIsReadByTheNamesOfThatFormat(String id, String logger) {
    assertThat(read(id, MANY_NAMES)).extracting(AnalyzedEvent::logger).containsExactly(logger);
  }

  @ParameterizedTest
  @CsvSource({"gelf", "ecs", "logback-json"})
  void aLineThatHasNoMessageBySuchANameIsReadAllTheSame(String id) {
    String line =
        "{\"time\":\"2026-05-04T08:00:00Z\",\"msg\":\"openai.RateLimitError: Error code: 429 - x\"}\n";
    assertThat(read(id, line)).hasSize(1);
  }

  private List<AnalyzedEvent> read(String id, String text) {
    Path file = Collected.write(folder, "app.log", text.getBytes(StandardCharsets.UTF_8));
    InputOptions options =
        new InputOptions(Collected.ZONE, null, null, false, id, Set.of(Provider.values()));
    return Collected.of(options, List.of(file.toString()), InputStream.nullInputStream()).events;
  }
}

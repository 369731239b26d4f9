package dev.openaierrors.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No key of ours costs an event in Spring Boot's structured formats, some of which nest keys. */
class StructuredLoggingTest {

  private static final String QUOTA =
      "429 You exceeded your current quota, please check your plan and billing details. (type:"
          + " insufficient_quota, code: insufficient_quota) from https://api.openai.com/v1";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource
  void writesTheEventWhateverTheMdcHolds(Framework framework, String format, String key)
      throws Exception {
    String configuration = Configurations.structured(framework, format);
    try (Service service = Service.start(framework, folder, configuration)) {
      framework.error("One " + QUOTA, key.isEmpty() ? Map.of() : Map.of(key, "users-own"));
      framework.error("Two " + QUOTA, key.isEmpty() ? Map.of() : Map.of(key, "users-own"));
      // Our own key is ours to set; any other of the user's stays.
      boolean ours = key.isEmpty() || key.equals("openai.error.kind");
      for (String number : new String[] {"One ", "Two "}) {
        assertThat(service.lines())
            .filteredOn(line -> line.contains(number) && line.contains("current quota"))
            .singleElement()
            .asString()
            .startsWith("{")
            .endsWith("}")
            .contains(ours ? "insufficient_quota" : "users-own");
      }
    }
  }

  static Stream<Arguments> writesTheEventWhateverTheMdcHolds() {
    return Stream.of(Framework.values())
        .flatMap(
            framework ->
                Stream.of("ecs", "logstash", "gelf")
                    .flatMap(
                        format ->
                            Stream.of(
                                    "",
                                    "openai",
                                    "openai.error",
                                    "openai.error.kind",
                                    "openai.error.kind.sub",
                                    "openai.other")
                                .map(key -> Arguments.of(framework, format, key))));
  }
}

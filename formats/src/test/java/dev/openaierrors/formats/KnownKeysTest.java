package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The names of fields that are looked for, and that the page of the command says the same; {@code
 * -Ddocs.update} writes its table anew.
 */
class KnownKeysTest {

  private static final Path PAGE = Path.of("..", "docs", "analyzer.md");
  private static final String BEGIN = "<!-- keys -->\n";
  private static final String END = "<!-- /keys -->";

  @ParameterizedTest
  @CsvSource({
    "@timestamp, timestamp",
    "timeUnixNano, timeunixnano",
    "__REALTIME_TIMESTAMP, realtimetimestamp",
    "timestamp [UTC], timestamputc",
    "stack_trace, stacktrace",
    "@t, @t",
    "ts, ts",
  })
  void namesDifferByTheirLettersOnly(String name, String plain) {
    assertThat(KnownKeys.plain(name)).isEqualTo(plain);
  }

  @Test
  void thePageListsThemInTheirOrder() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String updated = page.substring(0, begin) + table() + page.substring(page.indexOf(END));
    if (System.getProperty("docs.update") != null) {
      Files.writeString(PAGE, updated);
      return;
    }

    assertThat(page).isEqualTo(updated);
  }

  private static String table() {
    return Stream.of(
            row("time", KnownKeys.TIME),
            row("level", KnownKeys.LEVEL),
            row("logger", KnownKeys.LOGGER),
            row("thread", KnownKeys.THREAD),
            row("service", KnownKeys.SERVICE),
            row("message", KnownKeys.MESSAGE),
            row("stack trace", KnownKeys.TRACE),
            row("stream", KnownKeys.STREAM))
        .collect(Collectors.joining("\n", "| Part | Names |\n|---|---|\n", "\n"));
  }

  private static String row(String part, KnownKeys keys) {
    String top = names(keys.atTheTop());
    return "| "
        + part
        + " | "
        + names(keys.anywhere())
        + (top.isEmpty() ? "" : " (" + top + ")")
        + " |";
  }

  private static String names(List<String> names) {
    return names.stream()
        .filter(name -> !name.isEmpty())
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(" "));
  }
}

package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is in one file, the others are reported, and nobody takes a failure for no error. */
class HostileFilesTest {

  @TempDir Path folder;

  static List<HostileFile> files() {
    return HostileFile.all();
  }

  @ParameterizedTest
  @MethodSource("files")
  void oneFileIsItsOwnTroubleOnly(HostileFile file) throws IOException {
    Path hostile = Files.write(folder.resolve(file.name()), file.content().bytes());
    Path good = Files.writeString(folder.resolve("good.log"), HostileFile.ERROR);

    CommandRun run =
        new CommandRun().run("analyze", "--format=json", hostile.toString(), good.toString());

    JsonNode report = new ObjectMapper().readTree(run.out());
    JsonNode facts = fileNamed(report, hostile);
    assertThat(fileNamed(report, good).get("errors").asInt()).isEqualTo(1);
    if (file.errors() >= 0) {
      assertThat(facts.get("errors").asInt()).isEqualTo(file.errors());
    }
    if (file.failure().isEmpty()) {
      assertThat(facts.get("failure").isNull()).as(facts.toString()).isTrue();
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).isEmpty();
    } else {
      assertThat(facts.get("failure").asText()).contains(file.failure()).doesNotContain("mistake");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).startsWith("openai-errors: " + hostile + ": ").hasLineCount(1);
    }
    CleanText.check(run.out());
    CleanText.check(run.err());
  }

  private static JsonNode fileNamed(JsonNode report, Path name) {
    for (JsonNode file : report.get("files")) {
      if (file.get("name").asText().equals(name.toString())) {
        return file;
      }
    }
    throw new AssertionError(name + " is not among " + report.get("files"));
  }

  @Test
  void noErrorInWhatCouldBeReadIsNotCalledNoError() throws IOException {
    Path fine = Files.writeString(folder.resolve("fine.log"), "2026-05-04 10:00:00 INFO fine\n");
    Path missing = folder.resolve("missing.log");

    CommandRun text = new CommandRun().run("analyze", fine.toString(), missing.toString());
    assertThat(text.code()).isEqualTo(2);
    assertThat(text.out().lines().findFirst().orElseThrow())
        .contains("1 of them could not be read");
    CommandRun page =
        new CommandRun().run("analyze", "--format=html", fine.toString(), missing.toString());
    assertThat(page.out()).contains("No OpenAI errors in what could be read");
    CommandRun none = new CommandRun().run("analyze", "--format=html", missing.toString());
    assertThat(none.out()).contains("Nothing could be read").doesNotContain("No OpenAI errors");
  }

  @Test
  void veryManyFilesAreAllCountedAndTheirFailuresSummedUp() throws IOException {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 1200; i++) {
      names.append(Files.writeString(folder.resolve(i + ".log"), HostileFile.ERROR)).append('\n');
    }
    for (int i = 0; i < 12_000; i++) {
      names.append("missing-").append(i).append(".log\n");
    }
    Path list = Files.writeString(folder.resolve("list"), names);

    CommandRun run = new CommandRun().run("analyze", "--files-from", list.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out())
        .startsWith("1,200 OpenAI errors from ")
        .contains(" in 13,200 files (")
        .contains("12,000 of them could not be read");
    assertThat(run.err()).hasLineCount(21).contains("and 11,980 more files could not be read");
  }
}

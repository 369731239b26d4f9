package dev.openaierrors.analyzer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.openaierrors.analyzer.output.TextTable;
import dev.openaierrors.error.ErrorKind;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Lists the catalogue. */
final class KindsCommand implements Callable<Integer> {

  /** How the list is written. */
  enum Format {
    /** A table. */
    text,
    /** An array of objects. */
    json
  }

  private final Environment environment;

  private final StyleOptions look = new StyleOptions();
  private final OptionSpec format =
      Commands.option(Format.class, "FORMAT", "--format")
          .defaultValue(Format.text.name())
          .description("text (the default) or json.")
          .build();

  KindsCommand(Environment environment) {
    this.environment = environment;
  }

  CommandSpec spec() {
    CommandSpec spec = Commands.named("kinds", this, format, look.color());
    spec.usageMessage()
        .description(
            "Lists every kind of OpenAI error: can a retry help, why it happens, what to do.")
        .footer("", "Examples:", "  openai-errors kinds", "  openai-errors kinds --format json");
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    try (Output out = new Output(environment.out(), environment.charset())) {
      if (format.getValue() == Format.json) {
        writeJson(out);
      } else {
        writeTable(out);
      }
    }
    return ExitCode.NOTHING_FOUND;
  }

  private void writeTable(Output out) {
    TextTable table =
        new TextTable(look.style(environment), List.of("kind", "retry helps", "what to do"));
    for (ErrorKind kind : ErrorKind.values()) {
      table.row(List.of(kind.id(), retryHelps(kind), kind.fix()));
    }
    table.lines().forEach(out::line);
  }

  /** In words; of an error of no known kind its status decides. */
  static String retryHelps(ErrorKind kind) {
    return kind == ErrorKind.UNKNOWN ? "by status" : kind.retryable() ? "yes" : "no";
  }

  private static void writeJson(Output out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      for (ErrorKind kind : ErrorKind.values()) {
        json.writeStartObject();
        json.writeStringField("kind", kind.id());
        json.writeBooleanField("retryable", kind.retryable());
        json.writeStringField("cause", kind.cause());
        json.writeStringField("fix", kind.fix());
        json.writeStringField("page", kind.page());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    out.line("");
  }
}

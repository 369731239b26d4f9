package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.output.Style;
import dev.openaierrors.analyzer.output.TextTable;
import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Explains one kind of error, or the error in a piece of text. */
final class ExplainCommand implements Callable<Integer> {

  private static final int LABEL = 12;
  private static final int LONGEST_NAME = 60;
  private static final Set<ErrorField> TOLD_ANYWAY =
      EnumSet.of(ErrorField.KIND, ErrorField.RETRYABLE, ErrorField.FIX);

  private final Environment environment;

  private final StyleOptions look = new StyleOptions();
  private final PositionalParamSpec words =
      PositionalParamSpec.builder()
          .type(List.class)
          .auxiliaryTypes(String.class)
          .arity("1..*")
          .required(true)
          .paramLabel("KIND|TEXT")
          .description(
              "The id of a kind, or an error as it was logged; - reads it from standard input.")
          .build();

  private final OptionSpec why =
      OptionSpec.builder("--why")
          .type(boolean.class)
          .description("Also tell what speaks for an error and what against it, with points.")
          .build();

  ExplainCommand(Environment environment) {
    this.environment = environment;
  }

  CommandSpec spec() {
    CommandSpec spec = Commands.named("explain", this, words, why, look.color());
    spec.usageMessage()
        .description(
            "Says what an error is, why it happens, whether a retry can help and what to do.",
            "",
            "Exit code: 0 explained, 1 no OpenAI error in the text, 2 wrong use.")
        .footer(
            "",
            "Examples:",
            "  openai-errors explain insufficient_quota",
            "  openai-errors explain \"429 You exceeded your current quota, please check your plan\"",
            "  pbpaste | openai-errors explain -");
    return spec;
  }

  @Override
  public Integer call() throws IOException {
    List<String> given = words.getValue();
    String text = String.join(" ", given).strip();
    if (text.equals("-")) {
      byte[] read = environment.in().readNBytes(ErrorAnalyzer.MAX_TEXT);
      text = Lines.withoutMark(new String(read, StandardCharsets.UTF_8)).strip();
    }
    ErrorKind named = ErrorKind.fromId(text.toLowerCase(Locale.ROOT));
    ErrorAnalyzer analyzer = ErrorAnalyzer.create();
    OpenAiError error = named == null ? analyzer.analyze(text) : null;
    try (Output out = new Output(environment.out(), environment.charset())) {
      Style style = look.style(environment);
      if (named != null) {
        explain(out, style, named, null);
      } else if (error != null) {
        explain(out, style, error.kind(), error);
        why(out, analyzer, text);
      } else {
        out.line("No OpenAI error in this text, and no kind of that name.");
        List<String> near = near(text);
        if (!near.isEmpty()) {
          out.line("Did you mean " + String.join(", ", near) + "?");
        }
        out.line("The kinds are listed by: openai-errors kinds");
        why(out, analyzer, text);
        return ExitCode.FOUND;
      }
    }
    return ExitCode.NOTHING_FOUND;
  }

  /** Kinds that share a word with what may be meant as the name of one. */
  private static List<String> near(String text) {
    if (text.length() > LONGEST_NAME || text.split(" ", -1).length > 3) {
      return List.of();
    }
    String[] words = text.toLowerCase(Locale.ROOT).split("[-_ ]+", -1);
    return Stream.of(ErrorKind.values())
        .filter(kind -> shared(kind, words) > 0)
        .sorted(Comparator.comparing((ErrorKind kind) -> -shared(kind, words)))
        .limit(3)
        .map(ErrorKind::id)
        .toList();
  }

  private static long shared(ErrorKind kind, String... words) {
    List<String> own = List.of(kind.id().split("_", -1));
    return Stream.of(words).filter(own::contains).count();
  }

  private void why(Output out, ErrorAnalyzer analyzer, String text) {
    if (Boolean.TRUE.equals(why.getValue())) {
      out.line("");
      analyzer.why(text).forEach(out::line);
    }
  }

  private static void explain(
      Output out, Style style, ErrorKind kind, @Nullable OpenAiError error) {
    String fix = error == null ? kind.fix() : error.fix();
    boolean retryable = error == null ? kind.retryable() : error.retryable();
    out.line(style.bold(kind.id()));
    if (error == null && kind == ErrorKind.UNKNOWN) {
      say(out, style, "retry helps", "by status");
    } else {
      say(out, style, "retry helps", retryable ? "yes" : "no");
    }
    say(out, style, "cause", kind.cause());
    say(out, style, "fix", fix);
    say(out, style, "page", kind.page());
    if (error != null) {
      for (ErrorField field : ErrorField.values()) {
        String value = TOLD_ANYWAY.contains(field) ? null : error.field(field);
        if (value != null) {
          say(out, style, field.id().replace('_', ' '), value);
        }
      }
    }
  }

  private static void say(Output out, Style style, String label, String text) {
    String start = "  " + label + " ".repeat(Math.max(1, LABEL - label.length()));
    for (String line : TextTable.wrap(text, style.width() - start.length())) {
      out.line(style.faint(start) + line);
      start = " ".repeat(start.length());
    }
  }
}

package dev.openaierrors.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.openaierrors.analyzer.AnalyzerRun;
import dev.openaierrors.formats.FormatSet;
import dev.openaierrors.formats.LineReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Files of strangers beside one of ours: the command ends with an exit code that is true, tells of
 * the error in ours whatever is in theirs, and prints nothing that a terminal or a program would
 * take for anything but text.
 */
public final class AnalyzerTarget {

  private static final Path FOLDER = Scratch.folder("openai-errors-analyzer");
  private static final Path OURS = FOLDER.resolve("ours.log");
  // Of ours there are more than theirs can hold, so that a report that shows only who has the most
  // errors of a kind shows us.
  private static final int OUR_ERRORS = 200;
  private static final String ERROR =
      "2026-11-23 09:00:00.%03d ERROR 1 --- [main] com.acme.OnlyOurs : OpenAI answered 429:"
          + " {\"error\":{\"message\":\"You exceeded your current quota\",\"type\":"
          + "\"insufficient_quota\",\"param\":null,\"code\":\"insufficient_quota\"}}\n";
  private static final String OUR_LOG =
      IntStream.range(0, OUR_ERRORS).mapToObj(ERROR::formatted).collect(Collectors.joining());
  private static final byte[] ZSTD = {(byte) 0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
  private static final int MOST_LINES = 64;
  private static final long MOST_BYTES = 400_000_000;
  private static final JsonFactory JSON = new JsonFactory();

  private AnalyzerTarget() {}

  /** For the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    Choices choices = new Choices(input, 0);
    String format = choices.of("text", "json", "html", "text");
    String name = choices.of("a.log", "a.log", "a.json", "a.gz", "a.zst");
    byte[] bytes = bytes(choices);
    Check.bounded("analysing a file", MOST_BYTES, () -> run(format, name, bytes));
    Check.bounded("reading lines", MOST_BYTES, () -> read(bytes));
  }

  /** Line by line, as what it looks like and as any other format. */
  private static boolean read(byte[] bytes) {
    List<String> ids = FormatSet.ids();
    String id = ids.get(bytes.length % ids.size());
    for (FormatSet formats :
        List.of(FormatSet.detect(bytes, bytes.length), FormatSet.forced(id, bytes, bytes.length))) {
      LineReader reader =
          new LineReader(
              formats,
              (event, place) ->
                  Check.that(place >= 0 && place < bytes.length, "an event at " + place));
      reader.lines(bytes, 0, bytes.length, 0);
      reader.end();
    }
    return true;
  }

  private static byte[] bytes(Choices choices) {
    return switch (choices.below(6)) {
      case 0 -> choices.rest();
      case 1 -> gzip(choices.rest());
      case 2 -> joined(ZSTD, choices.rest());
      case 3 -> gzip(lines(choices).getBytes(StandardCharsets.UTF_8));
      case 4 ->
          lines(choices).getBytes(choices.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1));
      default -> lines(choices).getBytes(StandardCharsets.UTF_8);
    };
  }

  private static boolean run(String format, String name, byte[] bytes) {
    try {
      Scratch.clear(FOLDER);
      Files.writeString(OURS, OUR_LOG);
      Files.write(FOLDER.resolve(name), bytes);
      AnalyzerRun run =
          AnalyzerRun.of(
              new byte[0],
              "analyze",
              "--no-progress",
              "--zone",
              "UTC",
              "--format",
              format,
              FOLDER.toString());
      Check.that(!run.err().contains("mistake in"), "a mistake of ours: " + run.err());
      Check.that(run.code() == 1 || run.code() == 2, "exit code " + run.code() + ": " + run.err());
      if (!run.out().contains("OnlyOurs")) {
        throw new AssertionError("our error is not told: " + run.out() + run.err());
      }
      lines("the report", run.out());
      lines("a complaint", run.err());
      if (format.equals("json")) {
        json(run.out());
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lines(String what, String text) {
    text.lines().forEach(line -> Check.shown(what, line));
  }

  private static void json(String text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        // To its end.
      }
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /** A log in which each line is of some format. */
  private static String lines(Choices choices) {
    StringBuilder log = new StringBuilder();
    int style = choices.below(4);
    for (int i = 0; i < MOST_LINES && !choices.isOver(); i++) {
      String text = choices.oneIn(2) ? Errors.any(choices) : choices.text(60);
      log.append(
          switch (choices.oneIn(8) ? choices.below(4) : style) {
            case 0 -> Surroundings.around(text, choices);
            case 1 -> text;
            default -> json(text, choices);
          });
      log.append(choices.of("\n", "\n", "\n", "\r\n", "\r", "", "\0"));
    }
    return log.toString();
  }

  private static String json(String text, Choices choices) {
    StringBuilder line = new StringBuilder("{");
    for (int i = 1 + choices.below(7); i > 0; i--) {
      line.append('"')
          .append(
              choices.of(
                  "@timestamp",
                  "timestamp",
                  "time",
                  "level",
                  "log.level",
                  "message",
                  "msg",
                  "logger",
                  "logger_name",
                  "log.logger",
                  "thread",
                  "thread_name",
                  "stack_trace",
                  "error.stack_trace",
                  "severity",
                  "instant",
                  "timeMillis",
                  "sequence",
                  "throwable",
                  "log",
                  "stream",
                  "jsonPayload",
                  "MESSAGE",
                  "_HOSTNAME",
                  "short_message",
                  "host",
                  "service.name",
                  "mdc",
                  "thrown",
                  "exception"))
          .append("\":");
      line.append(value(text, choices)).append(i == 1 ? "" : ",");
    }
    return line.append(choices.oneIn(16) ? "" : "}").toString();
  }

  private static String value(String text, Choices choices) {
    return switch (choices.below(14)) {
      case 0, 1, 2 -> '"' + Errors.escaped(text) + '"';
      case 3 -> "\"2026-11-23T09:00:00.123Z\"";
      case 4 ->
          choices.of(
              "1795424400000",
              "1795424400.123",
              "1e400",
              "-1e400",
              "1e-400",
              "9223372036854775807",
              "99999999999999999999",
              "-0",
              "1e18");
      case 5 -> String.valueOf(choices.number());
      case 6 -> "\"" + choices.of("ERROR", "WARN", "info", "ERR\u202eOR", "50", "") + "\"";
      case 7 -> "null";
      case 8 ->
          "{\"epochSecond\":" + choices.number() + ",\"nanoOfSecond\":" + choices.number() + "}";
      case 9 -> "[".repeat(choices.below(256) * 8);
      case 10 ->
          "{\"message\":\""
              + Errors.escaped(text)
              + "\",\"name\":\"java.lang.Exception\",\"extendedStackTrace\":[{\"class\":\"a.B\",\"line\":"
              + choices.number()
              + "}]}";
      case 11 -> "\"" + Errors.escaped(choices.text(30)) + "\"";
      case 12 -> "true";
      default -> "\"\\u202e\\u0007\\ud83d\\u2028" + Errors.escaped(text) + "\"";
    };
  }
}

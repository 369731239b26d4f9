package dev.openaierrors.fuzz;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.OpenAiError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Text of strangers: it is read without harm in bounded work, what is found is fit to be written
 * and shows no secret, and an error is the same in whatever harmless surroundings.
 *
 * <p>The first byte says what the others are: below 8 decisions from which a log is written, else
 * the text itself.
 */
public final class TextTarget {

  static final ErrorAnalyzer ANALYZER = ErrorAnalyzer.create();
  static final int STRUCTURED = 8;

  // Of an event of any size; classes that are loaded on the way do not count.
  private static final int MOST_BYTES = 1_000_000;
  private static final int MOST_EDITS = 8;

  private TextTarget() {}

  /** For the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    if (input[0] >= STRUCTURED || input[0] < 0) {
      raw(new String(input, StandardCharsets.UTF_8));
      return;
    }
    Choices choices = new Choices(input, 1);
    switch (input[0]) {
      case 0, 1 -> inSurroundings(choices);
      case 2 -> inEvent(choices);
      case 3, 4 -> damaged(choices);
      case 5 -> repeated(choices);
      default -> secret(Surroundings.around(Errors.any(choices), choices), choices);
    }
  }

  /** The error of a text, with all that must hold of it. */
  static @Nullable OpenAiError read(CharSequence text) {
    OpenAiError error = Check.bounded("reading", MOST_BYTES, () -> ANALYZER.analyze(text));
    Check.clean(error);
    return error;
  }

  private static void raw(String text) {
    OpenAiError error = read(text);
    Choices choices = new Choices(text.getBytes(StandardCharsets.UTF_16), text.length() / 2);
    switch (text.length() % 4) {
      case 0 -> Check.same(error, read(buffer(text)), "text of another class", text);
      case 1 ->
          Check.same(
              error,
              ANALYZER.analyze(FuzzEvent.VIEW, new FuzzEvent(text)),
              "the message of an event, or a text",
              text);
      case 2 -> secret(text, choices);
      default -> Check.same(said(error), said(read(text + "\n")), "a line end behind it", text);
    }
  }

  @SuppressWarnings("UnnecessaryStringBuilder") // frameworks hand their buffers over as they are
  private static CharSequence buffer(String text) {
    return new StringBuilder(text);
  }

  private static void inSurroundings(Choices choices) {
    String text = Errors.any(choices);
    String around = Surroundings.around(text, choices);
    Check.same(said(read(text)), said(read(around)), "alone, or in surroundings", around);
  }

  /** Wherever an event has it, and whatever else it has. */
  private static void inEvent(Choices choices) {
    String text = Errors.any(choices);
    FuzzEvent event =
        switch (choices.below(4)) {
          case 0 -> new FuzzEvent(text);
          case 1 -> new FuzzEvent("chat failed").argument(text);
          case 2 -> new FuzzEvent("chat failed").pair("response", text);
          default -> new FuzzEvent("chat failed").thrown(new IllegalStateException(text));
        };
    for (int i = choices.below(4); i > 0; i--) {
      event.pair(
          choices.of("traceId", "userId", "tenant", "attempt"),
          choices.of("4bf92f3577b34da6", "42", "acme", 3));
    }
    OpenAiError error = ANALYZER.analyze(FuzzEvent.VIEW, event);
    Check.clean(error);
    Check.same(said(read(text)), said(error), "as a text, or in an event", text);
  }

  private static void damaged(Choices choices) {
    StringBuilder text = new StringBuilder(Surroundings.around(Errors.any(choices), choices));
    for (int i = choices.below(MOST_EDITS); i >= 0; i--) {
      edit(text, choices);
    }
    OpenAiError error = read(text);
    Check.same(error, read(text.toString()), "text of another class", text.toString());
    if (choices.oneIn(2)) {
      secret(text.toString(), choices);
    }
  }

  private static void edit(StringBuilder text, Choices choices) {
    int at = (choices.below(256) * 256 + choices.below(256)) % (text.length() + 1);
    int end = Math.min(text.length(), at + choices.below(64));
    switch (choices.below(6)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, choices.text(32));
      case 2 -> text.insert(at, text.substring(at, end));
      case 3 -> text.insert(at, Errors.any(choices));
      case 4 -> text.insert(at, choices.of(PIECES));
      default -> text.insert(at, (char) (choices.below(256) * 256 + choices.below(256)));
    }
  }

  /** What the reading of text pays attention to. */
  private static final List<String> PIECES =
      List.of(
          "{\"error\":",
          "\"code\":",
          "\"message\":\"",
          "\\\"",
          "\\n",
          "\\u00",
          "://",
          "429",
          "status",
          "null",
          "req_",
          "\u001b[",
          "\u0130",
          "\u2028",
          "\u202e",
          "\u0000",
          "\u0002",
          "\ud83d",
          "}",
          "[",
          "org-",
          "sk-",
          "Please try again in ",
          "9999999999999999999",
          "-1",
          "<EOL>",
          "| ",
          "\"prompt\":\"",
          "https://",
          "@",
          "'",
          "Bearer ",
          "request id ",
          "/deployments/",
          "param=",
          "e999",
          "model");

  private static void repeated(Choices choices) {
    StringBuilder text = new StringBuilder();
    for (int i = choices.below(4); i >= 0; i--) {
      String piece =
          choices.oneIn(3)
              ? Errors.any(choices)
              : choices.of(PIECES) + choices.of(PIECES) + choices.text(8);
      int times = 1 << choices.below(15);
      for (int k = 0; k < times && text.length() < 2 * ErrorAnalyzer.MAX_TEXT; k++) {
        text.append(piece);
      }
    }
    read(text.toString());
  }

  private static void secret(String text, Choices choices) {
    Secret secret = Secret.any(choices);
    if (!text.contains(secret.telling())) {
      secret.isKeptIn(read(secret.plantedIn(text, choices)));
    }
  }

  /** All that is written to an event: the kind, and what belongs to it. */
  private static @Nullable Object said(@Nullable OpenAiError error) {
    return error == null ? null : error.fields();
  }
}

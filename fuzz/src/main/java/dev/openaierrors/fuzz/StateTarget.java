package dev.openaierrors.fuzz;

import dev.openaierrors.alert.Failure;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Limit;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import dev.openaierrors.error.Provider;
import dev.openaierrors.plugin.AlertServices;
import dev.openaierrors.plugin.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * State files of strangers, and such as a crash left behind: a service starts with any of them,
 * says so if nothing can be restored, alerts as ever, and leaves a file behind that is whole.
 */
public final class StateTarget {

  private static final Path FOLDER = Scratch.folder("openai-errors-state");
  private static final Path FILE = FOLDER.resolve("alerts.state");
  private static final int LARGEST_FILE = 64 * 1024;
  private static final int MOST_EDITS = 6;
  private static final long MOST_BYTES = 100_000_000;
  private static final String WHOLE = whole();

  private StateTarget() {}

  /** For the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    Choices choices = new Choices(input, 0);
    byte[] file =
        switch (choices.below(4)) {
          case 0 -> choices.rest();
          case 1 -> framed(choices.rest());
          default -> framed(edited(choices));
        };
    Check.bounded("a state file", MOST_BYTES, () -> run(file));
  }

  private static boolean run(byte[] file) {
    try {
      Scratch.clear(FOLDER);
      Files.write(FILE, file);
      live(new FuzzHost());
      Check.that(Files.size(FILE) <= LARGEST_FILE, "the file stays small");
      FuzzHost next = new FuzzHost();
      live(next);
      Check.that(next.sentences.isEmpty(), "what we wrote is read: " + next.sentences);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A service with two failures. */
  private static void live(FuzzHost host) {
    Settings settings = new Settings();
    settings.set("stateFile", FILE.toString());
    AlertServices.Handle handle = new AlertServices().start("OPENAI", host, settings);
    host.tick();
    handle.accept(failure(ErrorKind.INVALID_API_KEY));
    host.tick();
    handle.accept(failure(ErrorKind.RATE_LIMIT_EXCEEDED));
    host.tick();
    handle.stop();
    Check.that(!host.logged.isEmpty(), "it alerts");
  }

  private static Failure failure(ErrorKind kind) {
    OpenAiError error =
        new OpenAiError(
            kind,
            kind.retryable(),
            kind.fix(),
            Provider.OPENAI,
            new OpenAiError.Answer(429, kind.id(), null, null, null),
            new OpenAiError.Call("gpt-4o", null),
            Limit.TOKENS_PER_MINUTE,
            Particulars.NONE);
    return new Failure(
        Instant.now(), error, new Failure.Source("com.acme.Chat", "ERROR", "t1"), null, 1);
  }

  /** As if it had been saved just now. */
  private static byte[] framed(byte[] body) {
    CRC32C sum = new CRC32C();
    sum.update(body, 0, body.length);
    byte[] head =
        "openai-errors-state/1 %s %s %s\n"
            .formatted(System.currentTimeMillis(), body.length, sum.getValue())
            .getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  private static byte[] edited(Choices choices) {
    StringBuilder text = new StringBuilder(WHOLE);
    for (int i = choices.below(MOST_EDITS); i >= 0; i--) {
      int at = (choices.below(256) * 256 + choices.below(256)) % (text.length() + 1);
      if (choices.oneIn(2)) {
        value(text, at, choices);
      } else {
        int end = Math.min(text.length(), at + choices.below(16));
        text.replace(at, end, choices.text(16));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Another value behind the next colon. */
  private static void value(StringBuilder text, int from, Choices choices) {
    int colon = text.indexOf(":", from);
    if (colon < 0) {
      return;
    }
    int end = colon + 1;
    while (end < text.length() && ",]}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String value =
        choices.of(
            "null",
            "[null]",
            "{\"\":null}",
            "{}",
            "[]",
            "-1",
            String.valueOf(choices.number()),
            "9223372036854775807",
            "-9223372036854775808",
            "1e400",
            "\"\"",
            "\"" + "x".repeat(choices.below(256)) + "\"",
            "\"\\u0000\\u202e\"",
            "true");
    text.replace(colon + 1, end, value);
  }

  /** What a service with open alerts writes. */
  private static String whole() {
    try {
      live(new FuzzHost());
      String text = Files.readString(FILE);
      return text.substring(text.indexOf('\n') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

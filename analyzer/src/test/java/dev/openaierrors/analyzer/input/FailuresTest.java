package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Users read what a failure means, not an exception's message, which is no more than a name. */
class FailuresTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new NoSuchFileException("app.log"),
            "there is no such file or folder",
            "There is no such file."),
        Arguments.of(
            new AccessDeniedException("app.log"),
            "permission denied",
            "Permission to read it is denied."),
        Arguments.of(
            new MalformedInputException(1),
            "it is no UTF-8",
            "It is not in the encoding that its first bytes say."),
        Arguments.of(
            new FileSystemException("app.log", null, "Too many open files"),
            "Too many open files",
            "It cannot be read (Too many open files)."),
        Arguments.of(new IOException("stale"), "stale", "It cannot be read (stale)."),
        Arguments.of(new IOException(), "IOException", "It cannot be read (IOException)."),
        Arguments.of(new Unreadable("it is a folder"), "it is a folder", "It is a folder."));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void areToldInWords(IOException failure, String reason, String sentence) {
    assertThat(Failures.reason(failure)).isEqualTo(reason);
    assertThat(Failures.sentence(failure)).isEqualTo(sentence);
  }

  @Test
  void whatIsDamagedIsToldWithWhatWasReadOfIt() {
    assertThat(Failures.sentence(new EOFException())).endsWith("what stands before that was read.");
    assertThat(Failures.sentence(new ZipException("bad")))
        .startsWith("The compressed data is damaged (bad)");
  }

  @Test
  void aLongMessageIsCut() {
    assertThat(Failures.reason(new IOException("x".repeat(10_000)))).hasSizeLessThan(400);
  }

  @Test
  void ourOwnMistakeIsToldAsOne() {
    assertThat(Failures.sentence(new IllegalStateException("oops")))
        .contains("by a mistake in openai-errors; please report it", "oops");
    assertThat(Failures.sentence(new OutOfMemoryError())).contains("JAVA_OPTS=-Xmx512m");
  }
}

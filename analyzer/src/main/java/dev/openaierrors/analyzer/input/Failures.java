package dev.openaierrors.analyzer.input;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Says in words why a file could not be read or written. */
public final class Failures {

  private static final int LONGEST = 300;

  private Failures() {}

  /** In a few words, which go on after the file's name and a colon. */
  public static String reason(IOException failure) {
    if (failure instanceof MalformedInputException) {
      return "it is no UTF-8";
    }
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    return failure instanceof AccessDeniedException ? "permission denied" : detail(failure);
  }

  /** As a sentence, of a log. */
  static String sentence(IOException failure) {
    if (failure instanceof Unreadable unreadable) {
      return unreadable.sentence();
    }
    if (failure instanceof NoSuchFileException) {
      return "There is no such file.";
    }
    if (failure instanceof AccessDeniedException) {
      return "Permission to read it is denied.";
    }
    if (failure instanceof EOFException) {
      return "The compressed data ends before its end; what stands before that was read.";
    }
    if (failure instanceof ZipException) {
      return "The compressed data is damaged ("
          + cut(failure.getMessage())
          + "); what stands before"
          + " that was read.";
    }
    if (failure instanceof MalformedInputException) {
      return "It is not in the encoding that its first bytes say.";
    }
    return "It cannot be read (" + detail(failure) + ").";
  }

  /** The exceptions of files have no more than its name for a message. */
  private static String detail(IOException failure) {
    String message =
        failure instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : failure.getMessage();
    return message == null || message.isEmpty() ? failure.getClass().getSimpleName() : cut(message);
  }

  /** Of what nobody expected: it ends the reading of the file, not that of the others. */
  static String sentence(Throwable failure) {
    if (failure instanceof IOException expected) {
      return sentence(expected);
    }
    if (failure instanceof OutOfMemoryError) {
      return "It takes more memory than there is; try it with JAVA_OPTS=-Xmx512m.";
    }
    return "It cannot be read to its end, by a mistake in openai-errors; please report it ("
        + cut(failure.toString())
        + ").";
  }

  private static String cut(@Nullable String text) {
    String all = String.valueOf(text);
    return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "\u2026";
  }
}

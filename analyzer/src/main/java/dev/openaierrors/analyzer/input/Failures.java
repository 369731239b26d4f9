package dev.openaierrors.analyzer.input;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** Says in words why a file could not be read. */
final class Failures {

  private Failures() {}

  static String sentence(IOException failure) {
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
          + failure.getMessage()
          + "); what stands before"
          + " that was read.";
    }
    if (failure instanceof MalformedInputException) {
      return "It is not in the encoding that its first bytes say.";
    }
    String message = failure.getMessage();
    return message == null || message.isEmpty()
        ? "It cannot be read (" + failure.getClass().getSimpleName() + ")."
        : "It cannot be read (" + message + ").";
  }
}

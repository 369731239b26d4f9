package dev.openaierrors.analyzer;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be used, in words; the exceptions of files say no more than its name. */
final class Reasons {

  private Reasons() {}

  static String of(IOException e) {
    if (e instanceof MalformedInputException) {
      return "it is no UTF-8";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException failed && failed.getReason() != null) {
      return failed.getReason();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}

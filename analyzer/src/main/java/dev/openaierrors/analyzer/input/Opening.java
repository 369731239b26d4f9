package dev.openaierrors.analyzer.input;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens what a user names, of whatever type, once and without waiting for ever. */
public final class Opening {

  private static final int PATIENCE_SECONDS = 5;

  private Opening() {}

  /**
   * Opens a file, or a pipe that somebody writes to, for one reading to its end.
   *
   * @throws IOException if it cannot be read, or has no end
   */
  public static InputStream once(Path file) throws IOException {
    return switch (FileType.of(file)) {
      case REGULAR -> Files.newInputStream(file);
      case NOTHING -> InputStream.nullInputStream();
      case STREAM -> stream(file);
      case FOLDER -> throw new Unreadable("it is a folder");
      case DEVICE -> throw device();
      case SOCKET -> throw new Unreadable("it is a socket, not a file");
    };
  }

  static Unreadable device() {
    return new Unreadable("it is a device, not a file");
  }

  /** Waits for a pipe to be opened for writing, too, but not for ever: nobody may be there. */
  private static InputStream stream(Path pipe) throws IOException {
    // Not by Files: its streams seek to tell what is available, which a pipe cannot.
    FutureTask<InputStream> opening = new FutureTask<>(() -> new FileInputStream(pipe.toFile()));
    Thread thread = new Thread(opening, "openai-errors-opening");
    thread.setDaemon(true);
    thread.start();
    try {
      return opening.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new Unreadable(
          "it is a pipe that nobody writes to; waited " + PATIENCE_SECONDS + " seconds");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}

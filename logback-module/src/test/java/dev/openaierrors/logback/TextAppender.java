package dev.openaierrors.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps what its encoder makes of the events that it gets. */
public final class TextAppender extends OutputStreamAppender<ILoggingEvent> {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public void start() {
    setOutputStream(bytes);
    super.start();
  }

  /** The lines that were written. */
  List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}

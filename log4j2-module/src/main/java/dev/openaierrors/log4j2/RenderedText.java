package dev.openaierrors.log4j2;

import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.spi.AbstractLogger;
import org.apache.logging.log4j.util.StringBuilderFormattable;
import org.jspecify.annotations.Nullable;

/**
 * Text of messages that keep none: those that Log4j reuses would make a new String of it for every
 * reader.
 *
 * <p>It is rendered into a buffer of the thread. What is read may itself log, such as an exception
 * whose message does; so there is one buffer for each of the two depths of log calls that are usual
 * and a new one for each that is not.
 */
final class RenderedText {

  /** Larger buffers are not kept. */
  static final int MOST_KEPT = 8192;

  private static final int USUAL_DEPTHS = 2;
  private static final int FIRST_CAPACITY = 256;

  // Only classes of the JDK: an application server could not unload an application whose classes
  // the threads still know.
  private static final ThreadLocal<@Nullable StringBuilder[]> BUFFERS = new ThreadLocal<>();

  private RenderedText() {}

  /** The text, valid until the next one of this thread at the same depth of log calls. */
  static <M extends Message & StringBuilderFormattable> CharSequence of(M message) {
    return of((StringBuilderFormattable) message);
  }

  private static CharSequence of(StringBuilderFormattable message) {
    // 0 on the threads of Log4j that only hand events on, 1 in a log call, more in a nested one.
    int depth = AbstractLogger.getRecursionDepth();
    if (depth >= USUAL_DEPTHS) {
      StringBuilder once = new StringBuilder(FIRST_CAPACITY);
      message.formatTo(once);
      return once;
    }
    @Nullable StringBuilder[] buffers = buffers();
    StringBuilder buffer = buffers[depth];
    if (buffer == null) {
      buffer = new StringBuilder(FIRST_CAPACITY);
    }
    // Out of reach meanwhile, for rendering may run code of the user.
    buffers[depth] = null;
    buffer.setLength(0);
    message.formatTo(buffer);
    if (buffer.capacity() <= MOST_KEPT) {
      buffers[depth] = buffer;
    }
    return buffer;
  }

  private static @Nullable StringBuilder[] buffers() {
    @Nullable StringBuilder[] buffers = BUFFERS.get();
    if (buffers == null) {
      buffers = new StringBuilder[USUAL_DEPTHS];
      BUFFERS.set(buffers);
    }
    return buffers;
  }
}

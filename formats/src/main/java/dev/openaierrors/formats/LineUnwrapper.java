package dev.openaierrors.formats;

import org.jspecify.annotations.Nullable;

/** Takes the wrapping, if there is one, off the lines of a source. Keeps state: for one thread. */
final class LineUnwrapper {

  private final @Nullable Wrapping wrapping;
  private final boolean keepsTogether;
  private final Cursor cursor = new Cursor();
  private final Unwrapped unwrapped = new Unwrapped();

  /** For lines of these formats. */
  LineUnwrapper(FormatSet formats) {
    wrapping = formats.wrapping();
    keepsTogether = formats.keepsTogether();
  }

  /**
   * The line without its wrapping, or as it is if it has none; good until the next call.
   *
   * @param bytes are changed
   */
  Unwrapped unwrap(byte[] bytes, int length) {
    return unwrap(bytes, 0, EventBytes.clean(bytes, length));
  }

  /** The same of a line that is nothing but text, of which only the head and the key count. */
  Unwrapped glance(byte[] bytes, int from, int to) {
    boolean wrapped = wrapping != null && wrapping.glance(cursor.on(bytes, from, to), unwrapped);
    return unwrapped(bytes, from, to, wrapped);
  }

  /** The same of a line that is nothing but text, which stays as it is. */
  Unwrapped unwrap(byte[] bytes, int from, int to) {
    boolean wrapped = wrapping != null && wrapping.unwrap(cursor.on(bytes, from, to), unwrapped);
    return unwrapped(bytes, from, to, wrapped);
  }

  private Unwrapped unwrapped(byte[] bytes, int from, int to, boolean wrapped) {
    if (!wrapped) {
      unwrapped.set(bytes, from, to);
    }
    unwrapped.alone = !wrapped && keepsTogether;
    return unwrapped;
  }
}

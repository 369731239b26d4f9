package dev.openaierrors.formats;

import org.jspecify.annotations.Nullable;

/** Takes the wrapping, if there is one, off the lines of a source. Keeps state: for one thread. */
final class LineUnwrapper {

  private final @Nullable Wrapping wrapping;
  private final Cursor cursor = new Cursor();
  private final Unwrapped unwrapped = new Unwrapped();

  /** For lines of these formats. */
  LineUnwrapper(FormatSet formats) {
    wrapping = formats.wrapping();
  }

  /**
   * The line without its wrapping, or as it is if it has none; good until the next call.
   *
   * @param bytes are changed
   */
  Unwrapped unwrap(byte[] bytes, int length) {
    int end = EventBytes.clean(bytes, length);
    if (wrapping == null || !wrapping.unwrap(cursor.on(bytes, 0, end), unwrapped)) {
      unwrapped.set(bytes, 0, end);
    }
    return unwrapped;
  }
}

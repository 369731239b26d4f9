package dev.openaierrors.analyzer.format;

/** Takes the wrapping off the lines of a file. Keeps state: for one thread. */
public final class LineUnwrapper {

  private final Wrapping wrapping;
  private final Cursor cursor = new Cursor();
  private final Unwrapped unwrapped = new Unwrapped();

  /**
   * For a file of these formats.
   *
   * @throws IllegalArgumentException if its lines are not wrapped
   */
  public LineUnwrapper(FormatSet formats) {
    Wrapping known = formats.wrapping();
    if (known == null) {
      throw new IllegalArgumentException("not wrapped");
    }
    wrapping = known;
  }

  /**
   * The line without its wrapping, or as it is if it has none; good until the next call.
   *
   * @param bytes are changed
   */
  public Unwrapped unwrap(byte[] bytes, int length) {
    int end = EventBytes.clean(bytes, length);
    if (!wrapping.unwrap(cursor.on(bytes, 0, end), unwrapped)) {
      unwrapped.set(bytes, 0, end);
    }
    return unwrapped;
  }
}

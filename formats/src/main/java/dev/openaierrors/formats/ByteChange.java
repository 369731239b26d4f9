package dev.openaierrors.formats;

/** Makes other bytes of bytes, as many as there are. Keeps state: for the bytes of one source. */
public interface ByteChange {

  /**
   * Changes what follows.
   *
   * @param from index of the first byte
   * @param to index behind the last one
   */
  void change(byte[] bytes, int from, int to);
}

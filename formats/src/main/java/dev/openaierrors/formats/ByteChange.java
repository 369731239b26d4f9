package dev.openaierrors.formats;

/** Makes other bytes of bytes, as many as there are. Keeps state: for the bytes of one source. */
interface ByteChange {

  /** Changes what follows. */
  void change(byte[] bytes, int from, int to);
}

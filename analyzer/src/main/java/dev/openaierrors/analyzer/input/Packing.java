package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a log may be packed by, one stream of bytes each. Zip has several: {@link ZipLogs}. */
enum Packing {
  GZIP("\u001f\u008b"),
  ZSTD(""),
  BZIP2("BZh"),
  XZ("\u00fd7zXZ\0");

  /** What names of packed logs end with. */
  static final List<String> NAMES = List.of(".gz", ".zst", ".bz2", ".xz", ".zip");

  private static final int GZIP_BUFFER = 1 << 16;

  private final String magic;

  Packing(String magic) {
    this.magic = magic;
  }

  /** The one by which a file is packed that begins so; null if by none of them. */
  static @Nullable Packing of(byte[] begin, int length) {
    if (ZstdFrames.begin(begin, length)) {
      return ZSTD;
    }
    for (Packing packing : values()) {
      if (packing != ZSTD && Foreign.begins(begin, length, packing.magic)) {
        return packing == BZIP2 && !isBzip2(begin, length) ? null : packing;
      }
    }
    return null;
  }

  /** A line of text might begin with these three letters. */
  private static boolean isBzip2(byte[] begin, int length) {
    boolean block = length > 4 && (begin[4] == '1' || begin[4] == 0x17);
    return block && begin[3] >= '1' && begin[3] <= '9';
  }

  /** What is packed in a stream. The classes that unpack are not loaded before. */
  InputStream unpack(InputStream in) throws IOException {
    return switch (this) {
      case GZIP -> new GzipMembers(in, GZIP_BUFFER);
      case ZSTD -> new ZstdText(in);
      case BZIP2 -> new Bzip2Text(in);
      case XZ -> new XzText(in);
    };
  }
}

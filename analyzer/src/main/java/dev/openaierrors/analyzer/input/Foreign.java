package dev.openaierrors.analyzer.input;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Files that are no text, which their first bytes tell, and what makes text of them. */
enum Foreign {
  BZIP2("bzip2", "bzcat", "BZh"),
  XZ("xz", "xzcat", "\u00fd7zXZ\0"),
  LZ4("lz4", "lz4cat", "\u0004\"M\u0018"),
  LZIP("lzip", "lzip -dc", "LZIP\u0001"),
  COMPRESS("compress", "zcat", "\u001f\u009d"),
  ZIP("zip", "unzip -p", "PK\u0003\u0004"),
  SEVEN_ZIP("7-Zip", "7z x -so", "7z\u00bc\u00af'\u001c"),
  RAR("RAR", "unrar p -inul", "Rar!\u001a\u0007"),
  JOURNAL("systemd (a journal)", "journalctl -o json --file", "LPKSHHRH");

  /** The most bytes of which one is told. */
  static final int LONGEST = 8;

  private final String title;
  private final String command;
  private final byte[] magic;

  Foreign(String title, String command, String magic) {
    this.title = title;
    this.command = command;
    this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The one whose files begin so; null if it may be text. */
  static @Nullable Foreign of(byte[] begin, int length) {
    for (Foreign foreign : values()) {
      if (foreign.begins(begin, length)) {
        return foreign;
      }
    }
    return null;
  }

  private boolean begins(byte[] begin, int length) {
    if (length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (begin[i] != magic[i]) {
        return false;
      }
    }
    // A line of text might begin with these three letters.
    return this != BZIP2 || (length > 4 && begin[3] >= '1' && begin[3] <= '9' && begin[4] == '1');
  }

  Unreadable unreadable() {
    return new Unreadable(
        "it is packed by "
            + title
            + ", which is not read here; try: "
            + command
            + " FILE | openai-errors analyze -");
  }
}

package dev.openaierrors.analyzer.input;

import org.jspecify.annotations.Nullable;

/** Files that are no text, which their first bytes tell, and what makes text of them. */
enum Foreign {
  LZ4("lz4", "lz4cat", "\u0004\"M\u0018"),
  LZIP("lzip", "lzip -dc", "LZIP\u0001"),
  COMPRESS("compress", "zcat", "\u001f\u009d"),
  SEVEN_ZIP("7-Zip", "7z x -so", "7z\u00bc\u00af'\u001c"),
  RAR("RAR", "unrar p -inul", "Rar!\u001a\u0007"),
  JOURNAL("systemd (a journal)", "journalctl -o json --file", "LPKSHHRH"),
  SQLITE(
      "SQLite format 3\0",
      "it is a SQLite database; try: sqlite3 -header -csv FILE 'select * from TABLE' |"
          + " openai-errors analyze -");

  /** The most bytes of which one is told. */
  static final int LONGEST = 16;

  private final String magic;
  private final String reason;

  Foreign(String magic, String reason) {
    this.magic = magic;
    this.reason = reason;
  }

  Foreign(String title, String command, String magic) {
    this(
        magic,
        "it is packed by "
            + title
            + ", which is not read here; try: "
            + command
            + " FILE | openai-errors analyze -");
  }

  /** The one whose files begin so; null if it may be text. */
  static @Nullable Foreign of(byte[] begin, int length) {
    for (Foreign foreign : values()) {
      if (begins(begin, length, foreign.magic)) {
        return foreign;
      }
    }
    return null;
  }

  /** Whether bytes begin with those of this name, each a character of it. */
  static boolean begins(byte[] begin, int length, String magic) {
    if (length < magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((begin[i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  Unreadable unreadable() {
    return new Unreadable(reason);
  }
}

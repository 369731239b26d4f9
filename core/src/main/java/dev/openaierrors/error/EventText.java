package dev.openaierrors.error;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text of an event, put together as a log file would show it, of bounded length: everything of
 * it that was looked at by the gate, and typed data of its throwables.
 */
final class EventText implements EventWalk.Visitor {

  private static final int MAX_LENGTH = 2 * EventWalk.MAX_TEXT;
  private static final int MAX_TELLING_FRAMES = 4;
  private static final String SEPARATOR = String.valueOf(Text.PIECE_END);
  private static final String FRAME = "\n\tat ";

  private char[] text;
  private int length;
  private int[] pieces = new int[8];
  private int pieceCount;
  private int[] pairs = new int[4];
  private int pairCount;

  /** Empty, with room for so many characters. */
  EventText(int capacity) {
    text = new char[capacity];
  }

  static EventText of(CharSequence whole) {
    int length = Math.min(whole.length(), EventWalk.MAX_TEXT);
    EventText text = new EventText(length);
    text.beginPiece();
    text.append(whole, length);
    return text;
  }

  /** All of it; to be asked for when nothing more comes. */
  Text text() {
    return new Text(text, length);
  }

  /** Where the message, argument, value … begins that the character at this index belongs to. */
  int pieceOf(int at) {
    int start = 0;
    for (int i = 0; i < pieceCount && pieces[i] <= at; i++) {
      start = pieces[i];
    }
    return start;
  }

  @Override
  public boolean text(CharSequence piece, int limit, boolean routine) {
    separate();
    beginPiece();
    append(piece, limit);
    return false;
  }

  @Override
  public boolean readsKeys() {
    return true;
  }

  @Override
  public boolean pair(String key, CharSequence value, int limit, boolean routine) {
    if (Quotations.isSpeech(key)) {
      return false;
    }
    separate();
    beginPair();
    append(key, Math.min(key.length(), 100));
    append("=", 1);
    beginPiece();
    append(value, limit);
    return false;
  }

  @Override
  public <E, T> boolean thrown(
      LogEventView<E, T> view, T thrown, @Nullable String message, int limit) {
    separate();
    append(view.className(thrown));
    if (message != null) {
      append(": ", 2);
      beginPiece();
      append(message, limit);
    }
    Throwable throwable = view.throwable(thrown);
    if (throwable != null) {
      append(ExceptionData.of(throwable));
    }
    int frames = ThrownClasses.frameCount(view, thrown);
    String last = "";
    int telling = 0;
    boolean others = false;
    for (int i = 0; i < frames && telling < MAX_TELLING_FRAMES; i++) {
      String name = ThrownClasses.frameClass(view, thrown, i);
      if (name != null && !name.equals(last)) {
        // One of them is enough, and leaves room for the others.
        boolean other = !others && OtherParties.isClient(name);
        if (other || ThrownClasses.isTelling(name)) {
          append(FRAME, FRAME.length());
          append(name);
          telling += other ? 0 : 1;
          others |= other;
          last = name;
        }
      }
    }
    return false;
  }

  private void separate() {
    if (length > 0) {
      append(SEPARATOR, 1);
    }
  }

  /** Whether what begins at this index is a key-value pair. */
  boolean isPair(int start) {
    for (int i = 0; i < pairCount; i++) {
      if (pairs[i] == start) {
        return true;
      }
    }
    return false;
  }

  private void beginPair() {
    if (pairCount == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * pairCount);
    }
    pairs[pairCount++] = length;
  }

  private void beginPiece() {
    if (pieceCount == pieces.length) {
      pieces = Arrays.copyOf(pieces, 2 * pieceCount);
    }
    pieces[pieceCount++] = length;
  }

  private void append(@Nullable String piece) {
    if (piece != null) {
      append(piece, Math.min(piece.length(), 4096));
    }
  }

  /** The first half of the limit and the last half, where there is more. */
  private void append(CharSequence piece, int limit) {
    int whole = piece.length();
    int head = whole <= limit ? whole : limit / 2;
    copy(piece, 0, head);
    if (whole > limit) {
      copy(piece, whole - (limit - head), whole);
    }
  }

  private void copy(CharSequence piece, int from, int to) {
    if (length + to - from > MAX_LENGTH) {
      return;
    }
    if (length + to - from > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, length + to - from));
    }
    if (piece instanceof String string) {
      string.getChars(from, to, text, length);
      length += to - from;
      return;
    }
    for (int i = from; i < to; i++) {
      text[length++] = piece.charAt(i);
    }
  }
}

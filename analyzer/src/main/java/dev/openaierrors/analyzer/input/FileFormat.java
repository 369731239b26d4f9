package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.ByteChange;
import dev.openaierrors.formats.EventReader;
import dev.openaierrors.formats.FormatSet;
import dev.openaierrors.formats.LogDocument;
import dev.openaierrors.formats.LogTime;
import dev.openaierrors.formats.TimePattern;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Detects a file's format from its start and, if seekable, its middle; where that tells nothing,
 * from more of it.
 */
final class FileFormat {

  private static final long PATIENCE_NANOS = 1_000_000_000;

  private final FormatSet formats;
  private final ByteSource source;
  private final byte[] begin;
  private final @Nullable IOException broken;
  private final @Nullable LogTime first;

  private FileFormat(
      FormatSet formats, ByteSource source, byte[] begin, @Nullable IOException broken) {
    this.formats = formats;
    this.source = source;
    this.begin = begin;
    this.broken = broken;
    first = new EventReader(formats).firstTime(begin);
  }

  /** Of its lines. */
  FormatSet formats() {
    return formats;
  }

  /** Where the lines come from: the source itself, or what makes lines of a document. */
  ByteSource source() {
    return source;
  }

  /** Whether what is read of {@link #source()} are other bytes than those of the file. */
  boolean isRewritten() {
    return source instanceof StreamSource && source.lineEnds() != null;
  }

  /** What was read of {@link #source()} to find out. */
  byte[] begin() {
    return begin;
  }

  /** Why there is nothing to be read behind the begin; null if there may be. */
  @Nullable IOException broken() {
    return broken;
  }

  /** The first time in it; null if there is none. */
  @Nullable LogTime first() {
    return first;
  }

  /** As the other, with times that are written in whatever way. */
  static FileFormat of(ByteSource source, @Nullable Path plain, @Nullable String forced)
      throws IOException {
    return of(source, plain, forced, null);
  }

  /**
   * Reads the begin of {@code source}.
   *
   * @param plain the file that it is, if it is one that can be read anywhere; otherwise null
   * @param timeFormat how its times are written, as a user says; null to find out
   * @param forced id of the format that a user says it is; null if none
   * @throws IOException if nothing of it can be read, or it is no text
   */
  static FileFormat of(
      ByteSource source,
      @Nullable Path plain,
      @Nullable String forced,
      @Nullable TimePattern timeFormat)
      throws IOException {
    ByteBuffer target = ByteBuffer.allocate(Samples.SIZE);
    IOException broken = read(source, target);
    if (broken != null && target.position() == 0) {
      throw broken;
    }
    byte[] begin = Arrays.copyOf(target.array(), target.position());
    LogDocument document = forced == null ? LogDocument.of(begin, begin.length) : null;
    if (document != null && broken == null) {
      return ofDocument(document, source, begin, timeFormat);
    }
    byte[] sample = Samples.wholeLines(begin);
    if (plain != null && begin.length == Samples.SIZE) {
      sample = concat(sample, Samples.middle(plain));
    }
    if (forced != null) {
      FormatSet said = FormatSet.forced(forced, sample, sample.length);
      return new FileFormat(said, source, begin, broken);
    }
    FormatSet formats = FormatSet.detect(sample, sample.length, timeFormat);
    if (formats.isRecognised()) {
      return new FileFormat(formats, source, begin, broken);
    }
    if (Noise.is(sample)) {
      throw new Unreadable(
          "it is no text, by its first bytes; --input-format plain reads it all the same");
    }
    boolean over = broken != null || begin.length < Samples.SIZE;
    return over
        ? new FileFormat(formats, source, begin, broken)
        : behind(source, plain, formats, begin);
  }

  /** Of a log whose first lines are something else, such as what an installer prints. */
  private static FileFormat behind(
      ByteSource source, @Nullable Path plain, FormatSet formats, byte[] begin) throws IOException {
    FormatSet found = plain == null ? null : Samples.recognise(plain);
    if (plain != null) {
      return new FileFormat(found == null ? formats : found, source, begin, null);
    }
    ByteBuffer more = ByteBuffer.allocate(Samples.MOST);
    more.put(begin);
    IOException broken = null;
    while (found == null && broken == null && more.hasRemaining()) {
      int from = more.position();
      more.limit(Math.min(more.capacity(), from + Samples.SIZE));
      broken = read(source, more);
      boolean over = more.hasRemaining();
      found = Samples.recognise(more.array(), from, more.position());
      more.limit(over ? more.position() : more.capacity());
    }
    byte[] read = Arrays.copyOf(more.array(), more.position());
    return new FileFormat(found == null ? formats : found, source, read, broken);
  }

  private static @Nullable IOException read(ByteSource source, ByteBuffer target) {
    try {
      readStart(source, target);
      return null;
    } catch (IOException broken) {
      return broken;
    }
  }

  private static FileFormat ofDocument(
      LogDocument document, ByteSource source, byte[] begin, @Nullable TimePattern given)
      throws IOException {
    ByteChange change = document.change();
    if (change != null) {
      ByteSource changed = new ChangedSource(source, change);
      changed.change(begin, 0, begin.length);
      return ofLines(document, changed, begin, null, given);
    }
    InputStream lines = document.lines(new DocumentInput(begin, source));
    ByteSource made = new StreamSource(lines, source::consumed);
    ByteBuffer target = ByteBuffer.allocate(Samples.SIZE);
    IOException broken = read(made, target);
    byte[] sample = Arrays.copyOf(target.array(), target.position());
    return ofLines(document, made, sample, broken, given);
  }

  private static FileFormat ofLines(
      LogDocument document,
      ByteSource lines,
      byte[] begin,
      @Nullable IOException broken,
      @Nullable TimePattern given) {
    byte[] sample = Samples.wholeLines(begin);
    FormatSet formats = FormatSet.detect(document, sample, sample.length, given);
    return new FileFormat(formats, lines, begin, broken);
  }

  private static void readStart(ByteSource source, ByteBuffer target) throws IOException {
    int read = 1;
    long start = System.nanoTime();
    boolean enough = false;
    while (!enough && read != ByteSource.END && target.hasRemaining()) {
      read = source.read(target);
      // Of a log that is followed, there may be nothing yet by which to know it, or always more.
      boolean waited = read == ByteSource.PAUSE || System.nanoTime() - start > PATIENCE_NANOS;
      enough = waited && source.isUpToDate() && endsALine(target);
    }
  }

  private static boolean endsALine(ByteBuffer target) {
    for (int i = 0; i < target.position(); i++) {
      if (target.get(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}

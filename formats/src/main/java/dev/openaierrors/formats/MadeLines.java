package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines that are made of a document, whose own lines are others. */
public abstract class MadeLines extends MadeInput {

  private final LineEnds ends = new LineEnds();
  private long made;
  private long line = 1;

  MadeLines() {}

  /** As {@link #nextPiece}: whole lines, which {@link #from} says the line of. */
  abstract byte @Nullable [] nextLines() throws IOException;

  /** The lines that are made next come from this line of the document. */
  final void from(long number) {
    while (line < number) {
      ends.add(made - 1);
      line++;
    }
  }

  @Override
  protected final byte @Nullable [] nextPiece() throws IOException {
    byte[] piece = nextLines();
    made += piece == null ? 0 : piece.length;
    return piece;
  }

  /**
   * Reads the next line of a document, without its line feed; false at the end.
   *
   * @param most bytes of it that are kept
   */
  static boolean readLine(InputStream in, ByteArrayOutputStream line, int most) throws IOException {
    line.reset();
    int b = in.read();
    if (b < 0) {
      return false;
    }
    while (b >= 0 && b != '\n') {
      if (line.size() < most) {
        line.write(b);
      }
      b = in.read();
    }
    return true;
  }

  /** An object on a line of its own. */
  static byte[] lineOf(JsonNode object) {
    StringBuilder made = new StringBuilder();
    JsonText.write(object, made);
    return made.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Places in what is made behind which another line of the document begins. */
  public final LineEnds ends() {
    return ends;
  }
}

package dev.openaierrors.formats;

import java.io.IOException;
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

  /** Places in what is made behind which another line of the document begins. */
  public final LineEnds ends() {
    return ends;
  }
}

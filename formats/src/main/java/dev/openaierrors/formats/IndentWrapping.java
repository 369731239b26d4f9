package dev.openaierrors.formats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Blanks before each line, as where a log is copied out of a page or a message. */
final class IndentWrapping extends Wrapping {

  private final int blanks;

  private IndentWrapping(int blanks) {
    super("indent", "indented lines");
    this.blanks = blanks;
  }

  /** As many as all of these lines begin with; null if one begins without. */
  static @Nullable IndentWrapping learn(List<byte[]> lines) {
    int least = Integer.MAX_VALUE;
    for (byte[] line : lines) {
      int own = 0;
      while (own < line.length && own < least && (line[own] == ' ' || line[own] == '\t')) {
        own++;
      }
      if (own == 0) {
        return null;
      }
      least = own == line.length ? least : Math.min(least, own);
    }
    return least == Integer.MAX_VALUE ? null : new IndentWrapping(least);
  }

  @Override
  boolean unwrap(Cursor line, Unwrapped target) {
    int limit = Math.min(line.end(), line.at() + blanks);
    while (line.at() < limit && (line.peek() == ' ' || line.peek() == '\t')) {
      line.to(line.at() + 1);
    }
    target.set(line.bytes(), line.at(), line.end());
    return true;
  }

  @Override
  boolean hidesWords() {
    return false;
  }
}

package dev.openaierrors.analyzer.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A stream of which each event is wanted as it comes, such as what another command prints. */
final class FollowedStream implements ByteSource {

  /**
   * One ends the look for the format, another the event that is the last for now, and the third its
   * waiting for what may belong to it.
   */
  private static final int MOST_SILENCES = 3;

  private final InputStream in;
  private final ByteSource source;
  private final Runnable idle;
  private int silences = MOST_SILENCES;

  /**
   * One that is read as it comes.
   *
   * @param idle told when nothing came for a while
   */
  FollowedStream(InputStream in, Runnable idle) throws IOException {
    this.in = in;
    this.idle = idle;
    source = Sources.open(in);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (silences < MOST_SILENCES && isSilent()) {
      silences++;
      idle.run();
      return PAUSE;
    }
    // Waits for more, or for the end, which cannot be told from silence in another way.
    silences = 0;
    return source.read(target);
  }

  private boolean isSilent() throws IOException {
    for (int poll = 0; poll < FollowSource.POLLS_OF_SILENCE; poll++) {
      if (in.available() > 0) {
        return false;
      }
      FollowSource.pause();
    }
    return true;
  }

  @Override
  public boolean isUpToDate() throws IOException {
    return in.available() == 0;
  }

  @Override
  public long consumed() {
    return source.consumed();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}

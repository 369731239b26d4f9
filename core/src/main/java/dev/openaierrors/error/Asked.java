package dev.openaierrors.error;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event was asked for that runs code of the application's: text of classes of its own,
 * throwables among the arguments, markers. It may be slow, so it is asked once, by whichever walk
 * through the event comes first.
 *
 * <p>Each walk asks for the same pieces in the same order, so no names are needed.
 */
final class Asked {

  /** Of an event that has nothing of that sort; most have not. */
  static final Asked NOTHING = new Asked(List.of());

  private final List<@Nullable Object> answers;
  private int next;

  Asked() {
    this(new ArrayList<>());
  }

  private Asked(List<@Nullable Object> answers) {
    this.answers = answers;
  }

  /** Another walk begins. */
  void rewind() {
    if (this != NOTHING) {
      next = 0;
    }
  }

  /** Whether a walk before this one has the answer. */
  boolean knows() {
    return next < answers.size();
  }

  /** The answer that {@link #knows} told of. */
  @Nullable Object answer() {
    return answers.get(next++);
  }

  /** Keeps an answer for the walks after this one. */
  void keep(@Nullable Object answer) {
    answers.add(answer);
    next++;
  }
}

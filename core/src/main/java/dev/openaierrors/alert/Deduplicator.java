package dev.openaierrors.alert;

import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import dev.openaierrors.error.Provider;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a log event tells of a failure that another one told of before.
 *
 * <p>It does if it is the same event again (additive loggers), if it carries the same throwable, if
 * it names the same request, or if another logger or level of the same thread said the same within
 * two seconds. All memories are of fixed size.
 */
final class Deduplicator {

  private static final int EVENTS = 512;

  private final long[] events = new long[EVENTS];
  private final Throwables throwables = new Throwables();
  private final Requests requests = new Requests();
  private final Tellings tellings = new Tellings();

  /** Takes note of the event; whether it is a repeat. */
  boolean isRepeat(Failure failure) {
    long at = failure.at().toEpochMilli();
    String thread = failure.source().thread();
    // Unnamed threads cannot be told apart.
    boolean named = thread != null && !thread.isEmpty();
    boolean repeat = named && isSameEvent(failure);
    repeat |= failure.thrown() != null && throwables.knows(failure.thrown());
    String request = failure.error().call().requestId();
    repeat |= request != null && requests.knows(hash(request), at);
    return named ? tellings.retells(failure, at, repeat) : repeat;
  }

  private boolean isSameEvent(Failure failure) {
    Instant at = failure.at();
    long hash = hash(failure.source().thread());
    hash = mix(hash, at.getEpochSecond());
    hash = mix(hash, at.getNano());
    hash = mix(hash, hash(failure.source().logger()));
    hash = mix(hash, failure.messageHash());
    int slot = (int) (hash & (EVENTS - 1));
    boolean same = events[slot] == hash;
    events[slot] = hash;
    return same;
  }

  /** A hash of 64 bits that is the same in every run. */
  static long hash(@Nullable String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; text != null && i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  static long mix(long hash, long value) {
    long mixed = (hash ^ value) * 0x9e3779b97f4a7c15L;
    return mixed ^ (mixed >>> 32);
  }

  /** Throwables that were logged lately, by identity. Weak: they are the application's. */
  private static final class Throwables {

    private static final int SIZE = 256;
    private static final int LONGEST_CHAIN = 16;
    // Some libraries keep one throwable and throw it for ever; nobody logs a failure so often.
    private static final int SHARED = 16;

    private final int[] hashes = new int[SIZE];
    private final int[] seen = new int[SIZE];

    @SuppressWarnings({"unchecked", "rawtypes"})
    private final @Nullable WeakReference<Throwable>[] references = new WeakReference[SIZE];

    private int next;

    /** Whether it, or anything that it was caused by or that it suppressed, was logged before. */
    boolean knows(Throwable thrown) {
      boolean known = false;
      Deque<Throwable> chain = new ArrayDeque<>();
      chain.add(thrown);
      for (int i = 0; i < LONGEST_CHAIN && !chain.isEmpty(); i++) {
        Throwable link = chain.remove();
        known |= knowsLink(link);
        addFollowing(link, chain);
      }
      return known;
    }

    private static void addFollowing(Throwable link, Deque<Throwable> chain) {
      try {
        Throwable cause = link.getCause();
        if (cause != null) {
          chain.add(cause);
        }
        chain.addAll(Arrays.asList(link.getSuppressed()));
      } catch (Throwable itsOwnFault) {
        // A getter of the application's class failed: the chain ends here for us.
        return;
      }
    }

    private boolean knowsLink(Throwable link) {
      int hash = System.identityHashCode(link);
      for (int i = 0; i < SIZE; i++) {
        WeakReference<Throwable> reference = references[i];
        if (hashes[i] == hash && reference != null && reference.get() == link) {
          return ++seen[i] < SHARED;
        }
      }
      hashes[next] = hash;
      seen[next] = 0;
      references[next] = new WeakReference<>(link);
      next = (next + 1) % SIZE;
      return false;
    }
  }

  /** Requests that failed within the last ten minutes. */
  private static final class Requests {

    private static final int SIZE = 512;
    private static final long MEMORY = 600_000;

    private final long[] ids = new long[SIZE];
    private final long[] times = new long[SIZE];
    private int next;

    boolean knows(long id, long at) {
      for (int i = 0; i < SIZE; i++) {
        if (ids[i] == id && Math.abs(at - times[i]) <= MEMORY) {
          return true;
        }
      }
      ids[next] = id;
      times[next] = at;
      next = (next + 1) % SIZE;
      return false;
    }
  }

  /** What each thread told lately. */
  private static final class Tellings {

    private static final int SIZE = 256;

    private final @Nullable Telling[] tellings = new Telling[SIZE];

    /** Whether a logger says what another one has said. */
    boolean retells(Failure failure, long at, boolean known) {
      long who = mix(hash(failure.source().thread()), hash(failure.error().kind().id()));
      long by = mix(hash(failure.source().logger()), hash(failure.source().level()));
      int slot = (int) (who & (SIZE - 1));
      Telling told = tellings[slot];
      if (told != null && told.fits(who, failure.error(), at) && (known || !told.isBy(by))) {
        told.by(by);
        return true;
      }
      tellings[slot] = new Telling(who, failure.error(), at, by);
      return known;
    }
  }

  /** One failure that a thread tells of, and the loggers that did. */
  private static final class Telling {

    private static final int MOST = 8;
    private static final long MEMORY = 2_000;

    private final long who;
    private final OpenAiError error;
    private final long at;
    private final long[] by = new long[MOST];
    private int told;

    Telling(long who, OpenAiError error, long at, long by) {
      this.who = who;
      this.error = error;
      this.at = at;
      by(by);
    }

    /** Whether it may be the same: what one of both does not say does not part them. */
    boolean fits(long other, OpenAiError told, long then) {
      Particulars mine = error.particulars();
      Particulars its = told.particulars();
      return who == other
          && Math.abs(then - at) <= MEMORY
          && error.kind() == told.kind()
          && agree(provider(error), provider(told))
          && agree(error.call().model(), told.call().model())
          && agree(mine.limit(), its.limit())
          && agree(mine.used(), its.used())
          && agree(mine.requested(), its.requested())
          && agree(error.answer().retryAfter(), told.answer().retryAfter());
    }

    private static @Nullable Object provider(OpenAiError error) {
      return error.provider() == Provider.UNKNOWN ? null : error.provider();
    }

    private static boolean agree(@Nullable Object one, @Nullable Object other) {
      return one == null || other == null || Objects.equals(one, other);
    }

    boolean isBy(long logger) {
      return told == MOST || Arrays.stream(by, 0, told).anyMatch(it -> it == logger);
    }

    void by(long logger) {
      if (told < MOST) {
        by[told++] = logger;
      }
    }
  }
}

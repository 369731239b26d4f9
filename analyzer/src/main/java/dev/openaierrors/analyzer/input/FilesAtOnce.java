package dev.openaierrors.analyzer.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads several files at once, each by one thread, and tells of them in their order: what is found
 * in one before its turn waits, and so does, where too much waits, whoever finds more.
 */
final class FilesAtOnce {

  /** Of all files. */
  private static final int MOST_WAITING = 1024;

  private final List<Turn> turns = new ArrayList<>();
  private final Teller teller;
  private int taken;
  private int told;
  private int waiting;
  private boolean stopped;
  private @Nullable Throwable failure;

  /** Is told in turn, by one thread at a time. */
  interface Teller {

    /** What follows is of this file. */
    void begin(InputFile file, FileAnalysis analysis);

    void event(AnalyzedEvent event);

    /** It is over. */
    void end(InputFile file, FileFacts facts);
  }

  /** One of the files. */
  private final class Turn implements EventConsumer {

    private final InputFile file;
    private final FileAnalysis analysis;
    private final List<AnalyzedEvent> found = new ArrayList<>();
    private @Nullable FileFacts facts;

    Turn(InputFile file, BiFunction<InputFile, EventConsumer, FileAnalysis> reading) {
      this.file = file;
      analysis = reading.apply(file, this);
    }

    @Override
    public void event(AnalyzedEvent event) {
      found(this, event);
    }
  }

  /** A reading of these files, of which each is read as {@code reading} says. */
  FilesAtOnce(
      List<InputFile> files,
      BiFunction<InputFile, EventConsumer, FileAnalysis> reading,
      Teller teller) {
    this.teller = teller;
    files.forEach(file -> turns.add(new Turn(file, reading)));
  }

  /** Reads them all by so many threads, of which one is the caller's. */
  void run(int threads) {
    begin();
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, turns.size()); i++) {
      Thread other = new Thread(this::work, "openai-errors-file-" + i);
      other.setDaemon(true);
      other.start();
      others.add(other);
    }
    work();
    FileAnalysis.join(others);
    FileAnalysis.rethrow(failed());
  }

  /** Ends it soon; what was begun is told. */
  synchronized void stop() {
    stopped = true;
    turns.forEach(turn -> turn.analysis.stop());
  }

  private synchronized @Nullable Throwable failed() {
    return failure;
  }

  private void work() {
    try {
      for (Turn turn = take(); turn != null; turn = take()) {
        end(turn, turn.analysis.run());
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private synchronized @Nullable Turn take() {
    return stopped || taken == turns.size() ? null : turns.get(taken++);
  }

  private synchronized void fail(Throwable thrown) {
    failure = failure == null ? thrown : failure;
    stop();
    notifyAll();
  }

  private synchronized void begin() {
    Turn turn = turns.get(told);
    teller.begin(turn.file, turn.analysis);
    for (AnalyzedEvent event : turn.found) {
      teller.event(event);
    }
    waiting -= turn.found.size();
    turn.found.clear();
    notifyAll();
  }

  private synchronized void found(Turn turn, AnalyzedEvent event) {
    boolean interrupted = false;
    while (turn != turns.get(told) && waiting >= MOST_WAITING && failure == null) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (turn == turns.get(told)) {
      teller.event(event);
    } else if (failure == null) {
      turn.found.add(event);
      waiting++;
    }
  }

  private synchronized void end(Turn turn, FileFacts facts) {
    turn.facts = facts;
    boolean own = turn == turns.get(told);
    while (own && failure == null) {
      Turn over = turns.get(told);
      FileFacts known = over.facts;
      if (known == null) {
        return;
      }
      teller.end(over.file, known);
      told++;
      if (told == turns.size()) {
        told--;
        return;
      }
      begin();
    }
  }
}

package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.FormatSet;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads one file to its end, by as many threads as help. */
final class FileAnalysis {

  /** Bytes that are read at a time. */
  static final int BLOCK = 1 << 18;

  private static final String NOT_UNDERSTOOD =
      "No event begins in it: every line of it would go on with one that is not there.";

  private static final String NO_DATES =
      "Its times have no date; the day is taken from when the file was last written.";

  /** Blocks from which on several threads help. */
  static final int MANY_BLOCKS = 16;

  private final InputFile file;
  private final InputOptions options;
  private final EventClassifier classifier;
  private final EventConsumer consumer;
  private final int block;
  private final int threads;
  private final LongConsumer onRead;
  private final EventCount count = new EventCount();
  private volatile @Nullable WindowReader windows;
  private volatile boolean stopped;
  private volatile boolean rewritten;

  FileAnalysis(
      InputFile file,
      InputOptions options,
      EventClassifier classifier,
      EventConsumer consumer,
      int block,
      int threads,
      LongConsumer onRead) {
    this.file = file;
    this.options = options;
    this.classifier = classifier;
    this.consumer = consumer;
    this.block = block;
    this.threads = threads;
    this.onRead = onRead;
  }

  void stop() {
    stopped = true;
    WindowReader reader = windows;
    if (reader != null) {
      reader.stop();
    }
  }

  /** Whether the offsets of its events are those of the file. */
  boolean hasPlaces() {
    return !rewritten;
  }

  /** What is known of the file in the end; whatever fails, this does not. */
  FileFacts run() {
    String failure = null;
    FormatSet formats = null;
    OrderedResults delivery = null;
    try (ByteSource source = file.open()) {
      FileFormat format =
          FileFormat.of(source, file.plain(), options.format(), options.timeFormat());
      formats = format.formats();
      rewritten = format.isRewritten();
      delivery = new OrderedResults(consumer, options, times(formats), joining(formats));
      WindowReader reader = new WindowReader(format.source(), format, block, onRead);
      windows = reader;
      if (stopped) {
        reader.stop();
      }
      read(reader, format, delivery);
      failure = reader.failure() == null ? null : Failures.sentence(reader.failure());
    } catch (ReportingException e) {
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      // One file cannot keep the others from being read, whatever is in it.
      failure = Failures.sentence(e);
    }
    FileFacts facts = facts(formats, delivery, failure);
    // Whoever knows this analysis longer does not keep what was read.
    windows = null;
    return facts;
  }

  private FileFacts facts(
      @Nullable FormatSet formats, @Nullable OrderedResults delivery, @Nullable String failure) {
    WindowReader reader = windows;
    Instant first = delivery == null ? null : delivery.first();
    Instant last = delivery == null ? null : delivery.last();
    // What tools export often has the newest event first.
    boolean newestFirst = first != null && last != null && last.isBefore(first);
    long bytes = reader == null ? 0 : reader.bytes();
    boolean rest = formats != null && formats.isRestOfTrace();
    boolean nothing = failure == null && !stopped && !rest && count.isNothingUnderstood();
    return new FileFacts(
        file.name(),
        formats == null ? null : formats.title(),
        bytes,
        count.events(bytes),
        delivery == null ? 0 : delivery.found(),
        newestFirst ? last : first,
        newestFirst ? first : last,
        delivery != null && delivery.zoneAssumed(),
        nothing && (delivery == null || delivery.found() == 0) ? NOT_UNDERSTOOD : failure,
        warnings(formats, reader, delivery));
  }

  private static List<String> warnings(
      @Nullable FormatSet formats,
      @Nullable WindowReader reader,
      @Nullable OrderedResults delivery) {
    List<String> warnings = new ArrayList<>();
    if (formats != null && delivery != null && delivery.found() > 0) {
      warnings.addAll(formats.warnings());
      if (formats.hasTimeOnly()) {
        warnings.add(NO_DATES);
      }
    }
    if (reader != null && reader.cutEvents() > 0) {
      warnings.add(
          reader.cutEvents() + " events are longer than 1 MB; only so much of each was looked at.");
    }
    if (delivery != null && delivery.found() == 0 && delivery.outside() > 0) {
      warnings.add(
          "Its errors (" + delivery.outside() + ") are all outside of the time asked for.");
    }
    return warnings;
  }

  private @Nullable Joining joining(FormatSet formats) {
    boolean inParts = formats.isWrapped() && !formats.isNewestFirst();
    return inParts ? new Joining(classifier) : null;
  }

  private TimeResolver times(FormatSet formats) throws IOException {
    Instant written = file.written();
    boolean canCount = formats.hasTimeOnly() && file.isRegular() && !options.follow();
    return new TimeResolver(options.zone(), written, canCount ? days(formats) : null);
  }

  /**
   * Pre-reads the file to count day changes: the date of its last line is known, not of its first.
   */
  private DayCount days(FormatSet formats) throws IOException {
    DayCount days = new DayCount();
    try (ByteSource source = file.open()) {
      WindowReader reader = new WindowReader(source, formats, block);
      WindowScan scan = new WindowScan(formats, classifier);
      Window window = new Window(block);
      while (!stopped && reader.next(window)) {
        days.append(scan.daysOf(window));
      }
    }
    return days;
  }

  private void read(WindowReader reader, FileFormat format, OrderedResults delivery) {
    boolean large = file.size() < 0 || file.size() >= (long) MANY_BLOCKS * block;
    boolean many = large && !format.formats().isNewestFirst();
    AtomicReference<Throwable> failed = new AtomicReference<>();
    Runnable work = () -> work(reader, format, delivery, failed);
    List<Thread> others = new ArrayList<>();
    for (int i = 1; many && i < threads; i++) {
      Thread other = new Thread(work, "openai-errors-reader-" + i);
      other.setDaemon(true);
      other.start();
      others.add(other);
    }
    work.run();
    join(others);
    rethrow(failed.get());
    delivery.end();
  }

  static void join(List<Thread> threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void work(
      WindowReader reader,
      FileFormat format,
      OrderedResults delivery,
      AtomicReference<Throwable> failed) {
    try {
      Scan scan = scan(format);
      EventCount.Counter counter = count.new Counter(format.formats());
      Window window = new Window(2 * block);
      while (reader.next(window)) {
        window.timeless = !delivery.isTimed();
        ScanResult result = scan.scan(window);
        counter.count(window, result.wrapped());
        delivery.deliver(window.index, result);
      }
      ScanResult rest = scan.end();
      if (rest != null) {
        delivery.deliver(window.index + 1, rest);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reader.stop();
      delivery.abandon();
    } catch (RuntimeException | Error e) {
      failed.compareAndSet(null, e);
      reader.stop();
      delivery.abandon();
    }
  }

  private Scan scan(FileFormat format) {
    if (format.formats().isNewestFirst()) {
      return new BackwardScan(format.formats(), classifier, format.first());
    }
    return format.formats().isWrapped()
        ? new WrappedScan(classifier, format.first())
        : new WindowScan(format.formats(), classifier);
  }
}

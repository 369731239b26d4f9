package dev.openaierrors.analyzer.input;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.formats.LogBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads logs and tells a consumer of every event in them that carries an OpenAI error.
 *
 * <p>Events that were logged below INFO are not read, as the plugins do not read them either.
 *
 * <p>A file that cannot be read is reported by {@link EventConsumer#file} and does not stop the
 * others.
 */
public final class LogAnalysis {

  private static final int MOST_THREADS = 16;
  // Room for two windows of the longest event, of which each is there as bytes and as words.
  private static final long HEAP_OF_A_THREAD = 8L << 20;

  private final InputOptions options;
  private final EventConsumer consumer;
  private final int block;
  private final int threads;
  private volatile boolean stopped;
  private boolean keepsStreams;
  private @Nullable InputFile read;
  private @Nullable Surroundings surroundings;
  private volatile @Nullable FileAnalysis running;
  private volatile @Nullable FilesAtOnce several;

  /** Loads what every analysis needs, which the first one would else do on its way. */
  public static void prepare() {
    new LogBytes(0).aligned();
    ErrorAnalyzer.create()
        .analyze("OpenAI: 429 {\"error\":{\"message\":\"\",\"code\":\"rate_limit_exceeded\"}}");
  }

  /** An analysis with these options that tells {@code consumer}. */
  public LogAnalysis(InputOptions options, EventConsumer consumer) {
    this(options, consumer, FileAnalysis.BLOCK);
  }

  /** As the other, reading so many bytes at a time. */
  LogAnalysis(InputOptions options, EventConsumer consumer, int block) {
    this(options, consumer, block, threads());
  }

  /** As the other, by so many threads. */
  LogAnalysis(InputOptions options, EventConsumer consumer, int block, int threads) {
    this.options = options;
    this.consumer = new SerialConsumer(consumer);
    this.block = block;
    this.threads = threads;
  }

  /** As many as the machine has, as far as the heap goes, of which each takes a part. */
  private static int threads() {
    Runtime machine = Runtime.getRuntime();
    long room = machine.maxMemory() / HEAP_OF_A_THREAD;
    return (int) Math.max(1, Math.min(Math.min(MOST_THREADS, room), machine.availableProcessors()));
  }

  /** Makes {@link #around} tell of streams, too, which are copied to temporary files for it. */
  public void keepStreams() {
    keepsStreams = true;
  }

  /**
   * Lines around an event; only while the consumer is told of it, and not of what is followed.
   *
   * @param count how many before it, and behind its first line
   */
  public NearLines around(AnalyzedEvent event, int count) {
    InputFile file = read;
    FileAnalysis reading = running;
    boolean placed = reading != null && reading.hasPlaces();
    if (file == null || !file.isRegular() || !placed) {
      return NearLines.NONE;
    }
    try {
      Surroundings near = surroundings == null ? new Surroundings(file) : surroundings;
      surroundings = near;
      return near.around(event.offset(), count);
    } catch (IOException toldWhenTheFileIsRead) {
      return NearLines.NONE;
    }
  }

  private void close(@Nullable Surroundings near) {
    surroundings = null;
    read = null;
    try {
      if (near != null) {
        near.close();
      }
    } catch (IOException nothingIsLost) {
      return;
    }
  }

  /**
   * Reads all of it; with {@link InputOptions#follow} it only returns after {@link #stop}.
   *
   * @param names files, folders, globs; {@code -}, or none at all, for standard input
   * @param stdin standard input
   */
  public void run(List<String> names, InputStream stdin) {
    List<InputFile> files = new InputFiles(options, consumer).find(names, stdin);
    consumer.begin(files.stream().map(InputFile::path).toList());
    Reading reading = new Reading(files);
    int at = 0;
    while (at < files.size() && !stopped) {
      int end = threads > 1 ? endOfSmall(files, at) : at;
      if (end > at + 1) {
        reading.several(files.subList(at, end));
        at = end;
      } else {
        reading.one(files.get(at), at == files.size() - 1);
        at++;
      }
    }
  }

  /** Behind the last of the files from there on that are too small for several threads. */
  private int endOfSmall(List<InputFile> files, int from) {
    int last = options.follow() ? files.size() - 1 : files.size();
    int end = from;
    while (end < last && files.get(end).isPlainBelow((long) FileAnalysis.MANY_BLOCKS * block)) {
      end++;
    }
    return end;
  }

  /** What is the same for all files. */
  private final class Reading implements FilesAtOnce.Teller {

    private final ErrorAnalyzer analyzer = ErrorAnalyzer.create(options.providers());
    private final KnownEvents known = new KnownEvents();
    private final Progress progress;

    Reading(List<InputFile> files) {
      progress = new Progress(consumer, files);
    }

    private FileAnalysis analysis(InputFile file, EventConsumer target, LongConsumer onRead) {
      EventClassifier classifier =
          new EventClassifier(analyzer, file.name(), options.contextKeys(), known);
      return new FileAnalysis(file, options, classifier, target, block, threads, onRead);
    }

    void one(InputFile asked, boolean last) {
      InputFile file = keepsStreams ? asked.kept() : asked;
      boolean followed = options.follow() && last;
      InputFile opened = followed ? file.followed(() -> stopped, consumer::idle) : file;
      FileAnalysis analysis = analysis(opened, consumer, progress::read);
      begin(opened, analysis);
      if (stopped) {
        analysis.stop();
      }
      end(file, analysis.run());
    }

    void several(List<InputFile> files) {
      FilesAtOnce all =
          new FilesAtOnce(files, (file, target) -> analysis(file, target, bytes -> {}), this);
      several = all;
      if (stopped) {
        all.stop();
      }
      all.run(threads);
      several = null;
    }

    @Override
    public void begin(InputFile file, FileAnalysis analysis) {
      running = analysis;
      read = file;
    }

    @Override
    public void event(AnalyzedEvent event) {
      consumer.event(event);
    }

    @Override
    public void end(InputFile file, FileFacts facts) {
      running = null;
      consumer.file(facts);
      progress.done(file.size());
      close(surroundings);
      file.forget();
    }
  }

  /** Ends a running {@link #run} soon, which then reports what it has read. From any thread. */
  public void stop() {
    stopped = true;
    FileAnalysis analysis = running;
    if (analysis != null) {
      analysis.stop();
    }
    FilesAtOnce all = several;
    if (all != null) {
      all.stop();
    }
  }
}

package dev.openaierrors.analyzer.input;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.formats.LogBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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
    if (file == null || !file.isRegular() || event.line() == 0) {
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
    ErrorAnalyzer analyzer = ErrorAnalyzer.create(options.providers());
    Progress progress = new Progress(consumer, files);
    for (int i = 0; i < files.size() && !stopped; i++) {
      InputFile file = keepsStreams ? files.get(i).kept() : files.get(i);
      boolean last = i == files.size() - 1;
      boolean followed = options.follow() && last;
      consumer.file(
          analyse(
              followed ? file.followed(() -> stopped, consumer::idle) : file, analyzer, progress));
      progress.done(file.size());
      close(surroundings);
      file.forget();
    }
  }

  private FileFacts analyse(InputFile file, ErrorAnalyzer analyzer, Progress progress) {
    FileAnalysis analysis =
        new FileAnalysis(file, options, analyzer, consumer, block, threads, progress::read);
    running = analysis;
    read = file;
    if (stopped) {
      analysis.stop();
    }
    FileFacts facts = analysis.run();
    running = null;
    return facts;
  }

  /** Ends a running {@link #run} soon, which then reports what it has read. From any thread. */
  public void stop() {
    stopped = true;
    FileAnalysis analysis = running;
    if (analysis != null) {
      analysis.stop();
    }
  }
}

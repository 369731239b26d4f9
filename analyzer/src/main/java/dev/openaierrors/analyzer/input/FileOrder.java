package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.LogTime;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts files in the order of their first events, and leaves out those that are another's copy. */
final class FileOrder {

  private final InputOptions options;
  private final EventConsumer consumer;

  FileOrder(InputOptions options, EventConsumer consumer) {
    this.options = options;
    this.consumer = consumer;
  }

  private record Dated(
      InputFile file, @Nullable Instant first, Instant written, @Nullable LogCopy begin) {}

  /** The files in order; copies are told to the consumer. */
  List<InputFile> of(List<InputFile> unordered) {
    List<InputFile> ordered = new ArrayList<>();
    if (unordered.size() == 1) {
      ordered.addAll(unordered);
      return ordered;
    }
    List<Dated> dated = new ArrayList<>();
    unordered.forEach(file -> dated.add(dated(file)));
    // Without a time in it, a file stands where it was written last.
    dated.sort(
        Comparator.comparing((Dated one) -> one.first() == null ? one.written() : one.first())
            .thenComparing(Dated::written));
    Map<LogCopy, LogCopy> known = new HashMap<>();
    for (Dated one : dated) {
      LogCopy begin = one.begin();
      LogCopy before = begin == null ? null : known.putIfAbsent(begin, begin);
      if (before == null || begin == null || !before.isSame(begin)) {
        ordered.add(one.file());
      } else {
        copied(one.file(), before.file());
      }
    }
    return ordered;
  }

  private void copied(InputFile copy, InputFile log) {
    String note = "It is the same log as " + log.name() + ", which is counted once.";
    consumer.file(new FileFacts(copy.name(), null, 0, 0, null, null, false, null, List.of(note)));
  }

  private Dated dated(InputFile file) {
    Instant written = Instant.EPOCH;
    try (ByteSource source = file.open()) {
      written = file.written();
      FileFormat format = FileFormat.of(source, null, options.format(), options.timeFormat());
      LogTime first = format.first();
      boolean dated = first != null && !first.isTimeOfDay();
      TimeResolver times = new TimeResolver(options.zone(), written, null);
      int length = Math.min(format.begin().length, Samples.SIZE);
      LogCopy begin =
          first == null ? null : new LogCopy(file, Arrays.copyOf(format.begin(), length));
      return new Dated(file, dated ? times.resolve(first, 0) : null, written, begin);
    } catch (IOException | RuntimeException | Error reportedWhenItIsRead) {
      return new Dated(file, null, written, null);
    }
  }
}

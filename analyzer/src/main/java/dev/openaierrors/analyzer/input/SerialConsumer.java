package dev.openaierrors.analyzer.input;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets one thread at a time through to a consumer. */
final class SerialConsumer implements EventConsumer {

  private final EventConsumer consumer;

  SerialConsumer(EventConsumer consumer) {
    this.consumer = consumer;
  }

  @Override
  public synchronized void begin(List<@Nullable Path> files) {
    consumer.begin(files);
  }

  @Override
  public synchronized void event(AnalyzedEvent event) {
    consumer.event(event);
  }

  @Override
  public synchronized void file(FileFacts facts) {
    consumer.file(facts);
  }

  @Override
  public synchronized void idle() {
    consumer.idle();
  }

  @Override
  public synchronized void progress(long done, long total) {
    consumer.progress(done, total);
  }
}

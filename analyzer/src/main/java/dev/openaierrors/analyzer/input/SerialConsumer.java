package dev.openaierrors.analyzer.input;

/** Lets one thread at a time through to a consumer. */
final class SerialConsumer implements EventConsumer {

  private final EventConsumer consumer;

  SerialConsumer(EventConsumer consumer) {
    this.consumer = consumer;
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
  public synchronized void progress(long done, long total) {
    consumer.progress(done, total);
  }
}

package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.DeliveryException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands alerts to a destination, which may be a class of the user's own and throw what it likes.
 */
final class Carrier {

  private final String name;
  private final AlertSink sink;
  private final Consumer<String> status;

  Carrier(String name, AlertSink sink, Consumer<String> status) {
    this.name = name;
    this.sink = sink;
    this.status = status;
  }

  /** Tries once; returns why it failed, or null. */
  @Nullable DeliveryException attempt(Alert alert) {
    try {
      sink.send(alert);
      return null;
    } catch (DeliveryException failure) {
      return failure;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new DeliveryException("interrupted", true, null);
    } catch (Throwable failure) {
      // Its message may hold a secret.
      return new DeliveryException(
          failure.getClass().getName() + " was thrown by the destination", true, null);
    }
  }

  /** Gives back what the destination holds. */
  void close() {
    try {
      sink.close();
    } catch (RuntimeException failure) {
      status.accept(
          "openai-errors: %s: failed to close: %s".formatted(name, failure.getClass().getName()));
    }
  }
}

package dev.openaierrors.delivery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A client of the JDK and how it ends, where the JDK knows how. Known from its beginning: when an
 * application is gone, no class of it can be loaded any more.
 */
final class ClientEnd {

  private final HttpClient client;
  private final @Nullable Method shutdown;

  ClientEnd(HttpClient client) {
    this.client = client;
    this.shutdown = shutdown();
  }

  private static @Nullable Method shutdown() {
    try {
      // Since 21. The plain close() waits for the request.
      return HttpClient.class.getMethod("shutdownNow");
    } catch (NoSuchMethodException olderThan21) {
      // Its thread ends within seconds after the client was collected.
      return null;
    }
  }

  HttpClient client() {
    return client;
  }

  /** Ends it at once, without waiting for a request on its way. */
  void end() {
    if (shutdown == null) {
      return;
    }
    try {
      shutdown.invoke(client);
    } catch (IllegalAccessException | InvocationTargetException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }
}

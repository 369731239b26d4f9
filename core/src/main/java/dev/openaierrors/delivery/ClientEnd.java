package dev.openaierrors.delivery;

import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/** Ends the JDK's HTTP client, where the JDK knows how. */
final class ClientEnd {

  private ClientEnd() {}

  /** At once, without waiting for a request on its way. */
  static void of(@Nullable HttpClient client) {
    if (client == null) {
      return;
    }
    try {
      // Since 21. The plain close() waits for the request.
      HttpClient.class.getMethod("shutdownNow").invoke(client);
    } catch (NoSuchMethodException olderThan21) {
      // Its thread ends within seconds after the client was collected.
      return;
    } catch (IllegalAccessException | InvocationTargetException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }
}

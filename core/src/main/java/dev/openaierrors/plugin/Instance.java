package dev.openaierrors.plugin;

import org.jspecify.annotations.Nullable;

/** Which of a service's instances this is. */
final class Instance {

  /** Host or pod; null if the environment does not tell. Asking the network might take long. */
  static final @Nullable String NAME = name();

  private Instance() {}

  private static @Nullable String name() {
    try {
      String host = System.getenv("HOSTNAME");
      return host == null ? System.getenv("COMPUTERNAME") : host;
    } catch (SecurityException notAllowed) {
      return null;
    }
  }
}

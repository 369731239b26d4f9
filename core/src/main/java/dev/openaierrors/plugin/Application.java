package dev.openaierrors.plugin;

/** Of which application the library is a part. */
final class Application {

  private Application() {}

  /**
   * Whether it was stopped without a word to its logging framework, as happens in a servlet
   * container where nothing listens for that. Its class loader loads nothing any more then, which
   * Tomcat's tells by such a cause, and an open incident must not keep all of it for hours.
   */
  static boolean isGone() {
    ClassLoader loader = Application.class.getClassLoader();
    try {
      return loader != null && loader.loadClass(Application.class.getName()) == null;
    } catch (ClassNotFoundException failure) {
      // Without this cause in a native image, where classes are not found by their names.
      return failure.getCause() instanceof IllegalStateException;
    }
  }
}

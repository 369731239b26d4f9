package dev.openaierrors.plugin;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A web application that brings its own logging framework and our plugin is deployed, alerts, and
 * is taken away again, as in a servlet container.
 */
public final class Redeployment {

  // On JDK 25 something of the JDK still knows the loader minutes after the last thread is gone; on
  // 17 nothing does. Not understood yet, so only the threads are looked at there.
  private static final boolean LOADER_GOES = Runtime.version().feature() < 25;

  private Redeployment() {}

  /**
   * Asserts that no thread and no class is left of it, and that its alerts arrived.
   *
   * @param application name of a {@code Consumer<String>} with a public constructor without
   *     parameters: is told the URL of a webhook, starts, logs a failure, waits for the alert, and
   *     stops
   */
  public static void assertLeavesNothing(String application) throws Exception {
    assertLeavesNothing(application, "firing", "stopped");
  }

  /**
   * As above, of an application that nobody stops, as in a container without what ends its logging;
   * then only what our plugin alone would keep may not stay.
   *
   * @param posts what has to arrive at the webhook; nothing for an application without a failure
   */
  public static void assertLeavesNothing(String application, String... posts) throws Exception {
    Queue<String> posted = new ConcurrentLinkedQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
      Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
      WeakReference<ClassLoader> loader = run(application, url);
      for (String post : posts) {
        assertThat(posted).anyMatch(body -> body.contains(post));
      }
      await("all of the application to be gone")
          .untilAsserted(
              () -> {
                System.gc();
                assertThat(newThreads(before)).isEmpty();
                if (LOADER_GOES) {
                  assertThat(loader.get()).isNull();
                }
              });
    } finally {
      server.stop(0);
    }
  }

  /** Waits until time changes nothing for the alerts of the appender {@code OPENAI}. */
  public static void awaitRest(AlertServices services) {
    await("the alerts to be at rest").until(() -> services.isAtRest("OPENAI"));
  }

  /** Waits until each destination of the appender {@code OPENAI} was told something. */
  public static void awaitDelivery(AlertServices services) {
    await("a delivery to each destination")
        .until(
            () -> services.destinations("OPENAI").stream().allMatch(counts -> counts.sent() > 0));
  }

  private static Set<Thread> newThreads(Set<Thread> before) {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeAll(before);
    // Of the JVM and of the test's own server.
    threads.removeIf(
        thread ->
            !thread.isAlive()
                || thread.getThreadGroup() == null
                || thread.getThreadGroup().getName().equals("system")
                // Shared by the whole JVM; newer JDKs time their futures there.
                || thread.getName().startsWith("ForkJoinPool.commonPool")
                || thread.getName().startsWith("HTTP-Dispatcher")
                || thread.getName().startsWith("awaitility"));
    return threads;
  }

  /** In a thread of its own, which is gone afterwards with all that it remembers. */
  private static WeakReference<ClassLoader> run(String application, String url) throws Exception {
    AtomicReference<@Nullable WeakReference<ClassLoader>> loader = new AtomicReference<>();
    AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
    Thread container =
        new Thread(
            () -> {
              try {
                loader.set(deploy(application, url));
              } catch (Throwable failure) {
                failed.set(failure);
              }
            });
    container.start();
    container.join();
    assertThat(failed.get()).isNull();
    return Objects.requireNonNull(loader.get());
  }

  private static WeakReference<ClassLoader> deploy(String application, String url)
      throws Exception {
    try (Container loader = new Container(classPath())) {
      Thread.currentThread().setContextClassLoader(loader);
      @SuppressWarnings("unchecked")
      Consumer<String> app =
          (Consumer<String>) loader.loadClass(application).getDeclaredConstructor().newInstance();
      app.accept(url);
      return new WeakReference<>(loader);
    }
  }

  private static URL[] classPath() throws Exception {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    URL[] urls = new URL[entries.length];
    for (int i = 0; i < entries.length; i++) {
      urls[i] = new File(entries[i]).toURI().toURL();
    }
    return urls;
  }

  /** Loads nothing any more once the application is taken away, and says so as Tomcat does. */
  private static final class Container extends URLClassLoader {

    private volatile boolean stopped;

    Container(URL[] classPath) {
      super(classPath, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (stopped) {
        String why = "stopped, could not load " + name;
        throw new ClassNotFoundException(why, new IllegalStateException(why));
      }
      return super.loadClass(name, resolve);
    }

    @Override
    public void close() throws IOException {
      stopped = true;
      super.close();
    }
  }
}

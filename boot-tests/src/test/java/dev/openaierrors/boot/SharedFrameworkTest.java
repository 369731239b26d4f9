package dev.openaierrors.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.openaierrors.webapp.ChatServlet;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A Tomcat whose applications share the logging framework, with our appender beside it in the
 * parent class loader: each application's errors have their fields, and one that is taken away
 * leaves nothing of itself behind.
 */
class SharedFrameworkTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  @ParameterizedTest
  @EnumSource
  void theErrorsOfEachAreEnrichedAndNoneIsHeld(Framework framework) throws Exception {
    try (Service shared =
        Service.starting(framework).with("--openai.errors.alert.quota.when=first").start()) {
      deployAgainAndAgain(shared, Map.of(ChatServlet.FRAMEWORK, framework.name()));
    }
  }

  /** Log4j2 itself is shared, and each application brings a configuration with our appender. */
  @Test
  void aConfigurationOfTheApplicationsOwnIsHeldByNobody() throws Exception {
    Path configuration =
        Files.writeString(
            folder.resolve("log4j2.xml"),
            """
            <Configuration>
              <Appenders>
                <Console name="Console" follow="true">
                  <PatternLayout
                      pattern="[%X{openai.error.kind} retryable=%X{openai.error.retryable}] %c %m%n"/>
                </Console>
                <OpenAiErrors name="OPENAI">
                  <Alert name="quota" when="first"/>
                  <AppenderRef ref="Console"/>
                </OpenAiErrors>
              </Appenders>
              <Loggers><Root level="INFO"><AppenderRef ref="OPENAI"/></Root></Loggers>
            </Configuration>
            """);
    // The server's own log, which the applications do not write to.
    try (Service shared =
        Service.starting(Framework.LOG4J2).with("--openai.errors.enabled=false").start()) {
      deployAgainAndAgain(
          shared,
          Map.of(
              ChatServlet.FRAMEWORK, Framework.LOG4J2.name(),
              ChatServlet.CONFIGURATION, configuration.toUri().toString()));
      assertThat(shared.lines()).filteredOn(line -> line.contains("[STOPPED]")).hasSize(3);
    }
  }

  private void deployAgainAndAgain(Service shared, Map<String, String> parameters)
      throws Exception {
    Tomcat tomcat = new Tomcat();
    try {
      tomcat.setBaseDir(folder.toString());
      tomcat.setPort(0);
      tomcat.getConnector();
      deploy(tomcat, "/two", parameters);
      tomcat.start();
      for (int i = 0; i < 2; i++) {
        WeakReference<ClassLoader> loader = deployAndTakeAway(tomcat, shared, parameters, i);
        await()
            .atMost(SOON)
            .until(
                () -> {
                  System.gc();
                  return loader.get() == null;
                });
        // The other one goes on.
        call(tomcat, "/two");
        assertThat(enriched(shared, "/two")).isEqualTo(i + 1);
      }
    } finally {
      tomcat.stop();
      tomcat.destroy();
    }
  }

  private WeakReference<ClassLoader> deployAndTakeAway(
      Tomcat tomcat, Service shared, Map<String, String> parameters, int before) throws Exception {
    Context one = deploy(tomcat, "/one", parameters);
    WeakReference<ClassLoader> loader = new WeakReference<>(one.getLoader().getClassLoader());
    assertThat(loader.get()).isNotSameAs(getClass().getClassLoader());
    call(tomcat, "/one");
    assertThat(enriched(shared, "/one")).isEqualTo(before + 1);
    // An incident is open, and the alert was told.
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(shared.lines()).anyMatch(line -> line.contains("[FIRING]")));
    tomcat.getHost().removeChild(one);
    one.destroy();
    return loader;
  }

  private static long enriched(Service shared, String application) {
    return shared.lines().stream()
        .filter(line -> line.contains(application + " failed"))
        .filter(line -> line.contains("[insufficient_quota retryable=false]"))
        .count();
  }

  /** With classes of its own, as from a WAR. */
  private Context deploy(Tomcat tomcat, String path, Map<String, String> parameters)
      throws IOException, LifecycleException {
    Path root = Files.createDirectories(folder.resolve("webapps" + path));
    Path classes = root.resolve("WEB-INF/classes/dev/openaierrors/webapp");
    Files.createDirectories(classes);
    for (Class<?> type : new Class<?>[] {ChatServlet.class, ChatServlet.ChatException.class}) {
      String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
      try (InputStream file = Objects.requireNonNull(type.getResourceAsStream(name))) {
        Files.write(classes.resolve(name), file.readAllBytes());
      }
    }
    Context context = tomcat.addContext(path, root.toString());
    Wrapper servlet = Tomcat.addServlet(context, "chat", ChatServlet.class.getName());
    parameters.forEach(servlet::addInitParameter);
    servlet.addMapping("/chat");
    return context;
  }

  private void call(Tomcat tomcat, String path) throws Exception {
    int port = tomcat.getConnector().getLocalPort();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + "/chat")).build();
    client.send(request, BodyHandlers.discarding());
  }
}

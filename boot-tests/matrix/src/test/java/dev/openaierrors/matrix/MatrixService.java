package dev.openaierrors.matrix;

import dev.openaierrors.alert.AlertListener;
import dev.openaierrors.alert.AlertListeners;
import dev.openaierrors.alert.ErrorGroup;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** What a test starts: logs what it is to be looked at for, and waits to be ended. */
@EnableAutoConfiguration
public class MatrixService {

  /** Without the word for its kind, so that this is in a line only where it is enriched. */
  static final String QUOTA =
      "429 You exceeded your current quota, please check your plan and billing details. (from"
          + " https://api.openai.com/v1)";

  /** How many events it logs, every third of which is about OpenAI. */
  static final int EVENTS = 12;

  /** For Spring. */
  public MatrixService() {}

  /** With properties as arguments. */
  public static void main(String[] arguments) throws Exception {
    SpringApplication application = new SpringApplication(MatrixService.class);
    application.addListeners(new First());
    ConfigurableApplicationContext context = application.run(arguments);
    String run = System.getProperty("matrix.run", "a");
    if (run.equals("a")) {
      AlertListeners.add(new Counts());
    }
    logAll(run);
    Environment environment = context.getEnvironment();
    String path = environment.getProperty("matrix.path");
    if (path != null) {
      ask("http://127.0.0.1:" + environment.getProperty("local.server.port") + path);
    }
    if (run.equals("a") && environment.getProperty("matrix.restart", Boolean.class, false)) {
      System.setProperty("matrix.run", "b");
      Restart.now();
      return;
    }
    Thread.currentThread().join();
  }

  private static void logAll(String run) {
    Logger log = LoggerFactory.getLogger("com.acme.Chat");
    for (int i = 0; i < EVENTS; i++) {
      log.error("<{}{}> {}", run, i, i % 3 == 0 ? QUOTA : "Card declined, 402");
    }
  }

  private static void ask(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
  }

  /** What OpenAI says, as the service's own failure. */
  static RuntimeException refused(String place) {
    return new IllegalStateException("in " + place + ": " + QUOTA);
  }

  /** Logs as soon as the starter may have done its work. */
  private static final class First
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
      return LoggingApplicationListener.DEFAULT_ORDER + 3;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
      LoggerFactory.getLogger("com.acme.Chat").error("First {}", QUOTA);
    }
  }

  /** Prints what was counted. */
  private static final class Counts implements AlertListener {

    @Override
    public void errors(ErrorGroup group, long failures, long repeats) {
      System.out.println("COUNTED " + group.kind().id() + " " + failures + " " + repeats);
    }
  }

  /** In a class of its own, since few services have the developers' tools. */
  private static final class Restart {

    static void now() {
      org.springframework.boot.devtools.restart.Restarter.getInstance().restart();
    }
  }
}

package dev.openaierrors.boot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** A service of Spring Boot that was started with a configuration of its logging framework. */
final class Service implements AutoCloseable {

  private static final String SYSTEM = LoggingSystem.SYSTEM_PROPERTY;

  private final Framework framework;
  private final ConfigurableApplicationContext context;
  private final PrintStream before;
  private final ByteArrayOutputStream printed;

  private Service(
      Framework framework,
      ConfigurableApplicationContext context,
      PrintStream before,
      ByteArrayOutputStream printed) {
    this.framework = framework;
    this.context = context;
    this.before = before;
    this.printed = printed;
  }

  /**
   * Starts it, as {@code main} would, without the starter; fails where Spring Boot refuses to.
   *
   * @param configuration of the logging framework
   */
  static Service start(Framework framework, Path folder, String configuration, String... properties)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(properties));
    all.add("--openai.errors.enabled=false");
    return starting(framework)
        .configuredBy(folder, configuration)
        .with(all.toArray(String[]::new))
        .start();
  }

  /** One with the starter, that is still to be started. */
  static Starting starting(Framework framework) {
    return new Starting(framework);
  }

  /** What is known of a service before it is started. */
  static final class Starting {

    private final Framework framework;
    private final List<String> arguments = new ArrayList<>();
    private final SpringApplicationBuilder application =
        new SpringApplicationBuilder(NoBeans.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .registerShutdownHook(false);

    Starting(Framework framework) {
      this.framework = framework;
    }

    /** With this configuration of the logging framework, in a file of this folder. */
    Starting configuredBy(Path folder, String configuration) throws IOException {
      // Log4j keeps the stream of a console appender that it knows, unless told to follow.
      String followed = configuration.replace("<Console ", "<Console follow=\"true\" ");
      Path file = Files.writeString(folder.resolve(framework.fileName()), followed);
      return with("--logging.config=" + file.toUri());
    }

    /** With these properties, as {@code --name=value}. */
    Starting with(String... properties) {
      arguments.addAll(List.of(properties));
      return this;
    }

    Starting listenedBy(ApplicationListener<?> listener) {
      application.listeners(listener);
      return this;
    }

    Service start() {
      PrintStream before = System.out;
      ByteArrayOutputStream printed = new ByteArrayOutputStream();
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setProperty(SYSTEM, framework.loggingSystem());
      framework.forgetStatuses();
      try {
        return new Service(
            framework, application.run(arguments.toArray(String[]::new)), before, printed);
      } catch (Throwable refused) {
        System.setOut(before);
        forget();
        throw refused;
      }
    }
  }

  /** A service without beans. */
  static class NoBeans {}

  /** What it printed so far, line by line. */
  List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  ConfigurableApplicationContext context() {
    return context;
  }

  /** The JVM ends. */
  void shutDown() {
    context.close();
    Runnable handler = LoggingSystem.get(Service.class.getClassLoader()).getShutdownHandler();
    if (handler != null) {
      handler.run();
    }
  }

  @Override
  public void close() {
    context.close();
    LoggingSystem.get(Service.class.getClassLoader()).cleanUp();
    framework.forgetConfiguration();
    System.setOut(before);
    forget();
  }

  /** What Spring Boot leaves behind, for the services after this one. */
  private static void forget() {
    System.clearProperty(SYSTEM);
    for (LoggingSystemProperty property : LoggingSystemProperty.values()) {
      System.clearProperty(property.getEnvironmentVariableName());
    }
  }
}

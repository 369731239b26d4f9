package dev.openaierrors.boot;

import java.io.ByteArrayOutputStream;
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
import org.springframework.context.ConfigurableApplicationContext;

/** A service of Spring Boot that was started with a configuration of its logging framework. */
final class Service implements AutoCloseable {

  private static final String SYSTEM = LoggingSystem.SYSTEM_PROPERTY;

  private final ConfigurableApplicationContext context;
  private final PrintStream before;
  private final ByteArrayOutputStream printed;

  private Service(
      ConfigurableApplicationContext context, PrintStream before, ByteArrayOutputStream printed) {
    this.context = context;
    this.before = before;
    this.printed = printed;
  }

  /** Starts it, as {@code main} would; fails where Spring Boot refuses to. */
  static Service start(Framework framework, Path folder, String configuration, String... properties)
      throws Exception {
    // Log4j keeps the stream of a console appender that it knows, unless told to follow.
    String followed = configuration.replace("<Console ", "<Console follow=\"true\" ");
    Path file = Files.writeString(folder.resolve(framework.fileName()), followed);
    List<String> arguments = new ArrayList<>(List.of(properties));
    arguments.add("--logging.config=" + file.toUri());
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setProperty(SYSTEM, framework.loggingSystem());
    try {
      ConfigurableApplicationContext context =
          new SpringApplicationBuilder(NoBeans.class)
              .web(WebApplicationType.NONE)
              .bannerMode(Banner.Mode.OFF)
              .registerShutdownHook(false)
              .run(arguments.toArray(String[]::new));
      return new Service(context, before, printed);
    } catch (Throwable refused) {
      System.setOut(before);
      System.clearProperty(SYSTEM);
      throw refused;
    }
  }

  /** A service without beans. */
  static class NoBeans {}

  /** What it printed so far, line by line. */
  List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Override
  public void close() {
    context.close();
    LoggingSystem.get(Service.class.getClassLoader()).cleanUp();
    System.setOut(before);
    System.clearProperty(SYSTEM);
  }
}

package dev.openaierrors.analyzer.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every log format and every wrapping that is known. A new one is a class and a line here. */
public final class LogFormats {

  /** Whose events are lines of text; where two fit, the earlier one is meant. */
  static final List<LogFormat> TEXT =
      List.of(
          new SpringBootFormat(),
          new JBossFormat(),
          new LogbackBasicFormat(),
          new LogbackPatternFormat(),
          new HelidonFormat(),
          new Log4jPatternFormat(),
          new Log4jDefaultFormat(),
          new DropwizardFormat(),
          new JulFormat(),
          new TomcatFormat(),
          new Slf4jSimpleFormat(),
          new DatedFormat());

  /** Whose events are JSON objects; the last fits all. */
  static final List<JsonFormat> JSON =
      List.of(
          new GelfFormat(),
          new Log4jJsonFormat(),
          new LogbackJsonFormat(),
          new QuarkusJsonFormat(),
          new Log4jLogstashFormat(),
          new LogstashFormat(),
          new EcsNestedFormat(),
          new EcsFormat(),
          new GcpFormat(),
          new OtherJsonFormat());

  /** JSON between lines of text, where answers of servers stand, too. */
  static final LogFormat STRAY_JSON = new StrayJsonFormat();

  /** What fits where nothing else does. */
  static final LogFormat PLAIN = new PlainFormat();

  /** What stands around each line. */
  static final List<Wrapping> WRAPPINGS =
      List.of(
          new DockerWrapping(),
          new CriWrapping(),
          new KubectlWrapping(),
          new ComposeWrapping(),
          new SyslogWrapping(),
          new OldSyslogWrapping(),
          new JournalIsoWrapping(),
          new JournalJsonWrapping());

  private LogFormats() {}

  /** Any JSON format: where events begin is the same for all. */
  static LogFormat json() {
    return JSON.get(JSON.size() - 1);
  }

  static JsonFormat jsonFormatOf(JsonNode line) {
    for (JsonFormat format : JSON) {
      if (format.fits(line)) {
        return format;
      }
    }
    throw new IllegalStateException("the last format fits all");
  }

  /** The ids by which a format can be asked for. */
  public static List<String> ids() {
    List<String> ids = new ArrayList<>();
    Stream.concat(TEXT.stream(), JSON.stream()).forEach(format -> ids.add(format.id()));
    ids.add(PLAIN.id());
    WRAPPINGS.forEach(wrapping -> ids.add(wrapping.id()));
    return List.copyOf(ids);
  }

  static @Nullable LogFormat byId(String id) {
    return Stream.of(TEXT.stream(), JSON.stream(), Stream.of(PLAIN))
        .flatMap(formats -> formats)
        .filter(format -> format.id().equals(id))
        .findFirst()
        .orElse(null);
  }
}

package dev.openaierrors.formats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every format of text and every wrapping that is known. A new one is a class and a line here; what
 * writes JSON is a row of {@link JsonDialects}.
 */
final class LogFormats {

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
          new WebSphereFormat(),
          new WebLogicFormat(),
          new GlassFishFormat(),
          new KlogFormat(),
          new LogfmtFormat(),
          new DotnetFormat(),
          new PythonFormat(),
          new TinylogFormat(),
          new DatedFormat());

  /** Those that have a layout of their own; that of others is found out. */
  static final List<LogFormat> KNOWN =
      TEXT.stream().filter(format -> !(format instanceof DatedFormat)).toList();

  /** What fits where nothing else does. */
  static final LogFormat PLAIN = new PlainFormat();

  /** What may stand between the events of any other. */
  static final LogFormat CRASH = new CrashFormat();

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
          new JournalJsonWrapping(),
          new JsonTextWrapping());

  private LogFormats() {}

  /** The ids by which a format can be asked for. */
  static List<String> ids() {
    List<String> ids = new ArrayList<>();
    TEXT.forEach(format -> ids.add(format.id()));
    JsonDialects.ALL.forEach(dialect -> ids.add(dialect.id()));
    ids.add(PLAIN.id());
    WRAPPINGS.forEach(wrapping -> ids.add(wrapping.id()));
    return List.copyOf(ids);
  }

  static @Nullable LogFormat byId(String id) {
    for (LogFormat format : TEXT) {
      if (format.id().equals(id)) {
        return format;
      }
    }
    for (JsonDialect dialect : JsonDialects.ALL) {
      if (dialect.id().equals(id)) {
        return JsonFormat.of(dialect);
      }
    }
    return PLAIN.id().equals(id) ? PLAIN : null;
  }
}

package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.input.Formats;
import dev.openaierrors.analyzer.input.InputOptions;
import dev.openaierrors.error.Provider;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say how logs are read, and which part of them. */
final class ReadingOptions {

  final OptionSpec recursive =
      Commands.flag("--recursive")
          .description("Reads the logs in the folders of a folder, too, up to 20 deep.")
          .build();
  final OptionSpec since =
      Commands.option(String.class, "TIME", "--since")
          .description(
              "Leaves out what was before: -3h, 10:00, yesterday, 2026-05-04T10:00, \u2026")
          .build();
  final OptionSpec until =
      Commands.option(String.class, "TIME", "--until")
          .description("Leaves out what was then or later.")
          .build();
  final OptionSpec zone =
      Commands.option(String.class, "ZONE", "--zone")
          .description(
              "Zone of times that name none, and of the report: UTC, Europe/Berlin, \u2026")
          .build();
  final OptionSpec timeFormat =
      Commands.option(String.class, "PATTERN", "--time-format")
          .description("How times are written, where none are found: dd.MM.yyyy HH:mm:ss,SSS.")
          .build();
  final OptionSpec providers =
      Commands.list("NAME", "--providers")
          .description("Only errors of these: openai, azure, compatible, unknown.")
          .build();
  final OptionSpec follow =
      Commands.flag("--follow").description("Goes on with what is appended, until Ctrl-C.").build();
  final OptionSpec inputFormat =
      Commands.option(String.class, "ID", "--input-format")
          .description("Takes every file for this format instead of recognising it.")
          .build();

  /** Whether to go on with what is appended. */
  boolean follows() {
    return Boolean.TRUE.equals(follow.getValue());
  }

  /**
   * The zone that was asked for, or else the system's.
   *
   * @throws UsageError if it is none
   */
  ZoneId zone(Environment environment) {
    String given = zone.getValue();
    if (given == null) {
      return environment.clock().getZone();
    }
    try {
      return ZoneId.of(given);
    } catch (DateTimeException e) {
      throw new UsageError(
          "--zone: '"
              + given
              + "' is no time zone; write for instance UTC, Europe/Berlin or +02:00");
    }
  }

  /**
   * What all of them say together.
   *
   * @throws UsageError if a value is wrong
   */
  InputOptions options(Environment environment, ZoneId chosenZone) {
    Times times = new Times(environment.clock(), chosenZone);
    String sinceWhen = since.getValue();
    String untilWhen = until.getValue();
    Instant from = sinceWhen == null ? null : times.parse("--since", sinceWhen);
    Instant to = untilWhen == null ? null : times.parse("--until", untilWhen);
    if (from != null && to != null && !from.isBefore(to)) {
      throw new UsageError(
          "--since: '" + sinceWhen + "' is not before --until '" + untilWhen + "'");
    }
    return new InputOptions(chosenZone, from, to, follows(), format(), providers())
        .withTimeFormat(Times.pattern(timeFormat.getValue()))
        .recursive(Boolean.TRUE.equals(recursive.getValue()));
  }

  /** The same of all of a log, whatever time is asked for, and only as far as it goes now. */
  InputOptions wholeOptions(Environment environment, ZoneId chosenZone) {
    InputOptions own = options(environment, chosenZone);
    return new InputOptions(chosenZone, null, null, false, own.format(), own.providers())
        .withTimeFormat(own.timeFormat())
        .recursive(own.recursive());
  }

  private @Nullable String format() {
    String only = inputFormat.getValue();
    if (only != null && !Formats.ids().contains(only)) {
      throw new UsageError(
          "--input-format: '"
              + only
              + "' is no format; there are "
              + String.join(", ", Formats.ids()));
    }
    return only;
  }

  private Set<Provider> providers() {
    List<String> ids = providers.getValue();
    if (ids == null || ids.isEmpty()) {
      return Set.of(Provider.values());
    }
    Set<Provider> chosen = EnumSet.noneOf(Provider.class);
    for (String id : ids) {
      Provider provider = Provider.fromId(id.strip().toLowerCase(Locale.ROOT));
      if (provider == null) {
        throw new UsageError(
            "--providers: '" + id + "' is none; there are openai, azure, compatible, unknown");
      }
      chosen.add(provider);
    }
    return chosen;
  }
}

package dev.openaierrors.analyzer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that say which events count, and whether they are listed one by one. */
final class EventOptions {

  /** Lines around an event, at most. */
  private static final int MOST_LINES = 100;

  private final OptionSpec list =
      Commands.flag("--list")
          .description(
              "Lists the events instead of a report: time, place, kind, model, logger, request id,"
                  + " message. --format text, json (an object a line) or csv.")
          .build();
  private final OptionSpec around =
      Commands.option(Integer.class, "N", "-C", "--context")
          .description("Shows so many lines of the log before and behind each event of --list.")
          .build();
  private final OptionSpec kinds =
      Commands.list("KIND", "--kind").description("Only errors of these kinds.").build();
  private final OptionSpec models =
      Commands.list("NAME", "--model")
          .description("Only errors of these models; * stands for any letters.")
          .build();
  private final OptionSpec loggers =
      Commands.list("NAME", "--logger")
          .description(
              "Only events of these loggers: the whole name, its begin or end at a dot, or with"
                  + " *.")
          .build();
  private final OptionSpec level =
      Commands.option(String.class, "LEVEL", "--level")
          .description("Only events of this level or above: INFO, WARN, ERROR.")
          .build();
  private final OptionSpec services =
      Commands.list("NAME", "--service")
          .description("Only events of these services, containers or pods.")
          .build();

  ArgSpec[] all() {
    return new ArgSpec[] {list, around, kinds, models, loggers, level, services};
  }

  boolean isList() {
    return Boolean.TRUE.equals(list.getValue());
  }

  /**
   * Lines wanted around each event.
   *
   * @throws UsageError if they cannot be had
   */
  int linesAround(boolean follows) {
    Integer lines = around.getValue();
    if (lines == null) {
      return 0;
    }
    if (!isList()) {
      throw new UsageError("-C: lines around an event are shown in a list; add --list");
    }
    if (lines < 0 || lines > MOST_LINES) {
      throw new UsageError("-C: " + lines + " is not between 0 and " + MOST_LINES);
    }
    if (follows && lines > 0) {
      throw new UsageError("-C: not with --follow, which shows an event before what follows it");
    }
    return lines;
  }

  EventFilter filter() {
    return EventFilter.of(
        given(services), given(kinds), given(models), given(loggers), level.getValue());
  }

  private static List<String> given(ArgSpec argument) {
    @Nullable List<String> given = argument.getValue();
    return given == null ? List.of() : new ArrayList<>(given);
  }
}

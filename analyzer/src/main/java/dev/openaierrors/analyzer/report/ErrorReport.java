package dev.openaierrors.analyzer.report;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.analyzer.input.FileFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was found in some logs.
 *
 * @param zone in which times are shown
 * @param interrupted whether the reading was ended before the end
 * @param events log events that carry an OpenAI error
 * @param failures failed requests, told by one event or by several
 * @param untimed those of the events that have no time
 * @param first time of the first event; null if none has a time
 * @param last time of the last event; null if none has a time
 * @param kinds what was found of each kind, most first
 * @param episodes the largest episodes, in order of time
 * @param episodesLeftOut how many smaller ones there are
 * @param timeline how many errors came when
 * @param services services, containers or pods
 * @param files what was read; of very many, those that could be read are not all here
 * @param totals of all files
 * @param rules where the alert rules come from; null for the default rules
 * @param alerts what the rules would have told, in order of time
 * @param alertsLeftOut how many further ones there are
 * @param alertsByService whether the logs are of several services, of which each alerts by itself
 */
public record ErrorReport(
    ZoneId zone,
    boolean interrupted,
    long events,
    long failures,
    long untimed,
    @Nullable Instant first,
    @Nullable Instant last,
    List<KindReport> kinds,
    List<Episode> episodes,
    long episodesLeftOut,
    Timeline timeline,
    Facet services,
    List<FileFacts> files,
    Totals totals,
    @Nullable String rules,
    List<Alert> alerts,
    long alertsLeftOut,
    boolean alertsByService) {

  /** Copies the lists. */
  public ErrorReport {
    kinds = List.copyOf(kinds);
    episodes = List.copyOf(episodes);
    files = List.copyOf(files);
    alerts = List.copyOf(alerts);
  }

  /** Events that no retry can cure. */
  public long notRetryable() {
    return kinds.stream().mapToLong(kind -> kind.events() - kind.retryableEvents()).sum();
  }

  /** Whether there are errors and none has a time: of none it is known when it was. */
  public boolean isTimeless() {
    return events > 0 && untimed == events;
  }

  /** Whether some file, or a part of one, could not be read. */
  public boolean incomplete() {
    return totals.failed() > 0;
  }

  /** Whether there were files, and nothing of any could be read. */
  public boolean nothingWasRead() {
    return totals.failed() > 0 && totals.failed() == totals.files() && totals.bytes() == 0;
  }
}

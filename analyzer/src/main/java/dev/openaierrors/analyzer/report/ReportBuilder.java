package dev.openaierrors.analyzer.report;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.input.FileFacts;
import dev.openaierrors.analyzer.report.Callers.Relation;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.Printable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts events as they come; what it keeps does not grow with their number. */
public final class ReportBuilder {

  /** The most episodes of a report. */
  public static final int MOST_EPISODES = 50;

  private static final int TOP_SERVICES = 20;
  private static final int MOST_FILES = 1000;

  private final Map<ErrorKind, KindTally> tallies = new EnumMap<>(ErrorKind.class);
  private final Activity activity = new Activity();
  private final TimelineBuilder timeline = new TimelineBuilder();
  private final Callers callers = new Callers();
  private final Names names = new Names();
  private final TopNames services = new TopNames();
  private final List<FileFacts> files = new ArrayList<>();
  private Totals totals = Totals.NONE;
  private long untimed;

  /** Counts an event. */
  public void add(AnalyzedEvent event) {
    ErrorKind kind = event.error().kind();
    Relation relation = callers.relation(event);
    boolean repeat = relation == Relation.REPEAT;
    String service = names.clean(event.service());
    services.add(service);
    KindTally tally = tallies.computeIfAbsent(kind, KindTally::new);
    tally.add(event, repeat, names.clean(event.logger()), service);
    Instant time = event.time();
    if (time == null) {
      untimed++;
      return;
    }
    long millis = time.toEpochMilli();
    activity.add(kind, millis, repeat);
    timeline.add(kind, millis);
    Instant before = callers.failedBefore();
    if (before != null) {
      activity.retriedInVain(kind, before.toEpochMilli());
      tally.retriedInVain(millis - before.toEpochMilli());
    }
  }

  /** Takes note of a file; of very many, those without trouble are left out. */
  public void add(FileFacts facts) {
    totals = totals.and(facts.bytes(), facts.failure() != null);
    boolean room = files.size() < MOST_FILES;
    if (room || (facts.failure() != null && files.size() < 10 * MOST_FILES)) {
      files.add(shown(facts));
    }
  }

  private static FileFacts shown(FileFacts facts) {
    return new FileFacts(
        Printable.of(facts.name()),
        Printable.orNull(facts.format()),
        facts.bytes(),
        facts.events(),
        facts.found(),
        facts.first(),
        facts.last(),
        facts.zoneAssumed(),
        Printable.orNull(facts.failure()),
        facts.warnings().stream().map(Printable::of).toList());
  }

  /** Events so far. */
  public long events() {
    return tallies.values().stream().mapToLong(KindTally::events).sum();
  }

  /**
   * The report of what came so far.
   *
   * @param zone in which times are shown
   * @param interrupted whether the reading was ended before the end
   * @param replay what alert rules say of it
   */
  public ErrorReport build(ZoneId zone, boolean interrupted, ReplayReport replay) {
    List<KindReport> kinds = kinds();
    List<Episode> episodes = episodes();
    List<Episode> largest =
        episodes.stream()
            .sorted(Comparator.comparingLong(Episode::events).reversed())
            .limit(MOST_EPISODES)
            .sorted(Comparator.comparing(Episode::from))
            .toList();
    for (FileFacts file : files) {
      include(file.first());
      include(file.last());
    }
    return new ErrorReport(
        zone,
        interrupted,
        events(),
        kinds.stream().mapToLong(KindReport::failures).sum(),
        untimed,
        kinds.stream().map(KindReport::first).reduce(null, ReportBuilder::earlier),
        kinds.stream().map(KindReport::last).reduce(null, ReportBuilder::later),
        kinds,
        largest,
        episodes.size() - largest.size(),
        timeline.build(),
        services.top(TOP_SERVICES),
        files,
        totals,
        Printable.orNull(replay.rules()),
        replay.alerts(),
        replay.leftOut(),
        replay.byService());
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  private void include(@Nullable Instant time) {
    if (time != null && events() > untimed) {
      timeline.include(time.toEpochMilli());
    }
  }

  private List<KindReport> kinds() {
    return tallies.values().stream()
        .map(KindTally::build)
        .sorted(Comparator.comparingLong(KindReport::events).reversed())
        .toList();
  }

  private List<Episode> episodes() {
    List<Episode> episodes = new ArrayList<>();
    for (ErrorKind kind : ErrorKind.values()) {
      episodes.addAll(EpisodeFinder.find(kind, activity));
    }
    return episodes;
  }
}

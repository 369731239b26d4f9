package dev.openaierrors.plugin;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertMonitor;
import dev.openaierrors.alert.AlertRule;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.InvalidValueException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The mutes of one appender: what people and the file say, and what comes of it. Guarded. */
final class Muting {

  private final AlertMonitor monitor;
  private final Supplier<AlertRun> run;
  private final Mutes mutes = new Mutes();
  private final MuteWatch watch;
  private final List<AlertEvent> news = new ArrayList<>();

  /** Nothing is muted yet; the rules and the zone are those of the run that is in force. */
  Muting(AlertMonitor monitor, Supplier<AlertRun> run) {
    this.monitor = monitor;
    this.run = run;
    this.watch = new MuteWatch(() -> run.get().host());
  }

  private List<String> rules() {
    return run.get().plan().rules().rules().stream().map(AlertRule::name).toList();
  }

  private ZoneId zone() {
    return run.get().plan().origin().zone();
  }

  /** Looks at this file from now on; null for none. */
  void use(@Nullable Path file) {
    watch.use(file);
    if (file == null) {
      mutes.useFile(Map.of());
    }
  }

  boolean needsTime(Instant now) {
    return watch.isOn() || mutes.needsTime(now);
  }

  /** Begins and ends what is due. */
  void advance(Instant now) {
    Map<String, Instant> inFile = watch.look(rules(), zone(), now);
    if (inFile != null) {
      mutes.useFile(inFile);
    }
    news.addAll(mutes.advance(now, zone()));
  }

  /** Takes what has to be logged of mutes that began or ended. */
  List<AlertEvent> takeNews() {
    List<AlertEvent> taken = List.copyOf(news);
    news.clear();
    return taken;
  }

  /** See {@link Mutes#admitted}. */
  List<Alert> admitted(List<Alert> alerts, Predicate<String> isTold, Instant now) {
    return mutes.admitted(alerts, isTold, now);
  }

  boolean isMuted(String rule, Instant now) {
    return mutes.isMuted(rule, now);
  }

  /**
   * Whether a notice that waits for a destination since before the mute waits in vain. An end does
   * not: without it, an incident would stay open where it is kept. Nor does that it goes on: where
   * it is known, not to be posted any more would be taken for its end.
   */
  boolean silences(Alert alert, Instant now) {
    return switch (alert.state()) {
      case TEST, DIGEST, RESOLVED, ONGOING -> false;
      default -> mutes.isMuted(alert.rule(), now);
    };
  }

  /**
   * What the mutes that ended in the last step held back, as it is now.
   *
   * @param admitted what is told anyway
   * @param isTold whether somebody was told of the open incident of this id
   */
  List<Alert> unmuted(List<Alert> admitted, Predicate<String> isTold, Instant now) {
    List<Alert> alerts = new ArrayList<>(mutes.takeEnds(now));
    if (!mutes.isAnyOver()) {
      return alerts;
    }
    for (Alert open : monitor.open(now)) {
      boolean toldAnyway = admitted.stream().anyMatch(alert -> alert.id().equals(open.id()));
      if (!toldAnyway && mutes.isOver(open.rule(), now)) {
        AlertState state = isTold.test(open.id()) ? AlertState.REMINDER : AlertState.FIRING;
        Alert notice = monitor.notice(open.id(), state, now);
        if (notice != null) {
          alerts.add(notice);
        }
      }
    }
    return alerts;
  }

  /** What ended while its rule was muted, at the end of the service. */
  List<Alert> endsAtStop() {
    return mutes.takeAllEnds();
  }

  /**
   * Mutes a rule.
   *
   * @throws InvalidValueException if there is no such rule, or no such end to come
   */
  void mute(String rule, String untilOrDuration, Instant now) {
    MuteEnd.checkRule(rule, rules());
    Instant until = MuteEnd.read(untilOrDuration, now, now, zone());
    if (!until.isAfter(now)) {
      throw InvalidValueException.unusable(
          Words.quote(untilOrDuration) + " is over already", "give a time that is still to come");
    }
    mutes.mute(rule, until);
  }

  /**
   * Ends what {@link #mute} began.
   *
   * @throws InvalidValueException if there is no such rule, or if it stays muted by something else
   */
  void unmute(String rule, Instant now) {
    MuteEnd.checkRule(rule, rules());
    mutes.unmute(rule);
    if (mutes.isByFile(rule, now)) {
      throw InvalidValueException.unusable(
          Words.quote(rule) + " is muted by the file", "take its line out of that");
    }
    if (mutes.isMuted(rule, now)) {
      throw InvalidValueException.unusable("all rules are muted", "unmute '*', which ends that");
    }
  }

  /** The mutes in force by what they mute, with their ends. */
  Map<String, Instant> inForce(Instant now) {
    return mutes.inForce(now);
  }
}

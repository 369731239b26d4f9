package dev.openaierrors.alert;

import org.jspecify.annotations.Nullable;

/** What was told of an incident, and when it is told again. Times are milliseconds since 1970. */
final class Telling {

  private static final long DAY = 24 * 60 * 60_000;
  // How often the day between reminders of what fails now and then is doubled.
  private static final int DOUBLED = 3;

  private IncidentState.Told told = IncidentState.Told.NOTHING;
  private IncidentState.Reminders reminders = IncidentState.Reminders.NONE;

  /** Goes on as it was saved. */
  void restore(IncidentState saved) {
    told = saved.told();
    reminders = saved.reminders();
  }

  IncidentState.Told told() {
    return told;
  }

  IncidentState.Reminders reminders() {
    return reminders;
  }

  /** It is another incident, of which nothing was told. */
  void forget() {
    told = IncidentState.Told.NOTHING;
    reminders = IncidentState.Reminders.NONE;
  }

  /** As what it is told that it fires: again, if somebody was told of it before. */
  AlertState opening() {
    return told.ever() ? AlertState.REOPENED : AlertState.FIRING;
  }

  /**
   * It begins to fire, for the first time or once more.
   *
   * @param rare whether it is told as what fails now and then
   */
  void fire(AlertRule rule, boolean rare, long at) {
    reminders = reminders.fire(rule.reminders(), least(rare), at);
  }

  /** It turned out to be more than what fails now and then, of which the reminders begin anew. */
  void quicken(AlertRule rule, boolean rare, long at) {
    long least = least(rare);
    reminders = IncidentState.Reminders.NONE.fire(rule.reminders(), least, at);
  }

  /** It goes on, as severe as that; the notice that this brings, null if none. */
  @Nullable AlertState goOn(AlertRule rule, Severity severity, boolean rare, long at) {
    if (told.open() && told.worst() != null && told.isWorse(severity)) {
      reminders = reminders.postpone(at);
      return AlertState.ESCALATED;
    }
    // It says that it goes on, so it comes with a failure and never in a silence.
    if (reminders.at() > at) {
      return null;
    }
    reminders = reminders.grow(rule.reminders(), least(rare), at);
    return AlertState.REMINDER;
  }

  /** Of what fails now and then nobody wants to hear more than once a day, and then less. */
  private long least(boolean rare) {
    return rare ? DAY << Math.min(reminders.count(), DOUBLED) : 0;
  }

  void resolve() {
    reminders = reminders.end();
  }

  /** Its rule is another one now; the last failure was then. */
  void use(AlertRule before, AlertRule after, boolean firing, long last) {
    reminders = reminders.under(before, after, firing, last);
  }

  /** A notice goes out, under this id. */
  void tell(AlertState state, Severity severity, String id) {
    reminders = reminders.told(state);
    told = told.with(state, severity, id);
  }
}

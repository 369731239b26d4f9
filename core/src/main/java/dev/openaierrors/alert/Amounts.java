package dev.openaierrors.alert;

/** Lengths of time and numbers, as people read them in an alert. */
final class Amounts {

  private Amounts() {}

  /** A length of time in words: {@code 40 s}, {@code 27 min}, {@code 3.5 h}, {@code 2 d}. */
  static String span(long millis) {
    double seconds = millis / 1000.0;
    if (seconds < 60) {
      return Math.round(seconds) + " s";
    }
    double minutes = seconds / 60;
    if (minutes < 120) {
      return Math.round(minutes) + " min";
    }
    double hours = minutes / 60;
    return hours < 48 ? number(hours) + " h" : number(hours / 24) + " d";
  }

  /** A number with one digit behind the point unless it is whole or large. */
  static String number(double value) {
    double rounded = Math.round(10 * value) / 10.0;
    boolean whole = rounded >= 100 || rounded == Math.rint(rounded);
    return whole ? Long.toString(Math.round(rounded)) : Double.toString(rounded);
  }
}

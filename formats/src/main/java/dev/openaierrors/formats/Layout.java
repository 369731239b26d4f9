package dev.openaierrors.formats;

/**
 * In which order the lines of a file have their parts, as most of them show.
 *
 * @param shape of the time; {@link TimeShape#NONE} if the lines begin without one
 * @param prefix types of the fields before the time
 * @param opened the bracket right before the time; a blank if there is none
 * @param style how most of the times are written
 * @param suffix types of the fields behind it, up to the message
 * @param thread which of all these fields is the thread; -1 if none is
 * @param logger which of them is the logger; -1 if none is
 * @param loggerPlace where else the logger stands
 * @param timeLast whether a time ends the line
 * @param twoLines whether level and message stand on the next line
 */
record Layout(
    TimeForm shape,
    String prefix,
    char opened,
    int style,
    String suffix,
    int thread,
    int logger,
    LoggerPlace loggerPlace,
    boolean timeLast,
    boolean twoLines) {

  /** Where a logger stands that is no field of the head. */
  enum LoggerPlace {
    NOWHERE,
    /** In one word with the level, before it. */
    AT_LEVEL,
    /** In brackets, behind words that differ in number. */
    BRACKETS,
    /** In round brackets, at the end of the line. */
    LINE_END
  }

  /** Whether the lines say their level. */
  boolean hasLevel() {
    return prefix.indexOf(HeadFields.LEVEL) >= 0 || suffix.indexOf(HeadFields.LEVEL) >= 0;
  }

  /** How many fields there are before the message. */
  int fields() {
    return prefix.length() + suffix.length();
  }
}

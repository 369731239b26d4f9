package dev.openaierrors.formats;

import org.jspecify.annotations.Nullable;

/** A line of a sample, in pieces. */
final class HeadLine {

  private final byte[] bytes;
  private final byte @Nullable [] next;
  private final HeadFields fields;
  private final boolean halves;
  private final @Nullable String unknownZone;
  private final @Nullable LogFormat loose;
  private final boolean timeLast;

  /**
   * A line.
   *
   * @param next line behind it; null if there is none
   * @param head what its time says of hours and zone
   * @param loose the format that it might be of; null if none
   * @param timeLast whether a time ends it
   */
  HeadLine(
      byte[] bytes,
      byte @Nullable [] next,
      HeadFields fields,
      Head head,
      @Nullable LogFormat loose,
      boolean timeLast) {
    this.bytes = bytes;
    this.next = next;
    this.fields = fields;
    this.halves = head.halves;
    this.unknownZone = head.unknownZone;
    this.loose = loose;
    this.timeLast = timeLast;
  }

  byte[] bytes() {
    return bytes;
  }

  byte @Nullable [] next() {
    return next;
  }

  HeadFields fields() {
    return fields;
  }

  /** Whether its hours go up to twelve. */
  boolean halves() {
    return halves;
  }

  /** What its zone is called, if that may mean several. */
  @Nullable String unknownZone() {
    return unknownZone;
  }

  @Nullable LogFormat loose() {
    return loose;
  }

  boolean timeLast() {
    return timeLast;
  }

  /** What the field says; empty if there is none. */
  String text(int field) {
    return field >= fields.count()
        ? ""
        : new Cursor().on(bytes, 0, bytes.length).text(fields.from(field), fields.to(field));
  }
}

package dev.openaierrors.formats;

import org.jspecify.annotations.Nullable;

/**
 * A line of a sample, in pieces.
 *
 * @param next line behind it; null if there is none
 * @param halves whether its hours go up to twelve
 * @param unknownZone what its zone is called, if that may mean several
 * @param loose the format that it might be of; null if none
 * @param timeLast whether a time ends it
 */
record HeadLine(
    byte[] bytes,
    byte @Nullable [] next,
    HeadFields fields,
    boolean halves,
    @Nullable String unknownZone,
    @Nullable LogFormat loose,
    boolean timeLast) {

  /** What the field says; empty if there is none. */
  String text(int field) {
    return field >= fields.count()
        ? ""
        : new Cursor().on(bytes, 0, bytes.length).text(fields.from(field), fields.to(field));
  }
}

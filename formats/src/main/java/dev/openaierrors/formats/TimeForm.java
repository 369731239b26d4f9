package dev.openaierrors.formats;

/** How a time is written. */
interface TimeForm {

  /** Reads one from the place on; the place is behind it then. False if none stands there. */
  boolean reads(Cursor c, Head h);
}

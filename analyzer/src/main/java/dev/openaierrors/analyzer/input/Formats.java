package dev.openaierrors.analyzer.input;

import dev.openaierrors.formats.FormatSet;
import java.util.List;

/** Every log format that is known. */
public final class Formats {

  private Formats() {}

  /** The ids by which a format can be asked for. */
  public static List<String> ids() {
    return FormatSet.ids();
  }
}

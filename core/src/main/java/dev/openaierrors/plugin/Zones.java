package dev.openaierrors.plugin;

import dev.openaierrors.alert.InvalidValueException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Time zones as people write them. */
final class Zones {

  private static final String EXPECTED = "write an id as Europe/Berlin, UTC or +05:30";
  private static final int SHORTEST = 5;

  private Zones() {}

  /**
   * The zone of this id, in any case, or with this distance from UTC.
   *
   * @throws InvalidValueException if this Java runtime knows of none. Not as a misspelt word: which
   *     ones it knows depends on its age
   */
  static ZoneId zone(String text) {
    String id = Setting.found(text.strip(), EXPECTED);
    ZoneId zone = known(id);
    if (zone != null) {
      return zone;
    }
    String near = near(id);
    if (near != null && near.equalsIgnoreCase(id)) {
      return ZoneId.of(near);
    }
    String guess = near == null ? "" : "did you mean '" + near + "'? Otherwise ";
    throw InvalidValueException.unusable(
        Words.quote(text) + " is no time zone that this Java runtime knows", guess + EXPECTED);
  }

  /** The id that may be meant: of this city, or with few typing errors; null if there is none. */
  private static @Nullable String near(String text) {
    // Sorted, so that of several that are as near the same one is named each time.
    Set<String> ids = new TreeSet<>(ZoneId.getAvailableZoneIds());
    String city = "/" + text.toLowerCase(Locale.ROOT).replace(' ', '_');
    String ofCity = null;
    for (String id : ids) {
      if (id.equalsIgnoreCase(text)) {
        return id;
      }
      ofCity = id.toLowerCase(Locale.ROOT).endsWith(city) ? id : ofCity;
    }
    // Of three letters any other three are near.
    return ofCity != null || text.length() < SHORTEST ? ofCity : Words.nearest(text, ids);
  }

  private static @Nullable ZoneId known(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      return null;
    }
  }
}

package dev.openaierrors.plugin;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.ErrorMatch;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the settings of a filter come to.
 *
 * @param match which errors match
 * @param onMatch the answer for an event that matches; never {@code DENY} where {@code kinds} or
 *     {@code retryable} could not be read: more matches then than was meant, and a spelling mistake
 *     must not lose events
 * @param onMismatch the answer for an event that does not match
 */
public record FilterSettings(ErrorMatch match, FilterDecision onMatch, FilterDecision onMismatch) {

  /**
   * Reads the settings; mistakes in them go to the host.
   *
   * @param element the filter, as the user wrote it
   */
  public static FilterSettings of(Settings given, String element, Host host) {
    new SettingReader(element, given, host)
        .tellUnknown(SettingTable.names(SettingTable.OfFilter.FILTER));
    SettingReader reader = new SettingReader("", given, host);
    FilterDecision onMatch = reader.read(SettingTable.OfFilter.ON_MATCH);
    boolean denies = onMatch == FilterDecision.DENY;
    String otherwise = "so no event is dropped for matching";
    Set<ErrorKind> kinds =
        reader.read(SettingTable.OfFilter.MATCHING_KINDS, denies ? otherwise : "so all are used");
    Boolean retryable =
        reader.read(SettingTable.OfFilter.RETRYABLE, denies ? otherwise : "so both match");
    boolean misread =
        (kinds == null && reader.has(SettingTable.OfFilter.MATCHING_KINDS))
            || (retryable == null && reader.has(SettingTable.OfFilter.RETRYABLE));
    return new FilterSettings(
        new ErrorMatch(kinds == null ? EnumSet.allOf(ErrorKind.class) : kinds, retryable),
        denies && misread ? FilterDecision.NEUTRAL : onMatch,
        reader.read(SettingTable.OfFilter.ON_MISMATCH));
  }
}

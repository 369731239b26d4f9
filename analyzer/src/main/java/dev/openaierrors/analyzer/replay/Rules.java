package dev.openaierrors.analyzer.replay;

import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.Origin;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that are tried.
 *
 * @param source name of the file that they come from; null for the default rules
 * @param rules the rules
 * @param origin where alerts say that they come from
 * @param problems what is wrong in the file, a sentence each
 */
public record Rules(
    @Nullable String source, AlertRules rules, Origin origin, List<String> problems) {

  /** The default rules. */
  public static final Rules DEFAULTS =
      new Rules(null, AlertRules.defaults(), Origin.NONE, List.of());

  /** Copies the list. */
  public Rules {
    problems = List.copyOf(problems);
  }

  /** The same, of which people are told in this zone. */
  public Rules in(ZoneId zone) {
    return new Rules(source, rules, origin.in(zone), problems);
  }
}

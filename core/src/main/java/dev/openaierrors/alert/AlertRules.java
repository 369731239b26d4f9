package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules in force.
 *
 * @param rules the rules, each with a name of its own
 * @param groupBy in what incidents of one rule and provider are kept apart
 * @param maxKeys the most incidents that are kept apart; those beyond share one for each rule and
 *     provider
 * @param samples whether alerts and what survives a restart hold a log event of the incident
 */
public record AlertRules(List<AlertRule> rules, Grouping groupBy, int maxKeys, boolean samples) {

  /** How many incidents are kept apart by default. */
  public static final int DEFAULT_MAX_KEYS = 256;

  /** The most incidents that can be kept apart. */
  public static final int MOST_KEYS = 4096;

  /** The most rules that can be in force. */
  public static final int MOST_RULES = 100;

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException with a sentence that says what would be right
   */
  public AlertRules {
    Bounds.check("the number of rules", rules.size(), 0, MOST_RULES);
    Bounds.check("maxKeys", maxKeys, 1, MOST_KEYS);
    Set<String> names = new HashSet<>();
    for (AlertRule rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException(
            "two rules are called " + rule.name() + "; give each a name of its own");
      }
    }
    rules = List.copyOf(rules);
  }

  /** These rules, one incident for each rule and provider. */
  public static AlertRules of(List<AlertRule> rules) {
    return new AlertRules(rules, Grouping.NONE, DEFAULT_MAX_KEYS, true);
  }

  /** These rules, with another number of incidents that are kept apart. */
  public AlertRules withMaxKeys(int other) {
    return new AlertRules(rules, groupBy, other, samples);
  }

  /** The default rules. */
  public static AlertRules defaults() {
    return of(DefaultRules.all());
  }

  /**
   * The rule with this name.
   *
   * @return null if there is none
   */
  public @Nullable AlertRule rule(String name) {
    for (AlertRule rule : rules) {
      if (rule.name().equals(name)) {
        return rule;
      }
    }
    return null;
  }

  /** The rules by the kinds that they count; those that inhibit others come before them. */
  Map<ErrorKind, List<AlertRule>> byKind() {
    List<AlertRule> ordered = ordered();
    Map<ErrorKind, List<AlertRule>> byKind = new EnumMap<>(ErrorKind.class);
    for (ErrorKind kind : ErrorKind.values()) {
      List<AlertRule> ofKind = new ArrayList<>();
      for (AlertRule rule : ordered) {
        if (rule.kinds().contains(kind)) {
          ofKind.add(rule);
        }
      }
      byKind.put(kind, List.copyOf(ofKind));
    }
    return byKind;
  }

  /** In loops, as all that runs at the start of a service: each lambda costs it a millisecond. */
  private List<AlertRule> ordered() {
    List<AlertRule> ordered = new ArrayList<>();
    for (int inhibitors = 0; ordered.size() < rules.size(); inhibitors++) {
      for (AlertRule rule : rules) {
        if (rule.inhibitedBy().size() == inhibitors) {
          ordered.add(rule);
        }
      }
    }
    return ordered;
  }

  /** The dimensions that keep incidents of a rule apart, in a fixed order. */
  Set<Dimension> keyDimensions(AlertRule rule) {
    Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
    dimensions.addAll(groupBy.dimensions());
    if (rule.traits().contains(AlertRule.Trait.PER_MODEL)) {
      dimensions.add(Dimension.MODEL);
    }
    return dimensions;
  }
}

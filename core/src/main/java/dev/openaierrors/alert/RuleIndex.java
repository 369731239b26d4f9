package dev.openaierrors.alert;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which incidents a failure belongs to by the rules in force; for any thread. */
final class RuleIndex {

  private static final Provider[] PROVIDERS = Provider.values();

  private final AlertRules rules;
  private final Map<ErrorKind, List<Entry>> byKind = new EnumMap<>(ErrorKind.class);

  RuleIndex(AlertRules rules) {
    this.rules = rules;
    for (Map.Entry<ErrorKind, List<AlertRule>> ofKind : rules.byKind().entrySet()) {
      List<Entry> entries = new ArrayList<>();
      for (AlertRule rule : ofKind.getValue()) {
        entries.add(new Entry(rule, rules.keyDimensions(rule)));
      }
      byKind.put(ofKind.getKey(), List.copyOf(entries));
    }
  }

  AlertRules rules() {
    return rules;
  }

  /** One key for each rule that counts the failure; those that inhibit others come before them. */
  List<IncidentKey> keys(Failure failure) {
    List<Entry> entries = byKind.getOrDefault(failure.error().kind(), List.of());
    // For each failure of a storm: most kinds have one rule, whose key is there already.
    if (entries.size() == 1) {
      Entry only = entries.get(0);
      return only.counts(failure.error()) ? only.keyAlone(failure) : List.of();
    }
    List<IncidentKey> keys = new ArrayList<>(2);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (entry.counts(failure.error())) {
        keys.add(entry.key(failure));
      }
    }
    return keys;
  }

  /** A rule, and the keys of its incidents where nothing but who answered keeps them apart. */
  private static final class Entry {

    private final AlertRule rule;
    private final Set<Dimension> dimensions;
    private final Map<Provider, List<IncidentKey>> known = new EnumMap<>(Provider.class);

    Entry(AlertRule rule, Set<Dimension> dimensions) {
      this.rule = rule;
      this.dimensions = dimensions;
      if (dimensions.isEmpty()) {
        for (Provider provider : PROVIDERS) {
          known.put(provider, List.of(new IncidentKey(rule.name(), provider, "")));
        }
      }
    }

    boolean counts(OpenAiError error) {
      return rule.counts(error);
    }

    IncidentKey key(Failure failure) {
      return keyAlone(failure).get(0);
    }

    List<IncidentKey> keyAlone(Failure failure) {
      @Nullable List<IncidentKey> key =
          failure.context().isEmpty() ? known.get(failure.error().provider()) : null;
      return key == null ? List.of(IncidentKey.of(rule.name(), dimensions, failure)) : key;
    }
  }
}

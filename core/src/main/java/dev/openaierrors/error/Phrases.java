package dev.openaierrors.error;

import java.util.ArrayList;
import java.util.List;

/** Every phrase that is looked for, in one list: those of the kinds and those of the origins. */
final class Phrases {

  private static final List<Phrase> ALL = collect();
  private static final PhraseAutomaton AUTOMATON =
      new PhraseAutomaton(ALL.stream().map(Phrase::text).toList());

  private Phrases() {}

  /** The phrase of this index. */
  static Phrase get(int index) {
    return ALL.get(index);
  }

  static List<Phrase> all() {
    return ALL;
  }

  static PhraseAutomaton automaton() {
    return AUTOMATON;
  }

  private static List<Phrase> collect() {
    List<Phrase> all = new ArrayList<>();
    for (ErrorKind kind : ErrorKind.values()) {
      Signs signs = kind.signs();
      add(all, Role.CODE, kind, signs.codes());
      add(all, Role.COMMON_CODE, kind, signs.commonCodes());
      add(all, Role.TYPE, kind, signs.types());
      add(all, Role.SENTENCE, kind, signs.sentences());
      add(all, Role.PHRASE, kind, signs.phrases());
      add(all, Role.HINT, kind, signs.hints());
    }
    all.addAll(Origins.all());
    for (String key : List.of("error", "message", "type", "param", "code")) {
      all.add(new Phrase(Role.KEY, key));
    }
    RetryDelay.LEADS.forEach(lead -> all.add(new Phrase(Role.DELAY, lead)));
    Details.MODEL_LEADS.forEach(lead -> all.add(new Phrase(Role.MODEL, lead)));
    Details.REQUEST_ID_LEADS.forEach(lead -> all.add(new Phrase(Role.REQUEST_ID, lead)));
    Details.LIMITS.keySet().forEach(limit -> all.add(new Phrase(Role.LIMIT, limit)));
    ParticularsReader.ATTEMPT_LEADS.forEach(lead -> all.add(new Phrase(Role.ATTEMPT, lead)));
    all.add(new Phrase(Role.URL, "://"));
    return List.copyOf(all);
  }

  private static void add(List<Phrase> all, Role role, ErrorKind kind, List<String> texts) {
    for (String text : texts) {
      all.add(new Phrase(role, text, kind, null));
    }
  }
}

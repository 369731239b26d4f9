package dev.openaierrors.error;

import java.util.ArrayList;
import java.util.List;

/** Every phrase that is looked for, in one list: those of the kinds and those of the origins. */
final class Phrases {

  private static final List<Phrase> ALL = collect();

  private Phrases() {}

  /** The phrase of this index. */
  static Phrase get(int index) {
    return ALL.get(index);
  }

  static List<Phrase> all() {
    return ALL;
  }

  static PhraseAutomaton automaton() {
    return Automaton.INSTANCE;
  }

  /** Only the first error needs it. */
  private static final class Automaton {
    private static final PhraseAutomaton INSTANCE = new PhraseAutomaton(texts());
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Phrase phrase : ALL) {
      texts.add(phrase.text());
    }
    return texts;
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
    add(all, Role.KEY, List.of("error", "message", "type", "param", "code"));
    add(all, Role.DELAY, RetryDelay.LEADS);
    add(all, Role.MODEL, Details.MODEL_LEADS);
    add(all, Role.REQUEST_ID, Details.REQUEST_ID_LEADS);
    add(all, Role.LIMIT, Details.LIMITS.keySet());
    add(all, Role.ATTEMPT, ParticularsReader.ATTEMPT_LEADS);
    all.add(new Phrase(Role.URL, "://"));
    return List.copyOf(all);
  }

  private static void add(List<Phrase> all, Role role, Iterable<String> texts) {
    for (String text : texts) {
      all.add(new Phrase(role, text));
    }
  }

  private static void add(List<Phrase> all, Role role, ErrorKind kind, List<String> texts) {
    for (String text : texts) {
      all.add(new Phrase(role, text, kind, null));
    }
  }
}

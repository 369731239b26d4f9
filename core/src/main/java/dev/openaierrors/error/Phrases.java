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
      Signature signs = kind.signature();
      add(all, Role.CODE, kind, signs.codes());
      add(all, Role.COMMON_CODE, kind, signs.commonCodes());
      add(all, Role.TYPE, kind, signs.types());
      add(all, Role.SENTENCE, kind, signs.sentences());
      add(all, Role.PHRASE, kind, signs.phrases());
      add(all, Role.HINT, kind, signs.hints());
    }
    all.addAll(OriginPhrases.all());
    addDetails(all);
    return List.copyOf(all);
  }

  /** What is no evidence, but stands beside what an error tells of itself. */
  private static void addDetails(List<Phrase> all) {
    add(all, Role.KEY, SpecialPhrases.ERROR, "message", "type", SpecialPhrases.PARAM, "code");
    add(
        all,
        Role.DELAY,
        "try again in",
        "try again after",
        "retry after",
        "retry in",
        "retry-after-ms",
        "retry-after",
        "retry_after_ms",
        "retry_after",
        "retrydelay",
        "resets_in_seconds");
    add(
        all,
        Role.MODEL,
        "rate limit reached for",
        "rate limit reached for model",
        "request too large for",
        "request too large for model",
        "access to model",
        "the model:",
        "the model",
        "this model",
        "for model",
        "and model",
        "to model",
        "with model",
        "using model",
        "from model",
        "of model",
        "calling model",
        "your requests to",
        "token limit reached for",
        "\"model\":",
        "'model':",
        "model=",
        "/deployments/");
    add(
        all,
        Role.PARAMETER,
        "parameter:",
        "argument supplied:",
        "unsupported value:",
        "invalid value for",
        "invalid type for",
        "invalid '");
    add(
        all,
        Role.REQUEST_ID,
        FieldGrammar.REQUEST_ID,
        "request id",
        "request_id",
        "request-id",
        "requestid");
    for (Limit limit : Limit.values()) {
      for (String wording : limit.wordings()) {
        add(all, Role.LIMIT, wording);
      }
    }
    add(all, Role.ATTEMPT, "attempt", "retry", "retrying", SpecialPhrases.RETRIES_LEFT);
    add(all, Role.FALLBACK, Fallback.WORDINGS);
    add(all, Role.URL, "://");
  }

  private static void add(List<Phrase> all, Role role, String... texts) {
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

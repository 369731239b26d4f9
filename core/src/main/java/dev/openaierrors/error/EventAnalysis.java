package dev.openaierrors.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from an event to an error: gate, text, phrases, evidence, classification. */
final class EventAnalysis {

  private static final String SAMPLE =
      "429 Too Many Requests: {\"error\": {\"message\": \"You exceeded your current quota, please"
          + " check your plan and billing details.\", \"type\": \"insufficient_quota\", \"param\":"
          + " null, \"code\": \"insufficient_quota\"}}";

  private EventAnalysis() {}

  /** Loads what every event needs, so that it is there before the first one. */
  static void begin() {
    Gate.instance();
  }

  /** Goes the whole way once. */
  static void prepare() {
    of(SAMPLE);
  }

  /** The error that an event carries; null if it carries none. */
  static <E, T> @Nullable OpenAiError of(LogEventView<E, T> view, E event) {
    CharSequence message = EventWalk.message(view, event);
    T thrown = EventWalk.thrown(view, event);
    Asked asked = EventWalk.walk(view, event, message, thrown, Asked.NOTHING, GateVisitor.INSTANCE);
    if (asked == null) {
      return null;
    }
    EventText text = new EventText(capacity(message, thrown));
    EventWalk.walk(view, event, message, thrown, asked, text);
    return classify(text, EventWalk.isRoutine(view, event, thrown));
  }

  /** Enough for most events: for the message, for some arguments, and for what was thrown. */
  private static int capacity(@Nullable CharSequence message, @Nullable Object thrown) {
    int length = message == null ? 0 : Math.min(message.length(), EventWalk.MAX_TEXT);
    return length + (thrown == null ? 32 : 1024);
  }

  /** The error that a text carries; null if it carries none. */
  static @Nullable OpenAiError of(CharSequence text) {
    int limit = Math.min(text.length(), EventWalk.MAX_TEXT);
    if (!Gate.instance().mightCarry(text, limit, false)) {
      return null;
    }
    return classify(EventText.of(text), false);
  }

  /** As {@link ErrorAnalyzer#why}. */
  static List<String> why(CharSequence text) {
    return Judge.why(mentions(EventText.of(text)), false);
  }

  private static @Nullable OpenAiError classify(EventText text, boolean routine) {
    Mentions mentions = mentions(text);
    Mention best = Judge.best(mentions, routine);
    return best == null ? null : Classifier.classify(mentions, best);
  }

  /** The mentions of errors in the text of an event. */
  static Mentions mentions(EventText text) {
    return MentionReader.read(text, PhraseMatches.in(text.text()));
  }

  /** Asks the gate of every piece of an event. */
  private static final class GateVisitor implements EventWalk.Visitor {

    static final GateVisitor INSTANCE = new GateVisitor();

    private final Gate gate = Gate.instance();
    private final SeenNames harmless = new SeenNames();

    @Override
    public boolean text(CharSequence text, int limit, boolean routine) {
      return gate.mightCarry(text, limit, routine);
    }

    @Override
    public boolean readsKeys() {
      return false;
    }

    @Override
    public boolean pair(String key, CharSequence value, int limit, boolean routine) {
      return text(value, limit, routine);
    }

    @Override
    public <E, T> boolean thrown(
        LogEventView<E, T> view, T thrown, @Nullable String message, int limit) {
      String className = view.className(thrown);
      if (className != null && !harmless.contains(className)) {
        if (gate.mightCarry(className, className.length(), true)) {
          return true;
        }
        if (!ThrownClasses.isNetwork(className)) {
          harmless.add(className);
        } else if (ThrownClasses.callsOpenAi(view, thrown)) {
          return true;
        }
      }
      return message != null && gate.mightCarry(message, limit, false);
    }
  }
}

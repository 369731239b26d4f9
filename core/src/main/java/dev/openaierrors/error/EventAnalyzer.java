package dev.openaierrors.error;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way from an event to an error: gate, text, phrases, evidence, classification. */
final class EventAnalyzer implements ErrorAnalyzer {

  private static final String SAMPLE =
      "429 Too Many Requests: {\"error\": {\"message\": \"You exceeded your current quota, please"
          + " check your plan and billing details.\", \"type\": \"insufficient_quota\", \"param\":"
          + " null, \"code\": \"insufficient_quota\"}}";

  private final Set<Provider> providers;

  EventAnalyzer(Set<Provider> providers) {
    this.providers = EnumSet.noneOf(Provider.class);
    this.providers.addAll(providers);
    // Every event needs it, so it is there before the first one.
    Gate.instance();
  }

  /** Goes the whole way once. */
  static void prepare() {
    new EventAnalyzer(EnumSet.allOf(Provider.class)).analyze(SAMPLE);
  }

  @Override
  public <E, T> @Nullable OpenAiError analyze(LogEventView<E, T> view, E event) {
    CharSequence message = EventWalk.message(view, event);
    T thrown = EventWalk.thrown(view, event);
    Asked asked = EventWalk.walk(view, event, message, thrown, Asked.NOTHING, GateVisitor.INSTANCE);
    if (asked == null) {
      return null;
    }
    EventText text = new EventText();
    EventWalk.walk(view, event, message, thrown, asked, text);
    return classify(text, EventWalk.isRoutine(view, event, thrown));
  }

  @Override
  public @Nullable OpenAiError analyze(CharSequence text) {
    int limit = Math.min(text.length(), MAX_TEXT);
    if (!Gate.instance().mightCarry(text, limit, false)) {
      return null;
    }
    return classify(EventText.of(text), false);
  }

  @Override
  public List<String> why(CharSequence text) {
    EventText whole = EventText.of(text);
    return Judge.why(Mentions.of(whole, Hits.in(whole.chars(), whole.length())), false);
  }

  private @Nullable OpenAiError classify(EventText text, boolean routine) {
    Hits hits = Hits.in(text.chars(), text.length());
    Mentions mentions = Mentions.of(text, hits);
    Mention best = Judge.best(mentions, routine);
    if (best == null) {
      return null;
    }
    OpenAiError error = Classifier.classify(mentions, best);
    return providers.contains(error.provider()) ? error : null;
  }

  /** Asks the gate of every piece of an event. */
  private static final class GateVisitor implements EventWalk.Visitor {

    static final GateVisitor INSTANCE = new GateVisitor();

    private final Gate gate = Gate.instance();
    private final NameCache harmless = new NameCache();

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

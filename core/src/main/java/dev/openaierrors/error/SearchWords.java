package dev.openaierrors.error;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Substrings, at least one of which occurs in every OpenAI error: what {@link ByteScan} looks for.
 *
 * <p>An event has enough evidence only if a phrase that counts more than a little is in it, or an
 * error object that is OpenAI's by its key {@code param} or by the value of its code. All words are
 * ASCII in lower case, to be searched in any case, and are made of characters that no JSON writer
 * escapes, where their phrase has enough of those; a slash stands in them with and without a
 * backslash.
 */
final class SearchWords {

  /** The length of the shortest word. */
  static final int SHORTEST = 6;

  /** The key, without what stands around it, that none but OpenAI's error object has. */
  static final String KEY = "param";

  private static final String NAME = "openai";
  // Of requests, too, which are logged more often than errors are.
  private static final String PARAMETER = "max_output_tokens";
  private static final int LONGEST = Gate.WINDOW;

  /** Models by which OpenAI is named as well, with what stands behind their number. */
  private static final List<String> MODELS =
      List.of(
          "chatgpt", "gpt-3.", "gpt-4o", "gpt-4-", "gpt-4.", "gpt-4 ", "gpt-4:", "gpt-5-", "gpt-5.",
          "gpt-5 ", "gpt-5:", "gpt 3.", "gpt 4 ");

  private static final List<String> PHRASES = collect(false, false);
  private static final List<String> NAMED = collectNamed();
  private static final List<String> CALLS = collectCalls();
  private static final List<String> VALUES = collectValues();

  private SearchWords() {}

  /** Words that tell by themselves. */
  static List<String> phrases() {
    return PHRASES;
  }

  /**
   * Words that say no more than that OpenAI is named or called. If these are the only ones in an
   * event that was logged at INFO or below and has no throwable, it is no error.
   */
  static List<String> calls() {
    return CALLS;
  }

  /**
   * Words that tell more than that OpenAI is named, though it is: whoever searches for {@link
   * #calls()} finds all that these find, and what more there is in it by them.
   */
  static List<String> named() {
    return NAMED;
  }

  /** Words that tell only where they are the value of a {@code code} or {@code type}. */
  static List<String> values() {
    return VALUES;
  }

  /** What stands in other places as often as where it tells something. */
  private static boolean isValue(Phrase phrase) {
    return switch (phrase.role()) {
      case COMMON_CODE -> true;
      case CODE, TYPE -> phrase.text().indexOf('_') < 0 || phrase.text().equals(PARAMETER);
      default -> false;
    };
  }

  private static boolean isNamed(Phrase phrase) {
    String text = phrase.text();
    boolean named = text.contains(NAME);
    for (int i = 0; i < MODELS.size() && !named; i++) {
      named = text.contains(MODELS.get(i));
    }
    return named;
  }

  /** At INFO, who waits for the next try tells of a failure in whatever words. */
  private static List<String> collectNamed() {
    List<String> words = new ArrayList<>(collect(false, true));
    words.addAll(FailureWords.pauses());
    return List.copyOf(words);
  }

  /** The name stands for all that hold it: no line break can part it. */
  private static List<String> collectCalls() {
    List<String> words = new ArrayList<>(List.of(NAME));
    words.addAll(MODELS);
    words.addAll(collect(true, false));
    return List.copyOf(words);
  }

  private static List<String> collectValues() {
    Set<String> values = new LinkedHashSet<>();
    for (Phrase phrase : Phrases.all()) {
      if (isValue(phrase)) {
        values.add(phrase.text());
      }
    }
    return List.copyOf(values);
  }

  /**
   * Pieces of such of the decisive phrases. In loops, for the start budget of the command
   * (docs/performance.md).
   */
  private static List<String> collect(boolean called, boolean named) {
    List<String> pieces = new ArrayList<>();
    for (Phrase phrase : Phrases.all()) {
      if (phrase.role().isDecisive()
          && !isValue(phrase)
          && called == (phrase.role() == Role.CALLED)
          && named == isNamed(phrase)) {
        String piece = piece(phrase.text());
        pieces.add(piece);
        if (piece.indexOf('/') >= 0) {
          // As Logback's JsonEncoder has it.
          pieces.add(piece.replace("/", "\\/"));
        }
      }
    }
    pieces.sort(Comparator.comparingInt(String::length));
    List<String> words = new ArrayList<>();
    Map<String, List<String>> byBegin = new HashMap<>();
    for (String piece : pieces) {
      if (!holdsOneOf(byBegin, piece)) {
        words.add(piece);
        String begin = piece.substring(0, SHORTEST);
        List<String> same = byBegin.getOrDefault(begin, new ArrayList<>());
        same.add(piece);
        byBegin.put(begin, same);
      }
    }
    return List.copyOf(words);
  }

  /** The words, none longer than the piece, are found by their first characters. */
  private static boolean holdsOneOf(Map<String, List<String>> byBegin, String piece) {
    for (int begin = 0; begin + SHORTEST <= piece.length(); begin++) {
      String first = piece.substring(begin, begin + SHORTEST);
      for (String word : byBegin.getOrDefault(first, List.of())) {
        if (piece.startsWith(word, begin)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String piece(String phrase) {
    String anchor = phrase.length() < LONGEST ? "" : Anchors.of(phrase);
    if (!anchor.isEmpty() && isNeverEscaped(anchor)) {
      return anchor;
    }
    String best = longestRun(phrase, false);
    if (best.length() < LONGEST) {
      best = longestRun(phrase, true);
    }
    if (best.length() < Math.min(phrase.length(), LONGEST)) {
      best = phrase;
    }
    return best.length() < LONGEST ? best : Anchors.of(best);
  }

  /** Of characters that are never escaped, or of such that are seldom. */
  private static String longestRun(String phrase, boolean seldom) {
    String longest = "";
    int begin = 0;
    for (int i = 0; i <= phrase.length(); i++) {
      if (i == phrase.length() || !isNeverEscaped(phrase.charAt(i), seldom)) {
        if (i - begin > longest.length()) {
          longest = phrase.substring(begin, i);
        }
        begin = i + 1;
      }
    }
    return longest;
  }

  private static boolean isNeverEscaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isNeverEscaped(text.charAt(i), false)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNeverEscaped(char c, boolean orSeldom) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || " _.-:,".indexOf(c) >= 0
        || (orSeldom && c == '/');
  }
}

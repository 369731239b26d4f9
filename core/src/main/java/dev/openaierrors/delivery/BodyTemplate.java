package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.InvalidValueException;
import dev.openaierrors.error.Printable;
import dev.openaierrors.internal.JsonStreams;
import dev.openaierrors.internal.jackson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text of the user's own with places for what an alert says, such as <code>{title}</code>. A name
 * between braces that is no place is text like any other, and so are all other braces, so that JSON
 * can be written as it is.
 */
public final class BodyTemplate {

  private static final int LONGEST = 16_384;
  private static final int MOST_PLACES = 200;
  private static final int LONGEST_NAME = 30;
  private static final int LONGEST_VALUE = 2_000;
  private static final int ALL_VALUES = 40_000;
  private static final int DEPTH = 100;

  // One more than places: what is before each, and behind the last.
  private final List<String> texts;
  private final List<BodyPlace> places;

  private BodyTemplate(List<String> texts, List<BodyPlace> places) {
    this.texts = List.copyOf(texts);
    this.places = List.copyOf(places);
  }

  /**
   * The template of a text.
   *
   * @throws InvalidValueException if it is too long, or has too many places
   */
  public static BodyTemplate parse(String text) {
    if (text.length() > LONGEST) {
      throw InvalidValueException.unusable(
          "what is given is longer than %s characters".formatted(LONGEST), "shorten it");
    }
    List<String> texts = new ArrayList<>();
    List<BodyPlace> places = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      String name = name(text, open);
      BodyPlace place = name == null ? null : BodyPlace.named(name);
      if (name != null && place != null) {
        texts.add(text.substring(from, open));
        places.add(place);
        from = open + name.length() + 2;
      }
    }
    if (places.size() > MOST_PLACES) {
      throw InvalidValueException.unusable(
          "what is given has more than %s places".formatted(MOST_PLACES), "leave some out");
    }
    texts.add(text.substring(from));
    return new BodyTemplate(texts, places);
  }

  /** The word between this brace and the next one, if there is nothing else. */
  private static @Nullable String name(String text, int open) {
    int end = open + 1;
    while (end < text.length() && end - open <= LONGEST_NAME && isLetter(text.charAt(end))) {
      end++;
    }
    boolean closed = end > open + 1 && end < text.length() && text.charAt(end) == '}';
    return closed ? text.substring(open + 1, end) : null;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** The names of all places that there are. */
  public static List<String> places() {
    return Stream.of(BodyPlace.values()).map(BodyPlace::id).toList();
  }

  /** The words that stand alone between braces in a text and are no places. */
  public static Set<String> otherWords(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      String name = name(text, open);
      if (name != null && BodyPlace.named(name) == null) {
        words.add(name);
      }
    }
    return words;
  }

  /** What an alert says, each value escaped; cut before that, between characters. */
  String fill(Alert alert, Escaping escaping) {
    int longest = Math.min(LONGEST_VALUE, ALL_VALUES / Math.max(1, places.size()));
    return fill(place -> escaping.escape(Printable.truncate(place.of(alert), longest)));
  }

  private String fill(Function<BodyPlace, String> values) {
    StringBuilder filled = new StringBuilder(texts.get(0));
    for (int i = 0; i < places.size(); i++) {
      filled.append(values.apply(places.get(i))).append(texts.get(i + 1));
    }
    return filled.toString();
  }

  /** Whether it is JSON once its places are filled, whatever with. */
  public boolean isJson() {
    char[] json = fill(BodyPlace::example).toCharArray();
    try (JsonParser parser = JsonStreams.strict(json, DEPTH, Math.max(1, json.length))) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException notJson) {
      return false;
    }
  }

  /** Without its text, which may hold a secret. */
  @Override
  public String toString() {
    return "template with %s places".formatted(places.size());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BodyTemplate that
        && texts.equals(that.texts)
        && places.equals(that.places);
  }

  @Override
  public int hashCode() {
    return 31 * texts.hashCode() + places.hashCode();
  }
}

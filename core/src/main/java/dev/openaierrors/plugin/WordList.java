package dev.openaierrors.plugin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A setting that is a list of words out of an enum.
 *
 * @param setting name of the setting, as the user writes it
 * @param what what a word is, for the message about one that is not known
 * @param type the enum
 * @param word the word for a constant
 */
record WordList<W extends Enum<W>>(
    String setting, String what, Class<W> type, Function<W, String> word) {

  private static final int MOST_TOLD = 10;

  /** The constants named in {@code text}; all of them if it names none. */
  Set<W> parse(@Nullable String text, Consumer<String> problems) {
    return parse(text, "all are used", problems);
  }

  /**
   * The constants named in {@code text}; all of them if it names none.
   *
   * @param otherwise what happens if words are given and none of them is known
   */
  Set<W> parse(@Nullable String text, String otherwise, Consumer<String> problems) {
    List<String> unknown = new ArrayList<>();
    Set<W> chosen = chosen(text, unknown);
    String consequence =
        chosen.isEmpty() ? "no known word is left, so " + otherwise : "is left out";
    for (String given : unknown.subList(0, Math.min(unknown.size(), MOST_TOLD))) {
      problems.accept(
          "openai-errors: %s: %s is no %s and %s; %s."
              .formatted(
                  setting, Words.quote(given), what, consequence, Words.advice(given, words())));
    }
    if (unknown.size() > MOST_TOLD) {
      problems.accept(
          "openai-errors: %s: %s more words are no %s either."
              .formatted(setting, unknown.size() - MOST_TOLD, what));
    }
    return Collections.unmodifiableSet(chosen.isEmpty() ? EnumSet.allOf(type) : chosen);
  }

  /** Whether {@code text} gives words of which none is known. */
  boolean misread(@Nullable String text) {
    List<String> unknown = new ArrayList<>();
    return chosen(text, unknown).isEmpty() && !unknown.isEmpty();
  }

  private Set<W> chosen(@Nullable String text, List<String> unknown) {
    EnumSet<W> chosen = EnumSet.noneOf(type);
    for (String given : Words.split(text == null ? "" : text)) {
      W constant = constant(given.toLowerCase(Locale.ROOT));
      if (constant == null) {
        unknown.add(given);
      } else {
        chosen.add(constant);
      }
    }
    return chosen;
  }

  private @Nullable W constant(String given) {
    for (W constant : type.getEnumConstants()) {
      if (word.apply(constant).equals(given)) {
        return constant;
      }
    }
    return null;
  }

  private List<String> words() {
    return Arrays.stream(type.getEnumConstants()).map(word).toList();
  }
}

package dev.openaierrors.plugin;

import dev.openaierrors.alert.Durations;
import dev.openaierrors.alert.InvalidValueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A setting: its name in every configuration, what holds where it is not given, and how its text is
 * understood. Each is equal to itself alone; to compare them as records are would make the JDK hold
 * the class loader of the first that was compared.
 */
final class Setting<T> {

  private static final int MOST_TOLD = 10;
  private static final List<String> TRUE_OR_FALSE = List.of("true", "false");
  private static final Set<String> NO_TEXT = Set.of("", "none", "all", "both");

  private final String name;
  private final String byDefault;
  private final List<String> words;
  private final boolean takesSeveral;
  private final Kind<T> kind;

  /**
   * A setting.
   *
   * @param byDefault in words of the manual; empty if it depends, or if there is nothing
   */
  Setting(String name, String byDefault, Kind<T> kind) {
    this(name, byDefault, List.of(), false, kind);
  }

  private Setting(
      String name, String byDefault, List<String> words, boolean takesSeveral, Kind<T> kind) {
    this.name = name;
    this.byDefault = byDefault;
    this.words = words;
    this.takesSeveral = takesSeveral;
    this.kind = kind;
  }

  /** The same, which may be given several times, and of which each text counts. */
  Setting<T> takingSeveral() {
    return new Setting<>(name, byDefault, words, true, kind);
  }

  /** The same, for which these words are proposed. */
  private Setting<T> proposing(List<String> proposed) {
    return new Setting<>(name, byDefault, proposed, takesSeveral, kind);
  }

  String name() {
    return name;
  }

  String byDefault() {
    return byDefault;
  }

  /** The words that it takes; empty if it takes other text. */
  List<String> words() {
    return words;
  }

  /** Whether each text that is given counts; else it is the last one. */
  boolean takesSeveral() {
    return takesSeveral;
  }

  /** Understands the text of a setting. */
  @FunctionalInterface
  interface Kind<T> {
    /**
     * The value.
     *
     * @param texts all that was given, never empty; none of them is blank
     * @param problems takes what is wrong with it
     * @return null, with a problem, if nothing of it can be used
     */
    @Nullable T read(List<String> texts, Consumer<InvalidValueException> problems);
  }

  /** The value of these texts, see {@link Kind#read}. */
  @Nullable T read(List<String> texts, Consumer<InvalidValueException> problems) {
    return kind.read(texts, problems);
  }

  /** Whether its default is a text that it understands, and no word of the manual. */
  boolean hasFallback() {
    return !NO_TEXT.contains(byDefault);
  }

  /** The value by default, for settings whose default is a text like any other. */
  T fallback() {
    return Objects.requireNonNull(kind.read(List.of(byDefault), problem -> {}), name);
  }

  /** A setting of which the last text counts, and that either can be used or not. */
  static <T> Setting<T> of(String name, String byDefault, Function<String, T> reading) {
    return new Setting<>(
        name,
        byDefault,
        List.of(),
        false,
        (texts, problems) -> {
          try {
            return reading.apply(texts.get(texts.size() - 1));
          } catch (InvalidValueException wrong) {
            problems.accept(wrong);
            return null;
          }
        });
  }

  /** {@code on} or {@code off}, {@code true} or {@code false}, {@code yes} or {@code no}. */
  static Setting<Boolean> truth(String name, String byDefault) {
    String pair = byDefault.startsWith("o") ? "neither on nor off" : "neither true nor false";
    List<String> proposed = byDefault.startsWith("o") ? List.of("on", "off") : TRUE_OR_FALSE;
    Function<String, Boolean> reading =
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true", "on", "yes" -> true;
              case "false", "off", "no" -> false;
              default ->
                  throw InvalidValueException.misspelt(Words.quote(text) + " is " + pair, "");
            };
    return of(name, byDefault, reading).proposing(proposed);
  }

  /** One word. */
  static <W> Setting<W> word(String name, String byDefault, Choice<W> choice) {
    Function<String, W> reading =
        text -> {
          W value = choice.find(text);
          if (value == null) {
            throw choice.unknown(text, "");
          }
          return value;
        };
    return of(name, byDefault, reading).proposing(choice.words());
  }

  /** Some words; those that are not known are left out while one is. */
  static <W> Setting<Set<W>> words(String name, String byDefault, Choice<W> choice) {
    return new Setting<>(
        name,
        byDefault,
        choice.words(),
        false,
        (texts, problems) -> {
          Set<W> chosen = new LinkedHashSet<>();
          List<String> unknown = new ArrayList<>();
          String text = texts.get(texts.size() - 1).replace(choice.prefix, "");
          for (String word : Words.split(text)) {
            W value = choice.find(word);
            if (value == null) {
              unknown.add(word);
            } else {
              chosen.add(value);
            }
          }
          if (chosen.isEmpty() && unknown.isEmpty() && !byDefault.equals("none")) {
            chosen.addAll(choice.values);
          }
          choice.tell(unknown, chosen.isEmpty() ? " and no known word is left" : "", problems);
          return chosen.isEmpty() && !unknown.isEmpty() ? null : chosen;
        });
  }

  /**
   * The words that there are.
   *
   * @param what what each of them is, for the sentence about one that is not known
   * @param prefix what may stand before a word
   */
  record Choice<W>(String what, String prefix, List<W> values, Function<W, String> id) {

    Choice(String what, List<W> values, Function<W, String> id) {
      this(what, "", values, id);
    }

    @Nullable W find(String word) {
      W found = null;
      for (W value : values) {
        String known = id.apply(value);
        if (known.equals(word)) {
          return value;
        }
        found = found == null && known.equalsIgnoreCase(word) ? value : found;
      }
      return found;
    }

    List<String> words() {
      return values.stream().map(id).toList();
    }

    InvalidValueException unknown(String word, String more) {
      return InvalidValueException.misspelt(
          Words.quote(word) + " is no " + what + more, Words.advice(word, words()));
    }

    void tell(List<String> unknown, String more, Consumer<InvalidValueException> problems) {
      unknown.stream().limit(MOST_TOLD).forEach(word -> problems.accept(unknown(word, more)));
      if (unknown.size() > MOST_TOLD) {
        problems.accept(
            InvalidValueException.misspelt(
                "each of %s more words is no %s either%s"
                    .formatted(unknown.size() - MOST_TOLD, what, more),
                ""));
      }
    }
  }

  /** A whole number. */
  static Setting<Integer> number(String name, int byDefault, int least, int most) {
    return of(
        name,
        Integer.toString(byDefault),
        text -> {
          try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
              return number;
            }
          } catch (NumberFormatException notANumber) {
            // Told below, as is a number that is too large.
          }
          throw InvalidValueException.unusable(
              "%s is no number from %s to %s".formatted(Words.quote(text), least, most), "");
        });
  }

  /** A duration. */
  static Duration duration(String text, Duration least, Duration most) {
    Duration duration = Durations.parse(text);
    boolean isShort = duration.compareTo(least) < 0;
    if (isShort || duration.compareTo(most) > 0) {
      throw InvalidValueException.unusable(
          Words.quote(text) + (isShort ? " is too short" : " is too long"),
          "write a duration from %s to %s"
              .formatted(Durations.words(least), Durations.words(most)));
    }
    return duration;
  }

  /** The text, unless it holds a variable that the framework did not find. */
  static String found(String text, String advice) {
    String variable = Variables.unset(text);
    if (variable != null) {
      throw InvalidValueException.unusable(
          "the variable " + Words.quote(variable) + " is not set", advice);
    }
    return text;
  }
}

package dev.openaierrors.plugin;

import dev.openaierrors.alert.Durations;
import dev.openaierrors.alert.InvalidValueException;
import java.io.IOError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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

  private final String name;
  private final String byDefault;
  private final Kind<T> kind;

  /**
   * A setting.
   *
   * @param byDefault in words of the manual; empty if it depends, or if there is nothing
   */
  Setting(String name, String byDefault, Kind<T> kind) {
    this.name = name;
    this.byDefault = byDefault;
    this.kind = kind;
  }

  String name() {
    return name;
  }

  String byDefault() {
    return byDefault;
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

  /** The same kind of value under another name, or with another default. */
  Setting<T> as(String otherName, String otherDefault) {
    return new Setting<>(otherName, otherDefault, kind);
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
    return of(
        name,
        byDefault,
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true", "on", "yes" -> true;
              case "false", "off", "no" -> false;
              default ->
                  throw InvalidValueException.misspelt(Words.quote(text) + " is " + pair, "");
            });
  }

  /**
   * One word.
   *
   * @param what what a word is, for the sentence about one that is not known
   */
  static <W> Setting<W> word(
      String name, String byDefault, String what, List<W> values, Function<W, String> id) {
    return of(
        name,
        byDefault,
        text -> {
          W value = find(text, values, id);
          if (value == null) {
            throw unknown(Words.quote(text) + " is no " + what, text, values, id);
          }
          return value;
        });
  }

  /** Some words; those that are not known are left out while one is. */
  static <W> Setting<Set<W>> words(
      String name, String byDefault, String what, List<W> values, Function<W, String> id) {
    return new Setting<>(
        name,
        byDefault,
        (texts, problems) -> {
          Set<W> chosen = new LinkedHashSet<>();
          List<String> unknown = new ArrayList<>();
          for (String word : Words.split(texts.get(texts.size() - 1))) {
            W value = find(word, values, id);
            if (value == null) {
              unknown.add(word);
            } else {
              chosen.add(value);
            }
          }
          if (chosen.isEmpty() && unknown.isEmpty() && !byDefault.equals("none")) {
            chosen.addAll(values);
          }
          String none = chosen.isEmpty() ? " and no known word is left" : "";
          for (String word : unknown.subList(0, Math.min(MOST_TOLD, unknown.size()))) {
            String wrong = Words.quote(word) + " is no " + what + none;
            problems.accept(unknown(wrong, word, values, id));
          }
          if (unknown.size() > MOST_TOLD) {
            int more = unknown.size() - MOST_TOLD;
            String wrong = "each of " + more + " more words is no " + what + " either";
            problems.accept(InvalidValueException.misspelt(wrong + none, ""));
          }
          return chosen.isEmpty() && !unknown.isEmpty() ? null : chosen;
        });
  }

  private static <W> @Nullable W find(String word, List<W> values, Function<W, String> id) {
    for (W value : values) {
      if (id.apply(value).equalsIgnoreCase(word)) {
        return value;
      }
    }
    return null;
  }

  private static <W> InvalidValueException unknown(
      String problem, String word, List<W> values, Function<W, String> id) {
    String advice = Words.advice(word, values.stream().map(id).toList());
    return InvalidValueException.misspelt(problem, advice);
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

  /** Any text in which no variable is left that the framework did not find. */
  static Setting<String> text(String name, String byDefault, String advice) {
    return of(name, byDefault, text -> found(text, advice));
  }

  /** The path of a file. */
  static Setting<Path> path(String name, String byDefault, String example) {
    return of(
        name,
        byDefault,
        text -> {
          try {
            return Path.of(found(text, "set it or remove the setting")).toAbsolutePath();
          } catch (InvalidPathException | SecurityException | IOError notAPath) {
            throw InvalidValueException.unusable(
                Words.quote(text) + " is no path of a file", "write one as " + example);
          }
        });
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

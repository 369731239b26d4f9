package dev.openaierrors.plugin;

import dev.openaierrors.alert.InvalidValueException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings of one element, and tells the host what is wrong with them, always in the same
 * order: the element, the setting, the value, what is wrong, what happens now, what would be right.
 *
 * <p>A mistake never stops anything. A misspelt word is an error; a number, a duration, a path or
 * an address that cannot be used is not, nor is what a variable should have given: a service has to
 * start where that is another one, or is not set.
 */
final class SettingReader {

  private final String element;
  private final Settings given;
  private final Host host;

  /**
   * For the settings of an element.
   *
   * @param element how sentences begin; empty for those of an appender or filter
   */
  SettingReader(String element, Settings given, Host host) {
    this.element = element.isEmpty() ? "" : element + ": ";
    this.given = given;
    this.host = host;
  }

  boolean has(Setting<?> setting) {
    return !given.texts(setting.name()).isEmpty();
  }

  /** The value, or that by default. */
  <T> T read(Setting<T> setting) {
    T value = read(setting, "so " + setting.byDefault() + " is used");
    return value == null ? setting.fallback() : value;
  }

  /**
   * The value; null where none is given or, with a sentence, where it cannot be used.
   *
   * @param otherwise what happens if it cannot be used, as {@code so INFO is used}; empty if
   *     another sentence says it
   */
  <T> @Nullable T read(Setting<T> setting, String otherwise) {
    List<String> texts = given.texts(setting.name());
    if (texts.isEmpty()) {
      return null;
    }
    List<InvalidValueException> problems = new ArrayList<>();
    T value = value(setting, texts, problems);
    for (InvalidValueException problem : problems) {
      tell(setting, problem, value == null ? otherwise : "so it is left out");
    }
    return value;
  }

  private static <T> @Nullable T value(
      Setting<T> setting, List<String> texts, List<InvalidValueException> problems) {
    try {
      return setting.read(texts, problems::add);
    } catch (RuntimeException unforeseen) {
      // One value that nobody thought of must not cost the others.
      problems.add(InvalidValueException.unusable("what is given cannot be used", ""));
      return null;
    }
  }

  /** Tells what is wrong with a setting, and behind that what happens now. */
  void tell(Setting<?> setting, InvalidValueException wrong, String otherwise) {
    String consequence = otherwise.isEmpty() ? "" : ", " + otherwise;
    String advice = wrong.advice().isEmpty() ? "" : "; " + wrong.advice();
    String name = given.written(setting.name());
    say(wrong.isMisspelt(), name + ": " + wrong.problem() + consequence + advice);
  }

  /**
   * The value of a setting without which the element is off, which may well be meant: null, with a
   * sentence, where there is none.
   */
  <T> @Nullable T require(Setting<T> setting, String otherwise) {
    if (has(setting)) {
      return read(setting, otherwise);
    }
    List<InvalidValueException> problems = new ArrayList<>();
    setting.read(List.of(""), problems::add);
    String advice = problems.isEmpty() ? "" : "; " + problems.get(0).advice();
    String name = given.written(setting.name());
    host.info(sentence(name + ": is missing, " + otherwise + advice));
    return null;
  }

  /** Tells of a mistake in a word of the element. */
  void sayMisspelt(String what) {
    say(true, what);
  }

  /** Tells of something else that cannot be used. */
  void sayUnusable(String what) {
    say(false, what);
  }

  private void say(boolean misspelt, String what) {
    String sentence = sentence(what);
    if (misspelt && Variables.unset(sentence) == null) {
      host.error(sentence, null);
    } else {
      host.warn(sentence, null);
    }
  }

  private String sentence(String what) {
    return "openai-errors: " + element + what + ".";
  }

  /**
   * Tells of the names that were given and are none of these.
   *
   * @param others names that are known, too, but are no answer to a misspelt one
   */
  void tellUnknown(Collection<String> known, String... others) {
    List<String> all = new ArrayList<>(known);
    all.addAll(List.of(others));
    List<String> written = known.stream().map(given::written).toList();
    for (String name : given.unknown(all)) {
      sayMisspelt(
          "%s is no setting of it and is ignored; %s"
              .formatted(Words.quote(name), Words.advice(name, written)));
    }
    for (Settings.Bare value : given.bare()) {
      sayMisspelt(
          "%s is no setting by itself and is ignored; its settings stand below it, such as %s"
              .formatted(Words.quote(value.name()), value.example()));
    }
  }
}

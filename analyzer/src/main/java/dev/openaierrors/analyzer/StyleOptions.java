package dev.openaierrors.analyzer;

import dev.openaierrors.analyzer.output.Style;
import java.nio.charset.CharsetEncoder;
import picocli.CommandLine.Model.OptionSpec;

/** How a command's text looks: what the user says, the environment asks for, or the terminal is. */
final class StyleOptions {

  /** When to use colours. */
  enum When {
    /** On a terminal, unless the environment says otherwise. */
    auto,
    /** Even in a pipe. */
    always,
    /** Not at all. */
    never
  }

  private static final int WIDTH_OF_PIPE = 100;
  private static final int WIDEST = 200;

  private final OptionSpec color =
      Commands.option(When.class, "WHEN", "--color")
          .defaultValue(When.auto.name())
          .description(
              "Colours: auto, always or never. auto obeys NO_COLOR, FORCE_COLOR and"
                  + " CLICOLOR_FORCE.")
          .build();

  OptionSpec color() {
    return color;
  }

  Style style(Environment environment) {
    return new Style(hasColor(environment), hasUnicode(environment), width(environment));
  }

  private boolean hasColor(Environment environment) {
    When when = color.getValue();
    return switch (when) {
      case always -> true;
      case never -> false;
      case auto -> hasColorByItself(environment);
    };
  }

  /** What the environment's variables ask for, as no-color.org and force-color.org have it. */
  static boolean hasColorByItself(Environment environment) {
    if (environment.set("NO_COLOR") != null) {
      return false;
    }
    String forced = environment.set("FORCE_COLOR");
    String cliForced = environment.set("CLICOLOR_FORCE");
    if ((forced != null && !forced.equals("0")) || (cliForced != null && !cliForced.equals("0"))) {
      return true;
    }
    return environment.outIsTerminal() && !"dumb".equals(environment.set("TERM"));
  }

  private static boolean hasUnicode(Environment environment) {
    CharsetEncoder encoder = environment.charset().newEncoder();
    return encoder.canEncode("\u2581\u2588\u2013\u2026");
  }

  static int width(Environment environment) {
    String columns = environment.set("COLUMNS");
    if (columns != null && columns.length() < 6 && columns.chars().allMatch(Character::isDigit)) {
      return Math.min(WIDEST, Integer.parseInt(columns));
    }
    return WIDTH_OF_PIPE;
  }
}

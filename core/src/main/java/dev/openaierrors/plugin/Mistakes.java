package dev.openaierrors.plugin;

/**
 * The sentences about an appender that stands where it does harm: what no setting says, and what is
 * told once all of a configuration is there.
 */
public final class Mistakes {

  private Mistakes() {}

  /**
   * An appender gets each event twice: through ours, and from a logger itself.
   *
   * @param target name of that appender
   * @param logger name of the logger that refers to it
   */
  public static String doubled(String element, String target, String logger) {
    return "openai-errors: %s: hands events on to %s, and the logger %s refers to that as well, so"
            .formatted(element, Words.quote(target), Words.quote(logger))
        + " each line is written twice; take that reference away from the logger.";
  }

  /** A filter of ours stands in front of everything that is logged. */
  public static String emptied(String element) {
    return "openai-errors: %s: its filter lets OpenAI errors pass and nothing else, and no other"
            .formatted(element)
        + " appender is at the root logger, so all other lines are lost; put the filter into an"
        + " appender that it refers to.";
  }

  /**
   * An attribute stands where the framework reads elements only.
   *
   * @param inner the element that has it
   */
  public static String attribute(String element, String inner, String attribute) {
    return "openai-errors: %s: %s of <%s> is an attribute, which Logback does not read; write it as"
            .formatted(element, Words.quote(attribute), inner)
        + " an element, <%1$s>…</%1$s>.".formatted(attribute);
  }
}

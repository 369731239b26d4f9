package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every plugin tells at the start of an appender that stands where it does harm. */
public abstract class PlacementContract {

  /** What is told of a configuration with a target CONSOLE, our appender and loggers. */
  protected abstract List<String> told(String ours, String... loggers) throws Exception;

  /** Our appender OPENAI in front of CONSOLE, with more inside. */
  protected abstract String ours(String more);

  /** A filter of ours that keeps nothing but OpenAI errors. */
  protected abstract String filter();

  /** How our appender is named in sentences. */
  protected abstract String shown();

  /** The root logger with references to these appenders. */
  protected abstract String root(String... references);

  /** A logger of this name, with more attributes, and references to these appenders. */
  protected abstract String logger(String attributes, String... references);

  /** An element with references to appenders in it. */
  protected static String element(String name, String attributes, String reference, String... to) {
    StringBuilder xml = new StringBuilder("<" + name + " " + attributes + ">");
    for (String target : to) {
      xml.append("<").append(reference).append(" ref='").append(target).append("'/>");
    }
    return xml.append("</").append(name).append(">").toString();
  }

  @Test
  final void aTargetBesideItWritesEachLineTwice() throws Exception {
    assertThat(told(ours(""), root("CONSOLE", "OPENAI")))
        .singleElement()
        .asString()
        .contains(shown(), "'CONSOLE'", "the logger 'ROOT'", "twice");
  }

  @Test
  final void aTargetAtALoggerAboveDoesSoToo() throws Exception {
    assertThat(told(ours(""), logger("name='com.acme'", "OPENAI"), root("CONSOLE")))
        .singleElement()
        .asString()
        .contains("'ROOT'");
  }

  @Test
  final void aTargetAtALoggerBelowDoesSoToo() throws Exception {
    assertThat(told(ours(""), logger("name='com.acme'", "CONSOLE"), root("OPENAI")))
        .singleElement()
        .asString()
        .contains("'com.acme'");
  }

  @Test
  final void aFilterOfOursAtItTakesAllOtherLinesAway() throws Exception {
    assertThat(told(ours(filter()), root("OPENAI")))
        .singleElement()
        .asString()
        .contains(shown(), "all other lines are lost");
  }

  @Test
  final void aLoggerThatHandsNothingOnWritesNothingTwice() throws Exception {
    assertThat(told(ours(""), logger("name='a' additivity='false'", "CONSOLE"), root("OPENAI")))
        .isEmpty();
    assertThat(told(ours(""), logger("name='a' additivity='false'", "OPENAI"), root("CONSOLE")))
        .isEmpty();
  }
}

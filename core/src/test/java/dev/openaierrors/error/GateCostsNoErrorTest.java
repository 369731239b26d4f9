package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate saves work; it must never cost an error. */
class GateCostsNoErrorTest {

  private static final Gate GATE = Gate.instance();
  private static final String WORDS =
      "the order of user 4711 took 12 ms {\"a\":1} (see [x]) - at a.b.C.d(C.java:7)\n\tok; done";

  /** Decisive phrases that are shorter than the window, and why no error is lost by that. */
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("no_api_key", "a code: the keys of its payload open the gate"),
          Map.entry("slow_down", "a code"),
          Map.entry("bio_policy", "a code"),
          Map.entry("unsafe_file", "a code"),
          Map.entry("unknown_url", "a code"),
          Map.entry("requests", "a type: the keys of its payload open the gate"),
          Map.entry("tokens", "a type"),
          Map.entry("bad request", "a type"),
          Map.entry("523: origin", "in a page's title, behind the host"),
          Map.entry("aka.ms/oai", "behind a sentence of Azure's"),
          Map.entry("open ai api", "says who was called, not that it failed"),
          Map.entry("/v1/audio/", "behind a host, or before a payload"),
          Map.entry("litellm.", "before a payload or another client's name"));

  static List<String> errors() {
    List<String> texts = new ArrayList<>();
    KindSample.errors().forEach(sample -> texts.add(sample.text()));
    for (Sample sample : Samples.ALL) {
      Arrays.stream(Form.values()).forEach(form -> texts.add(form.of(sample)));
    }
    return texts;
  }

  private static boolean isErrorWithoutGate(String text, boolean routine) {
    return Judge.best(EventAnalysis.mentions(EventText.of(text)), routine) != null;
  }

  private static boolean isOpen(String text, boolean routine) {
    return GATE.mightCarry(text, Math.min(text.length(), ErrorAnalyzer.MAX_TEXT), routine);
  }

  /** Of a text that is whole, whatever stands around it. */
  private static void assertOpenForErrors(String text) {
    for (boolean routine : new boolean[] {false, true}) {
      if (isErrorWithoutGate(text, routine)) {
        assertThat(isOpen(text, routine)).as(text).isTrue();
      }
    }
  }

  /** Of a text whose payload may be damaged: what is too short for an anchor needs its keys. */
  private static void assertOpenForAnchors(String text) {
    for (PhraseMatch match : PhraseMatches.in(Text.of(text)).all()) {
      if (match.role().isDecisive() && match.text().length() >= Gate.WINDOW) {
        assertOpenForErrors(text);
        return;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("errors")
  void isOpenForEveryError(String text) {
    assertThat(isOpen(text, false)).isTrue();
    assertOpenForErrors(text);
  }

  @ParameterizedTest
  @MethodSource("errors")
  void whatStandsAroundAnErrorDoesNotHideIt(String text) {
    Random random = new Random(text.hashCode());
    for (int round = 0; round < 50; round++) {
      assertThat(isOpen(noise(random) + text + noise(random), false)).isTrue();
      assertThat(isOpen("x".repeat(round) + " " + text, false)).isTrue();
      assertOpenForErrors(noise(random) + text + noise(random));
    }
  }

  @ParameterizedTest
  @MethodSource("errors")
  void whatIsInsertedAnywhereHidesNoMoreFromTheGateThanFromTheAnalysis(String text) {
    Random random = new Random(text.hashCode());
    for (int round = 0; round < 50; round++) {
      int at = random.nextInt(text.length() + 1);
      assertOpenForAnchors(text.substring(0, at) + noise(random) + text.substring(at));
    }
  }

  @ParameterizedTest
  @MethodSource("errors")
  void cutOffOrWrittenOtherwiseItIsOpenAsLongAsThereIsAnError(String text) {
    assertOpenForAnchors(text.toUpperCase(Locale.ROOT));
    assertOpenForAnchors(text.toLowerCase(Locale.ROOT));
    assertOpenForAnchors(Payloads.escaped(text, 1));
    assertOpenForAnchors(Payloads.escaped(text, 2));
    for (int cut = 0; cut < text.length(); cut += 3) {
      assertOpenForAnchors(text.substring(cut));
      assertOpenForAnchors(text.substring(0, cut));
    }
  }

  private static String noise(Random random) {
    int from = random.nextInt(WORDS.length());
    return WORDS.substring(from, from + random.nextInt(WORDS.length() - from + 1));
  }

  @Test
  void isOpenForEveryPhraseThatDecidesByItselfWhereverItStands() {
    for (Phrase phrase : Phrases.all()) {
      if (phrase.role().isDecisive() && phrase.text().length() >= Gate.WINDOW) {
        for (int before = 0; before < 25; before++) {
          String text = "x".repeat(before) + phrase.text() + "y".repeat(24 - before);
          assertThat(isOpen(text, true)).as(text).isTrue();
          assertThat(isOpen(text.toUpperCase(Locale.ROOT), true)).as(text).isTrue();
        }
      }
    }
  }

  @Test
  void phrasesTooShortForAnAnchorStandBesideSomethingThatOpensTheGate() {
    assertThat(Phrases.all())
        .filteredOn(phrase -> phrase.role().isDecisive())
        .filteredOn(phrase -> phrase.text().length() < Gate.WINDOW)
        .filteredOn(phrase -> !phrase.text().contains("openai")) // The name opens it.
        .allSatisfy(phrase -> assertThat(SHORT).containsKey(phrase.text()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no_api_key", "slow_down", "bio_policy", "unknown_url"})
  void aShortCodeIsFoundByTheKeysAroundIt(String code) {
    String payload =
        "{\"error\":{\"message\":\"No.\",\"type\":\"x\",\"param\":null,\"code\":\"" + code + "\"}}";
    assertThat(isOpen("429 " + payload, true)).isTrue();
    assertThat(isOpen("429 " + Payloads.escaped(payload, 2), true)).isTrue();
    assertThat(isOpen("OpenAI: 429 [" + code + "]", false)).isTrue();
  }

  @Test
  void bothEndsOfALongTextAreLookedAtAndNothingElse() {
    String error = Payloads.JSON;
    String filler = "z".repeat(5000);
    assertThat(GATE.mightCarry(error + filler, 2000, true)).isTrue();
    assertThat(GATE.mightCarry(filler + error, 2000, true)).isTrue();
    assertThat(GATE.mightCarry(filler + error + filler, 2000, true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "0123456789",
        "01234567890",
        "012345678901",
        "GET /orders/12 -> 200 in 12 ms",
        "user 4711 logged in from 192.0.2.7",
        "java.lang.IllegalStateException: queue is full",
        "{\"level\":\"info\",\"msg\":\"started\"}"
      })
  void isClosedForWhatLogsAreFullOf(String text) {
    assertThat(isOpen(text, true)).isFalse();
    assertThat(isOpen(text, false)).isFalse();
  }

  @Test
  void isClosedForRoutineTalkAboutOpenAi() {
    assertThat(isOpen("using OpenAI for summaries", true)).isFalse();
    assertThat(isOpen("using OpenAI for summaries", false)).isTrue();
  }
}

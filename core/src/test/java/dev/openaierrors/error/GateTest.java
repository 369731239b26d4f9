package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gate may open for nothing, but it never stays shut for an error. */
class GateTest {

  private static final String WORDS = "order 4711 of customer 815 was accepted, lock node-3 held; ";

  @ParameterizedTest
  @EnumSource
  void opensForEveryErrorWhateverStandsAround(Form form) {
    Random random = new Random(7);
    for (Sample sample : Samples.ALL) {
      String text = form.of(sample);
      for (int i = 0; i < 20; i++) {
        String around = filling(random) + text + filling(random);
        assertThat(opens(around)).as(around).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void isOpenForWhateverTheAnalysisTakesForAnErrorOfTextsThatAreCut(Form form) {
    for (Sample sample : Samples.ALL) {
      String text = form.of(sample);
      for (int end = 10; end < text.length(); end += 5) {
        String cut = text.substring(0, end);
        if (Judge.best(EventAnalysis.mentions(EventText.of(cut)), false) != null) {
          assertThat(opens(cut)).as(cut).isTrue();
        }
      }
    }
  }

  /** Written down, since a service that starts has no time to make it. */
  @Test
  void hasAPieceOfEachPhraseThatIsKnownNow() throws Exception {
    if (Boolean.getBoolean("anchors.update")) {
      Path file = Path.of("src/main/java/dev/openaierrors/error/AnchorList.java");
      String source = Files.readString(file);
      String begin = "  private static final String TEXT =\n";
      int from = source.indexOf(begin) + begin.length();
      int to = source.indexOf("\";\n", from) + 3;
      Files.writeString(
          file, source.substring(0, from) + lines(Gate.anchors()) + source.substring(to));
      return;
    }
    assertThat(AnchorList.all())
        .as("written anew by mvn -q -Pquick test -pl core -Dtest=GateTest -Danchors.update")
        .containsExactlyElementsOf(Gate.anchors());
  }

  private static String lines(Set<String> anchors) {
    StringBuilder text = new StringBuilder();
    int count = 0;
    for (String anchor : anchors) {
      if (count % 6 == 0) {
        text.append(count == 0 ? "      \"" : "\"\n          + \"");
      }
      text.append(anchor.replace("\\", "\\\\").replace("\"", "\\\""));
      count++;
    }
    return text.append("\";\n").toString();
  }

  @Test
  void findsEveryAnchorAtEveryPlaceInAnyCase() {
    for (String anchor : Gate.anchors()) {
      for (int before = 0; before < 40; before++) {
        String text =
            "z".repeat(before) + anchor.toUpperCase(Locale.ROOT) + "z".repeat(40 - before);
        assertThat(Gate.instance().mightCarry(text, text.length(), true)).as(text).isTrue();
      }
    }
  }

  /**
   * Frameworks reuse their buffers, and the scan its own: what a text before had counts no more.
   */
  @Test
  void seesInABufferWhatItSeesInAString() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> signs =
        List.of(
            "", "{", "{\"type\": 1, \"message\": 2, \"code\": 3}", "insufficient_quota", "\u20ac");
    StringBuilder buffer = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      String sign = signs.get(random.nextInt(signs.size()));
      String text = "z".repeat(random.nextInt(1_100)) + sign + "z".repeat(random.nextInt(30));
      for (boolean routine : new boolean[] {true, false}) {
        boolean opens = Gate.instance().mightCarry(text, text.length(), routine);
        buffer.setLength(0);
        buffer.append(text);
        assertThat(Gate.instance().mightCarry(buffer, text.length(), routine))
            .as("seed %d: %s", seed, text)
            .isEqualTo(opens)
            .isEqualTo(sign.length() > 1);
      }
    }
  }

  @Test
  void staysShutForWhatServicesLogAllDay() {
    Random random = new Random(3);
    for (int i = 0; i < 1_000; i++) {
      String text = filling(random) + filling(random);
      assertThat(Gate.instance().mightCarry(text, text.length(), true)).as(text).isFalse();
    }
  }

  @Test
  void looksAtBothEndsOfALongText() {
    String text = "x".repeat(10_000);
    String anchor = "insufficient_quota";
    Gate gate = Gate.instance();
    assertThat(gate.mightCarry(anchor + text, 200, true)).isTrue();
    assertThat(gate.mightCarry(text + anchor, 200, true)).isTrue();
    assertThat(gate.mightCarry(text + anchor + text, 200, true)).isFalse();
  }

  /** Shorter phrases need a payload's braces, the name OpenAI, or a longer phrase beside them. */
  @Test
  void everyStrongPhraseIsLongEnoughToBeAnAnchor() {
    List<String> tooShort =
        Phrases.all().stream()
            .filter(phrase -> phrase.role().weight() >= 3)
            .map(Phrase::text)
            .filter(text -> text.length() < Gate.WINDOW)
            .toList();
    assertThat(tooShort).containsExactly("aka.ms/oai");
  }

  private static boolean opens(String text) {
    return Gate.instance().mightCarry(text, text.length(), false);
  }

  private static String filling(Random random) {
    return Stream.generate(() -> WORDS.substring(random.nextInt(WORDS.length())))
        .limit(random.nextInt(6))
        .collect(Collectors.joining());
  }
}

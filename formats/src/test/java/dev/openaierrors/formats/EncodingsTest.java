package dev.openaierrors.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the letters of a log are written, and what in it is no letter. */
class EncodingsTest {

  private static final String HEAD = "2026-05-04 09:15:02,101 ERROR [main] a.B - ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gr\u00fc\u00dfe",
        "\u4f60\u597d",
        "\ud83d\ude00",
        "\u0645\u0631\u062d\u0628\u0627",
        "e\u0301",
        "half a letter: \ufffd",
        "\ufffd \u4f60\u597d \ufffd",
        "a\u00a0b",
        "\u2028",
      })
  void textOfUtf8IsReadAsItIs(String text) {
    assertThat(message((HEAD + text + "\n").getBytes(UTF_8))).isEqualTo(text.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gr\u00fc\u00dfe", "\u00e9t\u00e9", "\u00a3 7", "ni\u00f1o: \u00a1no!"})
  void whatIsNotUtf8IsLatin1(String text) {
    assertThat(message((HEAD + text + "\n").getBytes(ISO_8859_1))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u4f60\u597d\u5417", "gr\u00fc\u00dfe und \u00c4", "fine \ud83d\ude00"})
  void aLetterThatIsCutAtTheEndSpoilsNoOther(String text) {
    byte[] whole = (HEAD + text).getBytes(UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    int letters = text.codePointCount(0, text.length()) - 1;
    String begin = text.substring(0, text.offsetByCodePoints(0, letters));

    assertThat(message(cut)).startsWith(begin);
    assertThat(message(join(cut, "\nand more".getBytes(UTF_8)))).startsWith(begin);
  }

  @Test
  void whatIsCutInTheMiddleOfALetterIsReadPartByPart() {
    byte[] text = ("\u4f60\u597d " + Exported.KEY).getBytes(UTF_8);
    String first = "2026-05-04T09:15:02Z stdout P ";
    byte[] begin = join(first.getBytes(UTF_8), HEAD.getBytes(UTF_8), Arrays.copyOf(text, 4));
    byte[] rest = Arrays.copyOfRange(text, 4, text.length);
    byte[] log =
        join(begin, "\n2026-05-04T09:15:02Z stdout F ".getBytes(UTF_8), rest, "\n".getBytes(UTF_8));

    assertThat(ReadLog.of(join(log, log, log)).errors())
        .hasSize(3)
        .allSatisfy(event -> assertThat(event.message()).isEqualTo("\u4f60\u597d " + Exported.KEY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "^[31mred^[0m | red",
        "^[1;31mbold^[m and ^[38;5;200mpink^[0;39m | bold and pink",
        "a^[Kb | ab",
        "a^[2Kb | ab",
        "a^b | ab",
        "^[31 | [31",
        "a@b | ab",
        "@@@a@@ | a",
        "~a~b | ~a~b",
      })
  void coloursAndNulsAreNoText(String written, String read) {
    String text = written.replace('^', '\u001b').replace('@', '\0').replace('~', '\u0007');

    assertThat(message((HEAD + text + "\n").getBytes(UTF_8)).strip())
        .isEqualTo(read.replace('~', '\u0007').strip());
  }

  @Test
  void aHeadInColoursIsReadAsOneWithout() {
    String coloured =
        "\u001b[2m2026-05-04 09:15:02,101\u001b[0m \u001b[31mERROR\u001b[0m"
            + " [\u001b[35mmain\u001b[0m] \u001b[36ma.B\u001b[0m - no answer\n";

    assertThat(ReadLog.all(ReadLog.of(coloured.repeat(3)).first()))
        .isEqualTo("2026-05-04 09:15:02.101 | ERROR | a.B | main | null | no answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void anyLineEndEndsALine(String end) {
    String event = HEAD + "no answer" + end + "  at all" + end;
    List<ParsedEvent> events = ReadLog.of(event.repeat(3)).events();

    assertThat(events).hasSize(3);
    assertThat(events).extracting(ParsedEvent::message).containsOnly("no answer\n  at all");
  }

  @Test
  void aCarriageReturnInALineIsOfItsText() {
    assertThat(message((HEAD + "10 %\r20 %\r\n").getBytes(UTF_8))).isEqualTo("10 %\r20 %");
  }

  @Test
  void aMarkOfTheByteOrderWhereFilesWerePutTogetherBeginsALine() {
    String event = HEAD + Exported.KEY + "\n";

    List<ParsedEvent> events = ReadLog.of(event.repeat(3) + "\ufeff" + event.repeat(3)).errors();

    assertThat(events).hasSize(6);
    assertThat(events).extracting(ParsedEvent::message).containsOnly(Exported.KEY);
  }

  @Test
  void aMarkOfTheByteOrderAtTheBeginIsNoPartOfTheFirstEvent() {
    String event = HEAD + Exported.KEY + "\n";
    String object = "{\"time\":\"2026-05-04T09:15:02Z\",\"msg\":\"" + Exported.KEY + "\"}\n";

    assertThat(ReadLog.of("\ufeff" + event).first().level()).isEqualTo("ERROR");
    assertThat(ReadLog.time(ReadLog.of("\ufeff" + object).errors().get(0)))
        .isEqualTo("2026-05-04 09:15:02 Z");
    assertThat(Exported.of("\ufefftime,msg\n2026-05-04T09:15:02Z,no\n").isDocument()).isTrue();
    assertThat(Exported.of("\ufeff[" + object + "]").isDocument()).isTrue();
  }

  @RepeatedTest(20)
  void anyBytesInAMessageAreReadWithoutHarmToItsHead() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] noise = new byte[random.nextInt(200)];
    random.nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = noise[i] == '\n' ? (byte) ' ' : noise[i];
    }

    byte[] line = join((HEAD + Exported.KEY + " ").getBytes(UTF_8), noise, "\n".getBytes(UTF_8));
    List<ParsedEvent> events = ReadLog.of(join(line, line, line)).errors();

    assertThat(events).as("seed %d", seed).hasSize(3);
    assertThat(events.get(0).message()).startsWith(Exported.KEY);
    assertThat(events.get(0).level()).isEqualTo("ERROR");
    assertThat(events.get(0).thread()).isEqualTo("main");
  }

  private static String message(byte[] line) {
    return ReadLog.of(line).first().message();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}

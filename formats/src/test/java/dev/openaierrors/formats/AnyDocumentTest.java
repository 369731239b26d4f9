package dev.openaierrors.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers of the stores of logs, however they are laid out, split, cut or broken. */
class AnyDocumentTest {

  private static final String EVENT =
      "{'time':'2026-05-04T08:0%d:00Z','level':'WARN','msg':'KEY %s'}";

  /** Around some events; each stands for its kind of store. */
  private static final List<String> SHAPES =
      List.of(
          "[EVENTS]",
          "{'took':3,'hits':{'total':{'value':2},'hits':[EVENTS]}}",
          "{'events':[EVENTS],'searchedLogStreams':[]}",
          "{'a':'[{','answer':{'b':[1,2],'logs':[EVENTS]},'c':'}]'}");

  static Stream<Arguments> shapesAndSpaces() {
    return SHAPES.stream()
        .flatMap(
            shape ->
                Stream.of("", " ", "\n", "\n  ", "\r\n\t", "\n\n\n")
                    .map(space -> Arguments.of(shape, space)));
  }

  @ParameterizedTest
  @MethodSource("shapesAndSpaces")
  void howeverItIsLaidOutItsEventsAreTheSame(String shape, String space) {
    String document = spaced(document(shape, 5), space);

    Exported exported = Exported.of(document);

    assertThat(exported.isDocument()).isTrue();
    assertThat(exported.events())
        .extracting(ParsedEvent::message)
        .containsExactly(
            Exported.KEY + " }0",
            Exported.KEY + " }1",
            Exported.KEY + " }2",
            Exported.KEY + " }3",
            Exported.KEY + " }4");
    assertThat(exported.events())
        .extracting(ReadLog::time)
        .containsExactly(
            "2026-05-04 08:00:00 Z",
            "2026-05-04 08:01:00 Z",
            "2026-05-04 08:02:00 Z",
            "2026-05-04 08:03:00 Z",
            "2026-05-04 08:04:00 Z");
  }

  @RepeatedTest(20)
  void cutAnywhereItGivesTheEventsThatAreWhole() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String shape = SHAPES.get(random.nextInt(SHAPES.size()));
    String space = random.nextBoolean() ? "" : "\n  ";
    String whole = spaced(document(shape, 9), space);
    byte[] bytes = whole.getBytes(UTF_8);
    LogDocument document = Objects.requireNonNull(LogDocument.of(bytes, bytes.length));

    int cut = random.nextInt(whole.length());
    byte[] begin = Arrays.copyOf(bytes, cut);
    Objects.requireNonNull(document.change()).change(begin, 0, cut);
    List<ParsedEvent> events = read(FormatSet.detect(document, begin, cut, null), begin);

    int complete = count(whole.substring(0, cut), "\"" + space + "}");
    assertThat(events)
        .as("seed %d, cut at %d", seed, cut)
        .hasSizeBetween(complete - 2, complete + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'tables':[{'name':'P','columns':{'a':1,'b':2},'rows':[[1,2]]}]}",
        "{'tables':[{'name':'P','columns':7,'rows':[[1,2]]}]}",
        "{'tables':[{'name':'P','columns':[],'rows':[[1,2],[]]}]}",
        "{'tables':[{'columns':[{'name':'a'}],'rows':[7,{},[[[]]],null]}]}",
        "{'tables':[{'columns':['a','b'],'rows':[[1,2]]}]}",
        "{'tables':[{'rows':[[1,2]],'columns':[{'name':'a'}]}]}",
        "[{'schema':{'fields':{'a':1}},'data':{'values':[[1],[2]]}}]",
        "[{'schema':7,'data':{'values':[[1],[2]]}}]",
        "[{'schema':{'fields':[{'name':'a'}]},'data':{'values':{'a':[1]}}}]",
        "[{'schema':{'fields':[{'name':'a'}]},'data':{'values':[7,8]}}]",
        "[{'schema':{'fields':[{'name':'a'}]},'data':[[1]]}]",
        "{'streams':[{'stream':[],'values':[[],[1],['1',{}]]}]}",
        "{'streams':[{'stream':{'a':'b'},'values':{'a':[1,2]}}]}",
        "{'streams':[{'stream':{'a':'b'},'values':[1,'x',null]}]}",
        "{'results':[[{'field':'a'},{'value':'b'},7,null,[]],[]]}",
        "{'results':[[[[[]]]]]}",
        "{'resourceLogs':[{'resource':[],'scopeLogs':[{'scope':7,'logRecords':[7,[],{}]}]}]}",
        "{'resourceLogs':{'logRecords':{'a':1}}}",
        "{'resourceLogs':[[[]],{}],'data':{}}",
      })
  void anAnswerOfAnotherShapeThrowsNothing(String shape) throws IOException {
    byte[] bytes = shape.replace('\'', '"').getBytes(UTF_8);
    LogDocument document = LogDocument.of(bytes, bytes.length);
    if (document != null) {
      byte[] lines = document.lines(new ByteArrayInputStream(bytes)).readAllBytes();
      read(FormatSet.detect(document, lines, lines.length, null), lines);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'status':'success','data':{'result':[{'stream':{'pod':'p'},'values':[['1777881600000000000','KEY'],['1777881900000000000','KEY']]}]}}",
        "{'resourceLogs':[{'scopeLogs':[{'logRecords':[{'timeUnixNano':'1777881600000000000','body':{'stringValue':'KEY'}}]}]}]}",
        "{'tables':[{'name':'P','columns':[{'name':'timestamp'},{'name':'message'}],'rows':[['2026-05-04T08:00:00Z','KEY']]}]}",
        "{'results':[[{'field':'@timestamp','value':'2026-05-04 08:00:00.000'},{'field':'@message','value':'KEY'}]],'status':'Complete'}",
      })
  void inPartsItIsReadOrRefusedWhereverItIsCut(String shape) {
    byte[] bytes = shape.replace('\'', '"').replace("KEY", Exported.KEY).getBytes(UTF_8);
    LogDocument document = Objects.requireNonNull(LogDocument.of(bytes, bytes.length));
    for (int cut = 0; cut <= bytes.length; cut++) {
      InputStream lines = document.lines(new ByteArrayInputStream(bytes, 0, cut));
      try {
        assertThat(lines.readAllBytes().length).isLessThan(4 * bytes.length);
      } catch (IOException refused) {
        assertThat(cut).isLessThan(bytes.length);
        assertThat(refused).hasMessageContaining("ends in its middle");
      }
    }
  }

  @Test
  void whatStandsInTheEventsAsTextEndsNothing() {
    String text = "[ { ] } \\\" , \\\\";
    String document =
        ("[" + EVENT.formatted(0, "TEXT") + "," + EVENT.formatted(1, "TEXT") + "]")
            .replace('\'', '"')
            .replace("TEXT", text)
            .replace("KEY", Exported.KEY);

    assertThat(Exported.of(document).events())
        .extracting(ParsedEvent::message)
        .containsExactly(Exported.KEY + " [ { ] } \" , \\", Exported.KEY + " [ { ] } \" , \\");
  }

  @Test
  void anArrayOfManyEventsIsReadToItsEnd() {
    assertThat(Exported.of(document("[EVENTS]", 5_000)).events()).hasSize(5_000);
  }

  private static String document(String shape, int count) {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < count; i++) {
      events.append(i == 0 ? "" : ",").append(EVENT.formatted(i % 10, "}" + i));
    }
    return shape.replace("EVENTS", events).replace('\'', '"').replace("KEY", Exported.KEY);
  }

  /** With the same blanks around each sign that is not in a text. */
  private static String spaced(String json, String space) {
    StringBuilder spaced = new StringBuilder();
    boolean text = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      text ^= c == '"';
      boolean around = !text && "[]{},".indexOf(c) >= 0;
      boolean before = around && (c == ']' || c == '}');
      spaced.append(before ? space : "").append(c).append(around && !before ? space : "");
    }
    return spaced.toString();
  }

  private static int count(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }

  private static List<ParsedEvent> read(FormatSet formats, byte[] lines) {
    List<ParsedEvent> events = new ArrayList<>();
    LineReader reader = new LineReader(formats, (event, place) -> events.add(event));
    reader.lines(lines, 0, lines.length, 0);
    reader.end();
    return events;
  }
}

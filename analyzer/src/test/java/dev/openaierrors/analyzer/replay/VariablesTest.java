package dev.openaierrors.analyzer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

/** What a configuration's {@code ${...}} stand for. */
class VariablesTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("HOST", "h-7", "NAME", "QUIET", "OUTER", "<${HOST}>");
  private static final String PROPERTIES =
      """
      <configuration>
        <property name='QUIET' value='30m'/>
        <variable name='ALSO'> 5m </variable>
        <Properties><Property name='log4j'>7m</Property></Properties>
        <springProperty name='spring' source='a.b' defaultValue='9m'/>
        <springProperty name='nothing' source='a.b'/>
        <property name='QUIET' value='later'/>
        <property name='NESTED' value='${QUIET} or ${ALSO}'/>
        <property name='HOST' value='defined'/>
      </configuration>
      """;

  private final Variables variables = of(PROPERTIES);

  private static Variables of(String xml) {
    try {
      return new Variables(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)))
              .getDocumentElement(),
          ENVIRONMENT::get);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // What is no variable stays.
    "10m, 10m",
    "${open, ${open",
    "$QUIET}, $QUIET}",
    // The first definition counts, in whatever words it is.
    "${QUIET}, 30m",
    "${ALSO}, 5m",
    "${log4j}, 7m",
    "${spring}, 9m",
    "a ${QUIET} b ${ALSO} c, a 30m b 5m c",
    // One may stand inside of another, or in its name, or in its default.
    "${NESTED}, 30m or 5m",
    "${${NAME}}, 30m",
    "${NO:-${ALSO}}, 5m",
    "${NO:-a}${NO:-b}, ab",
    "${NO:-}, ''",
    // The environment, by its name or where nothing is defined.
    "${HOST}, defined",
    "${env:HOST}, h-7",
    "${env:NO:-none}, none",
    "${OUTER}, <defined>",
    // Log4j2 looks that up later.
    "$${env:HOST}, h-7",
  })
  void standFor(String text, String value) {
    assertThat(variables.substitute(text)).isEqualTo(value);
    assertThat(variables.unknown()).isEmpty();
  }

  @Test
  void systemPropertiesCountWhereNothingElseDoes() {
    String version = System.getProperty("java.version");

    assertThat(variables.substitute("${sys:java.version} ${java.version}"))
        .isEqualTo(version + " " + version);
  }

  @Test
  void oneWithoutAValueStaysAndIsReportedOnce() {
    assertThat(variables.substitute("${NO} ${nothing} ${NO}")).isEqualTo("${NO} ${nothing} ${NO}");
    assertThat(variables.unknown())
        .hasSize(2)
        .allMatch(sentence -> sentence.contains("has no value here; set the environment variable"));
  }

  @Test
  void oneThatRefersToItselfIsLeftAsItIs() {
    Variables endless =
        of(
            "<c><property name='A' value='x${B}'/><property name='B' value='${A}'/>"
                + "<property name='C' value='fine'/></c>");

    assertThat(endless.substitute("${A} ${C}")).isEqualTo("${A} ${C}");
    assertThat(endless.unknown())
        .singleElement()
        .asString()
        .contains("refers to itself by ${A}")
        .endsWith("and is left as it is");
    assertThat(endless.substitute("${C}")).isEqualTo("fine");
  }

  @Test
  void whatWouldGrowWithoutBoundIsLeftAsItIs() {
    StringBuilder xml = new StringBuilder("<c><property name='V0' value='xxxxxxxxxx'/>");
    for (int i = 1; i < 12; i++) {
      String before = "${V" + (i - 1) + "}";
      xml.append("<property name='V").append(i).append("' value='").append(before.repeat(10));
      xml.append("'/>");
    }
    Variables growing = of(xml.append("</c>").toString());

    assertThat(growing.substitute("${V2}")).hasSize(1000);
    assertThat(growing.substitute("${V11}")).isEqualTo("${V11}");
    assertThat(growing.unknown()).singleElement().asString().contains("grows too long");
  }

  @Test
  void whatIsNestedTooDeepIsLeftAsItIs() {
    String deep = "${NO:-".repeat(2000) + "x" + "}".repeat(2000);

    assertThat(variables.substitute(deep)).isEqualTo(deep);
    assertThat(variables.unknown()).singleElement().asString().contains("inside each other");
  }
}

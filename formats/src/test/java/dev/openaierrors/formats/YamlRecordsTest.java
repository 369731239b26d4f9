package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs in YAML, one document for each event, as {@code gcloud logging read} writes them. */
class YamlRecordsTest {

  private static final String[] PIECES = {
    "---",
    "a:",
    "time: '2026-05-04T08:00:00Z'",
    "message: |-",
    "- ",
    "-",
    "- b: 1",
    "'",
    "\"",
    "\\",
    "x: 'y",
    "z: \"w",
    "  ",
    "    ",
    ":",
    "# c",
    "{}",
    "[",
    "...",
    "",
    "k: >",
    "q: ~",
    "\t",
    "é: ü"
  };

  @Test
  void eachDocumentIsAnEventWhereverItsTimeStands() {
    String log =
        """
        ---
        insertId: 7a
        labels:
          instanceId: '00'
        logName: projects/shop/logs/stderr
        receiveTimestamp: '2026-05-04T08:00:09Z'
        severity: ERROR
        textPayload: |-
          no answer
            KEY
        timestamp: '2026-05-04T08:00:00.5Z'
        ---
        insertId: 7b
        jsonPayload:
          logger: shop.chat
          message: KEY
          tags:
          - a
          - b: c
            d: e
        resource:
          labels:
            service_name: shop
        severity: WARNING
        timestamp: '2026-05-04T08:05:00Z'
        """
            .replace("KEY", Exported.KEY);

    Exported exported = Exported.of(log);

    assertThat(exported.isDocument()).isTrue();
    assertThat(exported.events())
        .extracting(JsonOfAnyLoggerTest::instant)
        .containsExactly("2026-05-04T08:00:00.500Z", "2026-05-04T08:05:00.000Z");
    assertThat(exported.events()).extracting(ParsedEvent::level).containsExactly("ERROR", "WARN");
    assertThat(exported.events())
        .extracting(ParsedEvent::logger)
        .containsExactly(null, "shop.chat");
    assertThat(exported.events().get(0).message()).isEqualTo("no answer\n  " + Exported.KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message: it's KEY",
        "message: 'it''s KEY'",
        "message: \"it\\u0027s KEY\"",
        "message: \"it\\x27s KEY\"",
        "message: |\n  it's KEY",
        "message: |-\n    it's KEY",
        "message: |+\n  it's KEY\n\n",
        "message: >-\n  it's\n  KEY",
        "message: >\n  it's\n  KEY\n",
        "message: it's\n  KEY",
        "message: 'it''s\n  KEY'",
        "message: \"it's\\\n  \\ KEY\"",
        "message: \"it's\n  KEY\"",
        "message:\n  it's KEY",
        "'message': it's KEY",
        "jsonPayload:\n  message: it's KEY",
        "jsonPayload:\n    \"message\": 'it''s KEY'",
      })
  void aTextIsTheSameHoweverItIsWritten(String text) {
    for (String end : new String[] {"\n", "\r\n"}) {
      String log = "---\nlevel: error\n" + text + "\ntime: 2026-05-04T08:00:00Z\n---\n";

      ParsedEvent event = Exported.of(log.replace("KEY", Exported.KEY).replace("\n", end)).event();

      assertThat(event.message()).isEqualTo("it's " + Exported.KEY);
      assertThat(event.level()).isEqualTo("ERROR");
      assertThat(JsonOfAnyLoggerTest.instant(event)).isEqualTo("2026-05-04T08:00:00.000Z");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\n2026-05-04 08:00:00 ERROR [main] a.B - no answer\n",
        "---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: shop\n",
        "---\ntitle: a page\ndate: 2026-05-04\n---\ntext\n",
        "--- a/message\n+++ b/message\n",
        "time: 2026-05-04T08:00:00Z\nmessage: x\n",
        "---\n",
        "#!/bin/sh\n---\n",
        "----\ntime: 2026-05-04T08:00:00Z\nmessage: x\n",
        "---\n- time: 2026-05-04T08:00:00Z\n  message: x\n",
      })
  void otherTextsAreNone(String text) {
    assertThat(Exported.of(text).isDocument()).isFalse();
  }

  @RepeatedTest(200)
  void whateverIsInItItIsReadToItsEnd() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    StringBuilder log = new StringBuilder("---\ntime: 2026-05-04T08:00:00Z\nmessage: x\n");
    for (int i = random.nextInt(60); i > 0; i--) {
      log.append(" ".repeat(random.nextInt(6)));
      for (int piece = random.nextInt(3); piece >= 0; piece--) {
        log.append(PIECES[random.nextInt(PIECES.length)]);
      }
      log.append('\n');
    }
    log.append("---\ntime: 2026-05-04T08:00:00Z\nmessage: ").append(Exported.KEY).append('\n');

    assertThat(Exported.of(log.toString()).events())
        .as("seed %d%n%s", seed, log)
        .extracting(ParsedEvent::message)
        .contains(Exported.KEY);
  }
}

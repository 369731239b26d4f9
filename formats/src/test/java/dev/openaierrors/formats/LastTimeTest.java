package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that begin with their level, and say at their end when that was. */
class LastTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-05-04 09:15:02 | 2026-05-04 09:15:02",
        "2026-05-04 09:15:02.101 | 2026-05-04 09:15:02.101",
        "2026-05-04T09:15:02.101Z | 2026-05-04 09:15:02.101 Z",
        "2026-05-04T09:15:02.101+02:00 | 2026-05-04 09:15:02.101 +02:00",
        "2026-05-04T09:15:02+02 | 2026-05-04 09:15:02 +02:00",
        "[2026-05-04 09:15:02] | 2026-05-04 09:15:02",
        "(2026-05-04 09:15:02) | 2026-05-04 09:15:02",
        "(2026/05/04 09:15:02,101) | 2026-05-04 09:15:02.101",
      })
  void isReadFromThere(String time, String read) {
    ReadLog log = ReadLog.of(("ERROR [main] a.B - no answer " + time + "\n").repeat(5));

    assertThat(log.events()).hasSize(5);
    assertThat(ReadLog.time(log.first())).isEqualTo(read);
    assertThat(log.first().level()).isEqualTo("ERROR");
    assertThat(log.title()).isEqualTo("lines that end with a time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR no answer 2026-13-04 09:15:02",
        "ERROR no answer 09:15:02",
        "ERROR no answer x2026-05-04 09:15:02",
        "ERROR no answer 2026-05-04 09:15:02 today",
        "ERROR no answer 2026-05-04",
        "ERROR no answer 2026-05-04 25:15:02",
      })
  void whatOnlyResemblesOneIsNone(String line) {
    ReadLog log = ReadLog.of((line + "\n").repeat(5));

    assertThat(log.title()).isNotEqualTo("lines that end with a time");
  }

  @Test
  void whatStandsBelowIsOfTheEvent() {
    String event =
        "ERROR no answer (2026-05-04 09:15:02)\na.XException: why\n\tat a.B.c(B.java:1)\n";

    List<ParsedEvent> events = ReadLog.of(event.repeat(4)).events();

    assertThat(events).hasSize(4);
    assertThat(events).extracting(ReadLog::time).containsOnly("2026-05-04 09:15:02");
    assertThat(ReadLog.text(events.get(0))).endsWith("| a.XException: why [a.B]");
  }
}

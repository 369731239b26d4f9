package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way out where the times of a log are not found. */
class TimePatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dd.MM.yyyy HH:mm:ss,SSS|04.05.2026 09:15:02,101 x|2026-5-4 9:15:2.101000000 null",
        "yyyy'年'M'月'd'日' HH:mm:ss|2026年5月4日 09:15:02 x|2026-5-4 9:15:2.0 null",
        "EEE MMM dd HH:mm:ss zzz yyyy|Mon May 04 09:15:02 CEST 2026|2026-5-4 7:15:2.0 Z",
        "d/M/yy h:mm a|4/5/26 9:15 pm: x|2026-5-4 21:15:0.0 null",
        "yyyyDDD HHmmss|2026124 091502|2026-5-4 9:15:2.0 null",
        "yyyy-MM-dd HH.mm.ss.SSSSSS XXX|2026-05-04 09.15.02.101000 +02:00|2026-5-4 7:15:2.101000000 Z",
        "HH.mm.ss|09.15.02 x|0-0-0 9:15:2.0 null",
        "MM-dd HH:mm|05-04 09:15 x|0-5-4 9:15:0.0 null",
      })
  void readsTimesAsAUserSays(String pattern, String line, String time) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    Head head = new Head();
    head.clear();

    assertThat(TimePattern.of(pattern).reads(new Cursor().on(bytes, 0, bytes.length), head))
        .isTrue();
    LogTime read = Objects.requireNonNull(head.time(), "no time");
    assertThat(
            "%d-%d-%d %d:%d:%d.%d %s"
                .formatted(
                    read.year(),
                    read.month(),
                    read.day(),
                    read.hour(),
                    read.minute(),
                    read.second(),
                    read.nano(),
                    read.offset()))
        .isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no idea", "dd.MM.yyyy", "'open", "yyyy-MM HH:mm", "", "ss"})
  void whatIsNoPatternOfTimesIsRefused(String pattern) {
    assertThatThrownBy(() -> TimePattern.of(pattern)).isInstanceOf(IllegalArgumentException.class);
  }
}

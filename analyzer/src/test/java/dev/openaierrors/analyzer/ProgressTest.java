package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final HandClock clock = new HandClock();

  private Progress progress(boolean shown) {
    return new Progress(new PrintStream(written, true, StandardCharsets.UTF_8), clock, shown);
  }

  @Test
  void comesWhenWorkTakesLongAndGoesAtTheEnd() {
    Progress progress = progress(true);
    progress.show(10, 100, 0);
    assertThat(written.size()).isZero();
    clock.millis = 500;
    progress.show(50_000_000, 100_000_000, 7);
    assertThat(text())
        .contains("[############............]  50 % of 100 MB, 100 MB/s, 7 errors, 1 s left");
    written.reset();
    progress.end();
    assertThat(text()).isEqualTo("\r\u001b[K");
  }

  @Test
  void isNotThereWhereNobodyLooks() {
    Progress progress = progress(false);
    clock.millis = 5000;
    progress.show(50, 100, 7);
    progress.end();
    assertThat(written.size()).isZero();
  }

  @Test
  void saysLessWhenTheEndIsNotKnown() {
    assertThat(Progress.line(2_000_000, -1, 3, 1000)).isEqualTo("2 MB, 2 MB/s, 3 errors");
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  private static final class HandClock extends Clock {
    private long millis;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }
  }
}

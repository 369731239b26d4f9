package dev.openaierrors.analyzer.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.formats.EventContent;
import dev.openaierrors.formats.EventReader;
import dev.openaierrors.formats.FormatSet;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KnownEventsTest {

  private final KnownEvents known = new KnownEvents();

  @Test
  void whatSaysTheSameIsKnown() {
    known.put(content("openai: 429"), Verdict.NONE);

    assertThat(known.get(content("openai: 429"))).isSameAs(Verdict.NONE);
    assertThat(known.get(content("openai: 500"))).isNull();
  }

  @Test
  void ofVeryManyOnlySomeAreKept() {
    for (int i = 0; i < 20_000; i++) {
      EventContent content = content("openai: " + i);
      known.put(content, Verdict.NONE);
      assertThat(known.get(content)).isNotNull();
      assertThat(known.length()).isLessThanOrEqualTo(KnownEvents.MOST);
    }
  }

  @Test
  void whatIsKnownAlreadyTakesNoMore() {
    known.put(content("openai: 429"), Verdict.NONE);
    int once = known.length();
    known.put(content("openai: 429"), Verdict.NONE);

    assertThat(known.length()).isEqualTo(once);
  }

  @Test
  void aVeryLongOneIsNotKept() {
    known.put(content("x".repeat(KnownEvents.LONGEST)), Verdict.NONE);

    assertThat(known.length()).isZero();
  }

  private static EventContent content(String message) {
    byte[] line = ("2026-05-04T10:00:00Z ERROR " + message).getBytes(StandardCharsets.US_ASCII);
    EventReader reader = new EventReader(FormatSet.detect(line, line.length));
    return Objects.requireNonNull(
        Objects.requireNonNull(reader.parse(line, 0, line.length)).content(false));
  }
}

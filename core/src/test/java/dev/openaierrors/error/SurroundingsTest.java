package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** An error is the same error whatever stands around it. */
class SurroundingsTest {

  static final List<KindSample> ERRORS = KindSample.errors();

  @ParameterizedTest
  @FieldSource("ERRORS")
  void keepsItsKindAndFields(KindSample sample) {
    OpenAiError plain = Verdict.error(sample.text());
    for (Surroundings around : Surroundings.values()) {
      String text = around.of(sample.text());
      assertThat(Verdict.of(text)).as("%s: %s", around, text).isEqualTo(plain.kind().id());
      OpenAiError error = Verdict.error(text);
      assertThat(error.retryable()).as("%s: %s", around, text).isEqualTo(plain.retryable());
      assertThat(error.answer().status())
          .as("%s: %s", around, text)
          .isEqualTo(plain.answer().status());
      assertThat(error.answer().code()).as("%s: %s", around, text).isEqualTo(plain.answer().code());
      assertThat(error.answer().type()).as("%s: %s", around, text).isEqualTo(plain.answer().type());
    }
  }

  @ParameterizedTest
  @FieldSource("ERRORS")
  void keepsItsKindInEveryPieceOfAnEvent(KindSample sample) {
    String kind = sample.kind().id();
    String text = sample.text();
    PlainEvent event = PlainEvent.of("answering failed");
    assertThat(Verdict.of(PlainEvent.of(text))).as("message: %s", text).isEqualTo(kind);
    assertThat(Verdict.of(event.argument(text))).as("argument: %s", text).isEqualTo(kind);
    assertThat(Verdict.of(event.pair("detail", text))).as("pair: %s", text).isEqualTo(kind);
    assertThat(Verdict.of(event.with(new IllegalStateException(text))))
        .as("thrown: %s", text)
        .isEqualTo(kind);
    IllegalStateException suppressing = new IllegalStateException("all routes failed");
    suppressing.addSuppressed(new IllegalStateException("com.anthropic.errors.X: 529: Overloaded"));
    suppressing.addSuppressed(new IllegalStateException(text));
    assertThat(Verdict.of(event.with(suppressing))).as("suppressed: %s", text).isEqualTo(kind);
  }
}

package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Every kind is recognised in what clients really log, and told from what only looks like it. */
class EveryKindTest {

  static final List<KindSample> SAMPLES = KindSample.all();
  static final List<KindSample> ERRORS = KindSample.errors();

  @ParameterizedTest
  @EnumSource
  void everyKindHasSamples(ErrorKind kind) {
    String file = "src/test/resources/kinds/" + kind.id() + ".txt";
    List<KindSample> samples = KindSample.of(kind);
    assertThat(samples)
        .filteredOn(KindSample::isError)
        .as("errors in " + file)
        .hasSizeGreaterThan(2);
    assertThat(samples).filteredOn(s -> !s.isError()).as("near misses in " + file).isNotEmpty();
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void isToldFromWhatOnlyLooksLikeIt(KindSample sample) {
    assertThat(Verdict.of(sample.text()))
        .isEqualTo(sample.isError() ? sample.kind().id() : Verdict.NONE);
  }

  @ParameterizedTest
  @FieldSource("ERRORS")
  void hasTheParticularsThatTheTextNames(KindSample sample) {
    OpenAiError error = Verdict.error(sample.text());
    if (!sample.expected().containsKey("retryable")) {
      assertThat(error.retryable()).isEqualTo(sample.kind().retryable());
    }
    for (Map.Entry<String, String> expected : sample.expected().entrySet()) {
      String value = error.field(field(expected.getKey()));
      if (expected.getKey().equals("fix")) {
        assertThat(value).contains(expected.getValue());
      } else {
        assertThat(value).as(expected.getKey()).isEqualTo(expected.getValue());
      }
    }
  }

  private static ErrorField field(String name) {
    ErrorField field = ErrorField.fromId(name.equals("delay") ? "retry_after_ms" : name);
    return Objects.requireNonNull(field, () -> "no field is named " + name);
  }

  @ParameterizedTest
  @FieldSource("ERRORS")
  void isTheSameWhateverLineItStandsIn(KindSample sample) {
    OpenAiError plain = Verdict.error(sample.text());
    String line = "2026-05-04T10:00:00.000Z ERROR 1 --- [io-8080-exec-3] a.b.Facade : ";
    assertThat(Verdict.error(line + sample.text())).isEqualTo(plain);
    assertThat(Verdict.error(sample.text() + "\n\tat a.b.Facade.ask(Facade.java:12)"))
        .isEqualTo(plain);
  }
}

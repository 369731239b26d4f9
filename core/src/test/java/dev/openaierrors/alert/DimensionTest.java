package dev.openaierrors.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** By what failures are counted. */
class DimensionTest {

  private static Failure failure(OpenAiError error) {
    return new Failure(Times.START, error, new Failure.Source("a.B", "ERROR", "main"), null, 0);
  }

  @ParameterizedTest
  @EnumSource
  void hasAnIdByWhichItIsFound(Dimension dimension) {
    assertThat(dimension.id()).matches("[a-z]+");
    assertThat(Dimension.fromId(dimension.id())).isEqualTo(dimension);
  }

  @ParameterizedTest
  @CsvSource({"''", "MODEL", "tenant"})
  void anotherIdIsNone(String id) {
    assertThat(Dimension.fromId(id)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "MODEL, gpt-4o",
    "LOGGER, a.B",
    "CODE, some_code",
    "PARAM, max_tokens",
    "KEY, a1b2",
    "PROVIDER, azure",
  })
  void isWhatAFailureTellsOfIt(Dimension dimension, String value) {
    OpenAiError error =
        new Times.Draft(ErrorKind.INVALID_REQUEST)
            .code("some_code")
            .param("max_tokens")
            .provider(Provider.AZURE)
            .key("a1b2")
            .build();

    assertThat(dimension.of(failure(error))).isEqualTo(value);
  }

  @Test
  void aLimitHasItsNumberWhereThatIsKnown() {
    Times.Draft draft = new Times.Draft(ErrorKind.RATE_LIMIT_EXCEEDED).limit("tpm");

    assertThat(Dimension.LIMIT.of(failure(draft.build()))).isEqualTo("tpm");
    assertThat(Dimension.LIMIT.of(failure(draft.limits(30_000, 29_937, 120).build())))
        .isEqualTo("tpm 30000");
  }

  @Test
  void anAttemptIsOneOfSomeWhereTheClientSaysOfHowMany() {
    Times.Draft draft = new Times.Draft(ErrorKind.SERVER_ERROR);

    assertThat(Dimension.ATTEMPTS.of(failure(draft.attempt(2, 3).build()))).isEqualTo("2 of 3");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LOGGER")
  void isNullWhereNothingIsTold(Dimension dimension) {
    OpenAiError bare =
        new Times.Draft(ErrorKind.UNKNOWN).model(null).provider(Provider.UNKNOWN).build();

    assertThat(dimension.of(failure(bare))).isNull();
  }
}

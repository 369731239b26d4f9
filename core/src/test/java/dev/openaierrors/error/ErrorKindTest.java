package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorKindTest {

  @ParameterizedTest
  @EnumSource
  void isNamedByItsIdWhichIsFitForFileNames(ErrorKind kind) {
    assertThat(kind.id()).matches("[a-z_]+").isEqualTo(kind.name().toLowerCase(Locale.ROOT));
    assertThat(ErrorKind.fromId(kind.id())).isSameAs(kind);
  }

  @Test
  void nothingElseIsAnId() {
    assertThat(ErrorKind.fromId("INSUFFICIENT_QUOTA")).isNull();
    assertThat(ErrorKind.fromId("")).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void saysInASentenceEachWhyAndWhatToDoAndWhereItIsWritten(ErrorKind kind) {
    assertThat(kind.page()).startsWith("https://").contains("openai.com");
    assertThat(kind.signature().remedies().values())
        .allSatisfy(remedy -> assertIsASentence(remedy.fix()));
    assertIsASentence(kind.cause());
    assertIsASentence(kind.fix());
  }

  private static void assertIsASentence(String text) {
    assertThat(text).matches("[A-Z].*\\.").hasSizeBetween(20, 200);
    assertThat(Redactor.clean(text, 300)).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource
  void isRecognisedByLowerCaseWordsWithSingleBlanks(ErrorKind kind) {
    assertThat(words(kind.signature()))
        .allSatisfy(
            word ->
                assertThat(word)
                    .isEqualTo(word.toLowerCase(Locale.ROOT).strip())
                    .doesNotContain("  ", "|"));
  }

  @Test
  void noCodeOrSentenceBelongsToTwoKinds() {
    List<String> own =
        Arrays.stream(ErrorKind.values())
            .map(ErrorKind::signature)
            .flatMap(signs -> Stream.of(signs.codes(), signs.sentences()).flatMap(List::stream))
            .toList();
    assertThat(own).doesNotHaveDuplicates();
  }

  @Test
  void aCodeWithoutAFixOfItsOwnHasTheKinds() {
    assertThat(ErrorKind.INSUFFICIENT_QUOTA.fix("insufficient_quota"))
        .isEqualTo(ErrorKind.INSUFFICIENT_QUOTA.fix());
    assertThat(ErrorKind.INSUFFICIENT_QUOTA.fix(null))
        .isEqualTo(ErrorKind.INSUFFICIENT_QUOTA.fix());
  }

  private static List<String> words(Signature signs) {
    return Stream.of(
            signs.codes(),
            signs.commonCodes(),
            signs.types(),
            signs.sentences(),
            signs.phrases(),
            signs.hints())
        .flatMap(List::stream)
        .toList();
  }
}

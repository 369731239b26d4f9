package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever searches for the words misses no error. */
class SearchWordsTest {

  @Test
  void everyPhraseThatCountsHoldsOne() {
    List<String> words = allWords().toList();

    assertThat(Phrases.all())
        .filteredOn(phrase -> phrase.role().isDecisive() || phrase.role() == Role.COMMON_CODE)
        .allSatisfy(
            phrase -> assertThat(words).as(phrase.text()).anyMatch(phrase.text()::contains));
  }

  static Stream<String> payloadsWithoutAPhrase() {
    return Stream.of(
        "429 {\"error\":{\"message\":\"Too many requests\",\"type\":\"x\",\"param\":null,\"code\":null}}",
        "{\"error\":{\"message\":\"x of gpt-4o\",\"type\":\"x\",\"code\":\"timeout\"}} status 504");
  }

  @ParameterizedTest
  @MethodSource("payloadsWithoutAPhrase")
  void whatIsAnErrorByItsShapeAloneHoldsTheKeyOrAValue(String text) {
    assertThat(Stream.concat(SearchWords.values().stream(), Stream.of(SearchWords.KEY)))
        .anyMatch(text::contains);
  }

  @Test
  void wordsAreLongEnoughInLowerCaseAndNoneHoldsAnother() {
    List<String> words =
        Stream.concat(SearchWords.calls().stream(), SearchWords.phrases().stream()).toList();

    assertThat(words).allMatch(word -> word.length() >= SearchWords.SHORTEST);
    assertThat(SearchWords.values()).allMatch(word -> word.length() >= SearchWords.SHORTEST);
    assertThat(SearchWords.KEY).hasSize(SearchWords.SHORTEST - 1);
    assertThat(words).allMatch(word -> word.chars().allMatch(c -> c >= ' ' && c < 0x7f));
    assertThat(words).allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)));
    assertThat(words)
        .allSatisfy(word -> assertThat(words).filteredOn(word::contains).containsExactly(word));
  }

  static Stream<String> samples() {
    return Stream.of(
            Samples.ALL.stream().map(Sample::json),
            KindSample.all().stream().map(KindSample::text),
            Stream.of(
                "ChatGPT request failed: 429 Too Many Requests",
                "gpt-4o-mini call failed: HTTP 429",
                "GPT-5: no answer, timed out",
                "GPT 3.5 request failure: timed out",
                "Rate limited on the OpenAI embeddings API, sleeping before the next try"))
        .flatMap(texts -> texts);
  }

  /** As it stands and as JSON has it, in which quotes, line ends, and slashes may be escaped. */
  @ParameterizedTest
  @MethodSource("samples")
  void whateverIsRecognisedHoldsOne(String text) {
    if (ErrorAnalyzer.create().analyze(text) != null) {
      assertThat(holdsOne(text)).isTrue();
      String json = TextNode.valueOf(text).toString();
      assertThat(holdsOne(json)).isTrue();
      assertThat(holdsOne(json.replace("/", "\\/"))).isTrue();
    }
  }

  @Test
  void aPathOfTheApiIsAWordHoweverItsSlashesAreWritten() {
    assertThat(holdsOne("url=https://llm.example.org/v3/chat/completions")).isTrue();
    assertThat(holdsOne("url=https:\\/\\/llm.example.org\\/v3\\/chat\\/completions")).isTrue();
  }

  private static boolean holdsOne(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Stream.concat(allWords(), Stream.of(SearchWords.KEY)).anyMatch(lower::contains);
  }

  private static Stream<String> allWords() {
    return Stream.of(SearchWords.calls(), SearchWords.phrases(), SearchWords.values())
        .flatMap(List::stream);
  }

  /** Without them, at INFO, it is no error. */
  @ParameterizedTest
  @MethodSource("samples")
  void whatIsRecognisedAtInfoHoldsMoreThanACall(String text) {
    if (ErrorAnalyzer.create().analyze(PlainEvent.VIEW, PlainEvent.of(text).info()) != null) {
      String lower = text.toLowerCase(Locale.ROOT);
      assertThat(
              Stream.of(
                      SearchWords.named().stream(),
                      SearchWords.phrases().stream(),
                      SearchWords.values().stream(),
                      Stream.of(SearchWords.KEY))
                  .flatMap(words -> words))
          .anyMatch(lower::contains);
    }
  }

  @Test
  void aPhraseThatNamesOpenAiButOnlyAsCalledHoldsNoOtherWord() {
    assertThat(SearchWords.named()).noneMatch("calling openai failed: 500"::contains);
  }
}

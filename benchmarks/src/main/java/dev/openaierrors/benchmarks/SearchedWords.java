package dev.openaierrors.benchmarks;

import dev.openaierrors.error.SearchWords;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints the words that the analyzer looks for, one a line, for other tools to look for the same.
 */
public final class SearchedWords {

  private SearchedWords() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    Stream.of(
            SearchWords.calls(),
            SearchWords.phrases(),
            SearchWords.values(),
            List.of(SearchWords.key()))
        .flatMap(List::stream)
        .forEach(System.out::println);
  }
}

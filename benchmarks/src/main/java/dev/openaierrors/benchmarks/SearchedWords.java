package dev.openaierrors.benchmarks;

import dev.openaierrors.error.ByteScan;

/**
 * Prints the words that the analyzer looks for, one a line, for other tools to look for the same.
 */
public final class SearchedWords {

  private SearchedWords() {}

  /** Takes no arguments. */
  public static void main(String[] args) {
    ByteScan.words().forEach(System.out::println);
  }
}

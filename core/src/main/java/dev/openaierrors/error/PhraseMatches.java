package dev.openaierrors.error;

import java.util.Set;

/**
 * What stands in a text: phrases, quotations, and the sections in which evidence belongs together.
 */
final class PhraseMatches {

  private final Text text;
  private final Sections sections;
  private final PhraseMatch[] all;
  private final Quotations quotations;
  private final PhraseMatch[] told;

  private PhraseMatches(Text text) {
    this.text = text;
    sections = Sections.begin(text);
    all = new PhraseReader(text, sections).read();
    quotations = Quotations.in(text, all);
    told = quotations.outside(all);
  }

  /** Looks through the text. */
  static PhraseMatches in(Text text) {
    return new PhraseMatches(text);
  }

  Text text() {
    return text;
  }

  /** The sections of the text, as far as it was read. */
  Sections sections() {
    return sections;
  }

  Quotations quotations() {
    return quotations;
  }

  /** The phrases in the order in which they end, quoted ones too. */
  PhraseMatch[] all() {
    return all;
  }

  /** Those that are not quoted. */
  PhraseMatch[] told() {
    return told;
  }

  /** Whether one of these phrases is told. */
  boolean tellOneOf(Set<String> phrases) {
    for (PhraseMatch match : told) {
      if (phrases.contains(match.text())) {
        return true;
      }
    }
    return false;
  }
}

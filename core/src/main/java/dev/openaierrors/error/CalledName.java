package dev.openaierrors.error;

import java.util.Set;

/**
 * Whether a line is about a call to OpenAI where it names OpenAI beside words of failure: {@code
 * Failed to generate OpenAI embeddings}, but not {@code Failed to write OpenAI usage to Postgres}.
 */
final class CalledName {

  private static final int MAX_LENGTH = 100;
  private static final int MAX_BEFORE = 3;
  private static final int MAX_WORDS = 6;

  /** What leads in a status. */
  private static final Set<String> ANSWERS = WordList.set("http status code");

  /** What may stand between a word of calling and the name. */
  private static final Set<String> BETWEEN = WordList.set("the azure our model");

  /** What stands right before the name of who is called. */
  private static final Set<String> CALLING =
      WordList.set(
          "call calling reach reaching contact contacting invoke invoking query querying request"
              + " requesting from with by at to via using through of error exception hit hitting");

  /** What is called, asked for, or answered. */
  private static final Set<String> CALLS =
      WordList.set(
          "request requests call calls api apis response responses completion completions embedding"
              + " embeddings chat image images stream streaming answer reply service server client"
              + " model models endpoint host error failure transcription generation assistant run"
              + " thread batch moderation connection sdk backend provider llm component");

  /** What is of OpenAI, and kept, sent or shown by somebody else. */
  private static final Set<String> THINGS =
      WordList.set(
          "key keys secret secrets usage cost costs report reports template templates settings"
              + " setting page pages alert alerts alarm notification notifications message messages"
              + " export sync dashboard metrics metric invoice invoices config configuration"
              + " credential credentials rotation webhook budget billing event events account"
              + " cache feature features flag flags spend spending handler handlers limiter");

  private static final Set<String> TARGETS = Set.of("to", "in", "into", "from", "on");

  /** Who is no other target. */
  private static final Set<String> OWN =
      WordList.set(
          "http openai azure chatgpt the api server upstream provider endpoint gateway time");

  /** What goes on about the doing, not about a place. */
  private static final Set<String> BEFORE_TARGET =
      WordList.set("due failed unable connect call request");

  private CalledName() {}

  /** Behind a failure: what stands right before the name, or behind it, is of a call. */
  static boolean isCalled(Text text, int lead, int start, int end) {
    String noun = noun(text, end);
    boolean call =
        noun.isEmpty()
            ? isCalling(text, lead, start) || text.lastBefore(start) < lead
            : CALLS.contains(noun);
    return call && !hasTarget(text, end);
  }

  /** {@code calling OpenAI}, {@code from the Azure OpenAI}: it is asked, or answers. */
  static boolean isCalling(Text text, int lead, int start) {
    int last = text.lastBefore(start) + 1;
    for (int words = 0; words < MAX_BEFORE; words++) {
      int word = last;
      while (word > lead && Character.isLetter(text.at(word - 1))) {
        word--;
      }
      String before = LineWords.lower(text, word, last);
      if (CALLING.contains(before)) {
        return true;
      }
      if (!BETWEEN.contains(before)) {
        return false;
      }
      last = text.lastBefore(word) + 1;
    }
    return false;
  }

  /** Before what failed: nothing that is kept or sent elsewhere is meant. */
  static boolean isOfCall(Text text, int end, int verb) {
    return !THINGS.contains(noun(text.until(verb), end)) && !hasTarget(text.until(verb), end);
  }

  /** Right before a status: nothing else than the call stands between them. */
  static boolean isAnswered(Text text, int end, int status) {
    Text before = text.until(status);
    String noun = noun(before, end);
    if (!noun.isEmpty() && !CALLS.contains(noun) && !ANSWERS.contains(noun)) {
      return false;
    }
    int words = 0;
    for (int at = end; at < status; at++) {
      if (text.at(at) == ',' || text.at(at) == ';') {
        return false;
      }
      words += text.at(at) == ' ' ? 1 : 0;
    }
    return words <= MAX_WORDS && !hasTarget(before, end);
  }

  /** The last word that belongs to the name; empty if none does. */
  private static String noun(Text text, int end) {
    int limit = Math.min(text.length(), end + MAX_LENGTH);
    String noun = "";
    int at = end;
    while (at + 1 < limit && text.at(at) == ' ' && Character.isLetter(text.at(at + 1))) {
      int behind = text.wordEnd(at + 1);
      String word = LineWords.lower(text, at + 1, behind);
      if (TARGETS.contains(word) || isJoint(word)) {
        return noun;
      }
      noun = word;
      at = behind;
    }
    return noun;
  }

  private static boolean isJoint(String word) {
    return switch (word) {
      case "for",
          "with",
          "after",
          "because",
          "due",
          "at",
          "by",
          "of",
          "within",
          "and",
          "is",
          "are",
          "was",
          "were",
          "failed",
          "timed",
          "returned",
          "rejected",
          "while",
          "during",
          "as",
          "via",
          "could",
          "using",
          "resulted",
          "ended",
          "got",
          "gave",
          "has",
          "had",
          "hit",
          "met",
          "responded",
          "answered",
          "reported",
          "replied",
          "threw",
          "fails",
          "not" ->
          true;
      default -> word.endsWith("ed");
    };
  }

  /** {@code to Postgres}, {@code in Vault}, before the sentence comes to what went wrong. */
  private static boolean hasTarget(Text text, int end) {
    int limit = Math.min(text.length(), end + MAX_LENGTH);
    String before = "";
    int at = end;
    while (at + 1 < limit && text.at(at) == ' ' && Character.isLetter(text.at(at + 1))) {
      int behind = text.wordEnd(at + 1);
      String word = LineWords.lower(text, at + 1, behind);
      if (TARGETS.contains(word) && !BEFORE_TARGET.contains(before) && isOther(text, behind)) {
        return true;
      }
      before = word;
      at = behind;
    }
    return false;
  }

  private static boolean isOther(Text text, int preposition) {
    int at = preposition + 1;
    if (at >= text.length() || text.at(preposition) != ' ' || !Character.isLetter(text.at(at))) {
      return false;
    }
    String word = LineWords.lower(text, at, text.wordEnd(at));
    return OtherParties.areNamed(text, at, text.wordEnd(at))
        || (Character.isUpperCase(text.at(at)) && !OWN.contains(word));
  }

  /** {@code OpenAI quota exceeded alert}: what is said of the limit, not what a call met. */
  static boolean isThing(Text text, int end) {
    int limit = Math.min(text.length(), end + MAX_LENGTH);
    int at = end;
    while (at + 1 < limit && text.at(at) == ' ' && Character.isLetter(text.at(at + 1))) {
      int behind = text.wordEnd(at + 1);
      if (THINGS.contains(LineWords.lower(text, at + 1, behind))) {
        return true;
      }
      at = behind;
    }
    return false;
  }
}

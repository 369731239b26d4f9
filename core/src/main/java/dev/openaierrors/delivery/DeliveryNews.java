package dev.openaierrors.delivery;

/**
 * What is to be told of a destination itself, without URLs and keys.
 *
 * @param destination which one, by its name and, where there is one, its host
 * @param failing whether it does not get what it should; otherwise it does again
 * @param text why, and what becomes of the alerts; one sentence
 */
public record DeliveryNews(String destination, boolean failing, String text) {

  /** All in one sentence, for a status channel. */
  String sentence() {
    return "openai-errors: %s: %s".formatted(destination, text);
  }
}

package dev.openaierrors.examples;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what a client of OpenAI's throws when the account has no credit. */
public final class OneJar {

  private static final Logger log = LoggerFactory.getLogger(OneJar.class);

  private OneJar() {}

  /** Runs the example; takes no arguments. */
  public static void main(String[] args) {
    log.info("chat completion: Paris.");
    log.error(
        "chat completion failed",
        new IllegalStateException(
            "429: {\"error\": {\"message\": \"You exceeded your current quota, please check your plan"
                + " and billing details.\", \"type\": \"insufficient_quota\", \"param\": null,"
                + " \"code\": \"insufficient_quota\"}}"));
  }
}

package dev.openaierrors.benchmarks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service that starts, says so and ends. */
public final class Start {

  private Start() {}

  /** With an argument that message is logged as an error, too. */
  public static void main(String[] args) {
    Logger logger = LoggerFactory.getLogger(Start.class);
    logger.info("started");
    for (String error : args) {
      logger.error(error);
    }
  }
}

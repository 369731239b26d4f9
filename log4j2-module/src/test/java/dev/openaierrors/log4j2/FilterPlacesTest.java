package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.message.MessageFormatMessage;
import org.junit.jupiter.api.Test;

/** Where a filter may stand. */
class FilterPlacesTest {

  @Test
  void atALogger() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/logger-filters.xml")) {
      Logger logger = log4j.context().getLogger("filtered");
      logger.error(Payloads.QUOTA);
      logger.error("The disk is full");
      assertThat(log4j.events("LOGGER"))
          .singleElement()
          .satisfies(
              event ->
                  assertThat(event.getMessage().getFormattedMessage()).isEqualTo(Payloads.QUOTA));
    }
  }

  @Test
  void atAReferenceOfALogger() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/logger-filters.xml")) {
      log4j.logger().error(Payloads.QUOTA);
      log4j.logger().error("The disk is full");
      assertThat(log4j.events("REFERENCE")).hasSize(1);
    }
  }

  @Test
  void atAnAppenderAmongOthers() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/logger-filters.xml")) {
      log4j.logger().error(Payloads.QUOTA);
      log4j.logger().warn(Payloads.QUOTA);
      log4j.logger().error("The disk is full");
      assertThat(log4j.events("APPENDER")).hasSize(1);
      assertThat(log4j.problems()).isEmpty();
    }
  }

  @Test
  void atTheWholeConfiguration() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/global-filter.xml")) {
      Logger logger = log4j.logger();
      logger.error(Payloads.QUOTA);
      logger.error("Call failed: {}", Payloads.QUOTA);
      logger.error("Call {} failed", "c-1", new IllegalStateException(Payloads.QUOTA));
      logger.error(new MessageFormatMessage("Call failed: {0}", Payloads.QUOTA));
      logger.error((Object) List.of(Payloads.QUOTA));
      logger.error("The disk is full");
      logger.debug("below the level");
      assertThat(log4j.events("TARGET"))
          .singleElement()
          .satisfies(
              event ->
                  assertThat(event.getMessage().getFormattedMessage())
                      .isEqualTo("The disk is full"));
    }
  }

  @Test
  void thereItHasNoSayWhetherALevelIsEnabled() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/global-filter.xml")) {
      assertThat(log4j.logger().isErrorEnabled()).isTrue();
      assertThat(log4j.logger().isDebugEnabled()).isFalse();
    }
  }

  @Test
  void thereItRendersNothingThatTheLevelKeepsOut() throws Exception {
    try (Log4j log4j = Log4j.fromResource("downstream/global-filter.xml")) {
      Object notToBeRendered =
          new Object() {
            @Override
            public String toString() {
              throw new IllegalStateException("rendered");
            }
          };
      log4j.logger().debug("{}", notToBeRendered);
      log4j.logger().debug(notToBeRendered);
      assertThat(log4j.events("TARGET")).isEmpty();
      assertThat(log4j.problems()).isEmpty();
    }
  }
}

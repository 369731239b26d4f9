package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.message.FormattedMessage;
import org.apache.logging.log4j.message.LocalizedMessage;
import org.apache.logging.log4j.message.MapMessage;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.MessageFormatMessage;
import org.apache.logging.log4j.message.ObjectArrayMessage;
import org.apache.logging.log4j.message.ObjectMessage;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.ReusableMessageFactory;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.message.StringFormattedMessage;
import org.apache.logging.log4j.message.StringMapMessage;
import org.apache.logging.log4j.message.StructuredDataMessage;
import org.apache.logging.slf4j.Log4jLogger;
import org.apache.logging.slf4j.Log4jMarkerFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The error is found wherever an event of Log4j can hold it, with either kind of loggers. */
class MessageTypesTest {

  private static final String QUOTA = Payloads.QUOTA;

  /** A log call that carries the error. */
  record Call(String name, Consumer<Logger> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Call> calls() {
    return Stream.of(
        new Call("text", logger -> logger.error(QUOTA)),
        new Call("characters", logger -> logger.error(chars(QUOTA))),
        new Call("object", logger -> logger.error((Object) List.of(QUOTA))),
        new Call("throwable as object", logger -> logger.error((Object) wrapped())),
        new Call("argument", logger -> logger.error("failed: {}", QUOTA)),
        new Call("argument without a place", logger -> logger.error("failed", QUOTA)),
        new Call("last of 12 arguments", logger -> logger.error("failed", twelve())),
        new Call("thrown", logger -> logger.error("failed", new RuntimeException(QUOTA))),
        new Call("cause", logger -> logger.error("failed", wrapped())),
        new Call("supplier", logger -> logger.error(() -> QUOTA)),
        new Call("builder", logger -> logger.atError().withThrowable(wrapped()).log("failed")),
        new Call("SimpleMessage", logger -> logger.error((Message) new SimpleMessage(QUOTA))),
        new Call("ObjectMessage", logger -> logger.error(new ObjectMessage(QUOTA))),
        new Call(
            "ObjectMessage of a throwable", logger -> logger.error(new ObjectMessage(wrapped()))),
        new Call(
            "ObjectArrayMessage", logger -> logger.error(new ObjectArrayMessage("failed", QUOTA))),
        new Call(
            "ParameterizedMessage",
            logger -> logger.error(new ParameterizedMessage("failed: {}", QUOTA))),
        new Call(
            "MessageFormatMessage",
            logger -> logger.error(new MessageFormatMessage("failed: {0}", QUOTA))),
        new Call(
            "StringFormattedMessage",
            logger -> logger.error(new StringFormattedMessage("failed: %s", QUOTA))),
        new Call(
            "FormattedMessage", logger -> logger.error(new FormattedMessage("failed: %s", QUOTA))),
        new Call(
            "LocalizedMessage",
            logger -> logger.error(new LocalizedMessage("", Locale.ROOT, "failed: {}", QUOTA))),
        new Call(
            "StringMapMessage",
            logger -> logger.error(new StringMapMessage(Map.of("step", "3", "response", QUOTA)))),
        new Call("MapMessage", logger -> logger.error(new MapMessage<>(Map.of("response", QUOTA)))),
        new Call("StructuredDataMessage", logger -> logger.error(structured())),
        new Call(
            "reusable message",
            logger ->
                logger.error(ReusableMessageFactory.INSTANCE.newMessage("failed: {}", QUOTA))),
        new Call("context data", MessageTypesTest::logInContext),
        new Call("key-value pair of SLF4J", MessageTypesTest::logKeyValue));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void isEnriched(Call call) throws Exception {
    assertEnriched(call, false);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void isEnrichedBehindARingBuffer(Call call) throws Exception {
    assertEnriched(call, true);
  }

  private static void assertEnriched(Call call, boolean async) throws Exception {
    Log4j log4j = Log4j.notStarted(async);
    try (log4j) {
      log4j.start(Log4j.class.getResource("/downstream/target.xml").toURI());
      CapturingAppender target = log4j.appender("TARGET", CapturingAppender.class);
      CapturingAppender sibling = log4j.appender("SIBLING", CapturingAppender.class);
      call.call().accept(log4j.logger());
      log4j.context().stop();
      assertThat(target.events()).extracting(Log4j::kind).containsExactly("insufficient_quota");
      assertThat(sibling.events()).extracting(Log4j::kind).containsExactly("-");
      assertThat(target.events().get(0).getMessage().getFormattedMessage())
          .isEqualTo(sibling.events().get(0).getMessage().getFormattedMessage());
      assertThat(log4j.problems()).isEmpty();
    }
  }

  private static CharSequence chars(String text) {
    return CharBuffer.wrap(text);
  }

  private static Throwable wrapped() {
    return new IllegalStateException("step 3 failed", new RuntimeException(QUOTA));
  }

  private static Object[] twelve() {
    Object[] arguments = new Object[12];
    arguments[11] = QUOTA;
    return arguments;
  }

  private static StructuredDataMessage structured() {
    StructuredDataMessage message = new StructuredDataMessage("call@1", "failed", "chat");
    message.put("response", QUOTA);
    return message;
  }

  private static void logInContext(Logger logger) {
    ThreadContext.put("response", QUOTA);
    ThreadContext.put("tenant", "blue");
    try {
      logger.error("failed");
    } finally {
      ThreadContext.clearMap();
    }
  }

  private static void logKeyValue(Logger logger) {
    new Log4jLogger(
            new Log4jMarkerFactory(),
            (org.apache.logging.log4j.core.Logger) logger,
            logger.getName())
        .atError()
        .addKeyValue("response", QUOTA)
        .addKeyValue("status", 429)
        .log("failed");
  }
}

package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorAnalyzer;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.plugin.FieldRoom;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.impl.MutableLogEvent;
import org.apache.logging.log4j.message.ReusableMessageFactory;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.StringMap;
import org.junit.jupiter.api.Test;

class EnrichedLogEventTest {

  private static final FieldRoom ROOM = new FieldRoom(Log4jHost.INSTANCE);
  private static final Set<ErrorField> ALL = EnumSet.allOf(ErrorField.class);
  private static final OpenAiError ERROR =
      Objects.requireNonNull(ErrorAnalyzer.create().analyze(Payloads.QUOTA));

  private static final StackTraceElement PLACE =
      new StackTraceElement("com.acme.ChatService", "ask", "ChatService.java", 7);

  @Test
  void addsTheFieldsAndKeepsTheRestOfTheContextData() {
    LogEvent enriched = EnrichedLogEvent.of(mutable(), ERROR, ALL, ROOM);
    assertThat(enriched.getContextData().toMap())
        .containsEntry("tenant", "blue")
        .containsAllEntriesOf(ERROR.fields())
        .hasSize(1 + ERROR.fields().size());
  }

  @Test
  void leavesTheOriginalsContextDataAlone() {
    LogEvent original = mutable();
    EnrichedLogEvent.of(original, ERROR, ALL, ROOM);
    assertThat(original.getContextData().toMap()).containsOnlyKeys("tenant");
  }

  @Test
  void cannotBeChangedByWhoeverGetsIt() {
    LogEvent enriched = EnrichedLogEvent.of(mutable(), ERROR, ALL, ROOM);
    assertThat(((StringMap) enriched.getContextData()).isFrozen()).isTrue();
  }

  /** A method that a future Log4j adds would fall through to a default otherwise. */
  @Test
  void overridesEveryMethodOfAnEvent() throws Exception {
    for (Method method : LogEvent.class.getMethods()) {
      assertThat(
              EnrichedLogEvent.class
                  .getMethod(method.getName(), method.getParameterTypes())
                  .getDeclaringClass())
          .as(method.toString())
          .isEqualTo(EnrichedLogEvent.class);
    }
  }

  @Test
  void showsTheEventItself() throws Exception {
    Log4jLogEvent original = complete();
    LogEvent enriched = EnrichedLogEvent.of(original, ERROR, ALL, ROOM);
    for (Method getter : LogEvent.class.getMethods()) {
      boolean reads = getter.getParameterCount() == 0 && !getter.getName().startsWith("getContext");
      // A throwable's proxy is made anew for each who asks.
      if (reads
          && !getter.getName().equals("toImmutable")
          && !getter.getName().equals("getThrownProxy")) {
        assertThat(getter.invoke(enriched)).as(getter.getName()).isEqualTo(getter.invoke(original));
      }
    }
  }

  /** Tells how often it was asked for its location, which it would take from the stack. */
  private static final class Located extends MutableLogEvent {
    private static final long serialVersionUID = 1;
    private int asked;

    @Override
    public StackTraceElement getSource() {
      asked++;
      return PLACE;
    }
  }

  @Test
  void isNotAskedForTheLocationUnlessSomebodyWantsIt() throws Exception {
    Located original = new Located();
    original.setLevel(Level.ERROR);
    original.setMessage(new SimpleMessage(Payloads.QUOTA));
    original.setIncludeLocation(true);
    try (Log4j log4j = Log4j.fromText(HotPathTest.XML)) {
      log4j.openAi().append(original);
      assertThat(log4j.appender("COUNT", HotPathTest.CountingAppender.class).last)
          .isInstanceOf(EnrichedLogEvent.class);
    }
    assertThat(original.asked).isZero();
    assertThat(EnrichedLogEvent.of(original, ERROR, ALL, ROOM).getSource()).isSameAs(PLACE);
  }

  @Test
  void aCopyOutlivesTheReuseOfTheOriginal() {
    MutableLogEvent original = mutable();
    original.setSource(PLACE);
    original.setIncludeLocation(true);
    LogEvent copy = EnrichedLogEvent.of(original, ERROR, ALL, ROOM).toImmutable();
    original.clear();
    original.setMessage(ReusableMessageFactory.INSTANCE.newMessage("another call"));
    assertThat(copy).isInstanceOf(Log4jLogEvent.class);
    assertThat(copy.getMessage().getFormattedMessage()).isEqualTo("call c-1");
    assertThat(copy.getContextData().toMap())
        .containsEntry("openai.error.kind", "insufficient_quota")
        .containsEntry("tenant", "blue");
    assertThat(copy.getSource()).isEqualTo(PLACE);
    assertThat(copy.getLevel()).isEqualTo(Level.ERROR);
  }

  @Test
  void aCopyTellsThreadAndLocationOfTheLogCallOnAnotherThread() throws Exception {
    Log4jLogEvent original =
        Log4jLogEvent.newBuilder()
            .setLevel(Level.ERROR)
            .setMessage(new SimpleMessage("x"))
            .setLoggerFqcn(Caller.class.getName())
            .setIncludeLocation(true)
            .build();
    LogEvent copy = Caller.copy(EnrichedLogEvent.of(original, ERROR, ALL, ROOM));
    String elsewhere =
        CompletableFuture.supplyAsync(
                () -> copy.getThreadName() + " " + copy.getSource().getMethodName())
            .get();
    assertThat(elsewhere)
        .isEqualTo(
            Thread.currentThread().getName()
                + " aCopyTellsThreadAndLocationOfTheLogCallOnAnotherThread");
  }

  /** Stands where a logger stands on the stack. */
  private static final class Caller {
    static LogEvent copy(LogEvent event) {
      return event.toImmutable();
    }
  }

  @Test
  void survivesSerialization() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(EnrichedLogEvent.of(complete(), ERROR, ALL, ROOM));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      LogEvent received = (LogEvent) in.readObject();
      assertThat(received.getContextData().toMap())
          .containsEntry("openai.error.kind", "insufficient_quota");
      assertThat(received.getMessage().getFormattedMessage()).isEqualTo("call failed");
    }
  }

  private static MutableLogEvent mutable() {
    MutableLogEvent event = new MutableLogEvent();
    event.setLevel(Level.ERROR);
    event.setLoggerName("com.acme.ChatService");
    event.setMessage(ReusableMessageFactory.INSTANCE.newMessage("call {}", "c-1"));
    event.setContextData(tenant());
    return event;
  }

  private static Log4jLogEvent complete() {
    return Log4jLogEvent.newBuilder()
        .setLevel(Level.WARN)
        .setLoggerName("com.acme.ChatService")
        .setLoggerFqcn("com.acme.Logger")
        .setMarker(MarkerManager.getMarker("CHAT"))
        .setMessage(new SimpleMessage("call failed"))
        .setThrown(new IllegalStateException("broken"))
        .setContextData(tenant())
        .setSource(PLACE)
        .setIncludeLocation(true)
        .setEndOfBatch(true)
        .setThreadId(17)
        .setThreadName("worker")
        .setThreadPriority(3)
        .setTimeMillis(1_767_225_600_000L)
        .setNanoTime(42)
        .build();
  }

  private static StringMap tenant() {
    StringMap data = ContextDataFactory.createContextData();
    data.putValue("tenant", "blue");
    return data;
  }
}

package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.core.impl.JdkMapAdapterStringMap;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ReusableMessageFactory;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.StringMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Log4jEventViewTest {

  private final Log4jEventView view = Log4jEventView.INSTANCE;

  @ParameterizedTest
  @CsvSource({"ERROR, false", "WARN, false", "INFO, true", "DEBUG, true", "TRACE, true"})
  void tellsWhatWasLoggedByRoutine(String level, boolean routine) {
    LogEvent event = event().setLevel(Level.valueOf(level)).build();
    assertThat(view.isRoutine(event)).isEqualTo(routine);
  }

  @Test
  void readsContextDataOfAnyKind() {
    Map<String, String> pairs = Map.of("a", "1", "b", "2", "c", "3");
    StringMap indexed = ContextDataFactory.createContextData(pairs);
    StringMap adapted = new JdkMapAdapterStringMap();
    adapted.putAll(indexed);
    assertThat(pairsOf(indexed)).isEqualTo(pairs);
    assertThat(pairsOf(adapted)).isEqualTo(pairs);
  }

  @Test
  void passesOverWhatAPluginWrote() {
    StringMap data = ContextDataFactory.createContextData();
    data.putValue("openai.error.fix", "Buy credits");
    data.putValue("tenant", "blue");
    assertThat(pairsOf(data)).containsExactly(Map.entry("tenant", "blue"));
  }

  @Test
  void looksAtABoundedNumberOfPairs() {
    StringMap data = ContextDataFactory.createContextData();
    for (int i = 0; i < 1000; i++) {
      data.putValue("key" + i, "value");
    }
    assertThat(view.keyValueCount(event().setContextData(data).build())).isEqualTo(Pick.MOST);
  }

  @Test
  void looksAtABoundedNumberOfArguments() {
    Message message = ReusableMessageFactory.INSTANCE.newMessage("x", new Object[1000]);
    assertThat(view.argumentCount(event().setMessage(message).build())).isEqualTo(Pick.MOST);
  }

  @Test
  void passesOverTheThrowableThatIsAnArgumentToo() {
    RuntimeException thrown = new RuntimeException("x");
    Message message = ReusableMessageFactory.INSTANCE.newMessage("call {}", "c-1", thrown);
    LogEvent event = event().setMessage(message).setThrown(thrown).build();
    assertThat(view.argumentCount(event)).isEqualTo(1);
    assertThat(view.argument(event, 0)).isNull();
  }

  @Test
  void copiesAStackTraceOnce() {
    Thrown thrown = Objects.requireNonNull(Thrown.of(new RuntimeException("x")));
    assertThat(view.frameClass(thrown, 0)).isEqualTo(getClass().getName());
    assertThat(thrown.frames()).isSameAs(thrown.frames()).hasSize(view.frameCount(thrown));
  }

  private Map<String, Object> pairsOf(StringMap contextData) {
    LogEvent event = event().setContextData(contextData).build();
    Map<String, Object> pairs = new HashMap<>();
    for (int i = 0; i < view.keyValueCount(event); i++) {
      if (view.key(event, i) != null) {
        pairs.put(view.key(event, i), view.value(event, i));
      }
    }
    return pairs;
  }

  private static Log4jLogEvent.Builder event() {
    return Log4jLogEvent.newBuilder()
        .setLevel(Level.ERROR)
        .setLoggerName("com.acme.ChatService")
        .setMessage(new SimpleMessage("x"));
  }
}

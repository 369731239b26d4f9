package dev.openaierrors.logback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.net.LoggingEventPreSerializationTransformer;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.LoggingEventVO;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import dev.openaierrors.error.Provider;
import dev.openaierrors.plugin.FieldRoom;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

class EnrichedLoggingEventTest {

  private static final FieldRoom ROOM = new FieldRoom(new LogbackHost(new ContextAwareBase()));

  private static final OpenAiError ERROR =
      new OpenAiError(
          ErrorKind.INSUFFICIENT_QUOTA,
          false,
          "Pay the bill.",
          Provider.OPENAI,
          new OpenAiError.Answer(429, "insufficient_quota", null, null, null),
          new OpenAiError.Call(null, "req_1"),
          null,
          Particulars.NONE);

  /** Whatever Logback's event tells, in the version that is on the class path. */
  static List<Method> whatAnEventTells() {
    return Arrays.stream(LoggingEvent.class.getMethods())
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("whatAnEventTells")
  void takesNothingFromTheEmptySuperclass(Method method) throws Exception {
    assertThat(EnrichedLoggingEvent.class.getDeclaredMethod(method.getName())).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("whatAnEventTells")
  void tellsWhatTheOriginalTellsButForTheMdc(Method method) throws Exception {
    Set<String> asked = new HashSet<>();
    ILoggingEvent event = enriched(recording(asked));
    asked.clear();
    method.invoke(event);
    if (method.getName().equals("getContextBirthTime")) {
      assertThat(asked).containsExactly("getLoggerContextVO");
    } else if (Set.of("getMDCPropertyMap", "getMdc").contains(method.getName())) {
      assertThat(asked).isEmpty();
    } else {
      assertThat(asked).containsExactly(method.getName());
    }
  }

  private static ILoggingEvent recording(Set<String> asked) {
    ILoggingEvent original = logged("The chat failed");
    return (ILoggingEvent)
        Proxy.newProxyInstance(
            EnrichedLoggingEventTest.class.getClassLoader(),
            new Class<?>[] {ILoggingEvent.class},
            (proxy, method, arguments) -> {
              asked.add(method.getName());
              try {
                return method.invoke(original, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  @Test
  void addsTheWantedFieldsToTheMdcOfTheOriginal() {
    MDC.put("tenant", "blue");
    try {
      ILoggingEvent original = logged("The chat failed");
      ILoggingEvent event =
          EnrichedLoggingEvent.of(
              original, ERROR, EnumSet.of(ErrorField.KIND, ErrorField.MODEL, ErrorField.FIX), ROOM);
      assertThat(event.getMDCPropertyMap())
          .containsOnly(
              Map.entry("tenant", "blue"),
              Map.entry("openai.error.kind", "insufficient_quota"),
              Map.entry("openai.error.fix", "Pay the bill."));
      assertThat(original.getMDCPropertyMap()).containsOnlyKeys("tenant");
    } finally {
      MDC.remove("tenant");
    }
  }

  @Test
  void letsNobodyChangeTheMdc() {
    LoggingEvent event = enriched(logged("The chat failed"));
    assertThatThrownBy(() -> event.getMDCPropertyMap().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> event.setMDCPropertyMap(new HashMap<>()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void leavesAnEventAloneThatWasEnrichedInAnotherProcess() {
    ILoggingEvent received = LoggingEventVO.build(enriched(logged("The chat failed")));
    assertThat(EnrichedLoggingEvent.of(received, ERROR, EnumSet.allOf(ErrorField.class), ROOM))
        .isSameAs(received);
  }

  @Test
  void wrapsAnEventThatCameThroughASocket() {
    ILoggingEvent original = logged("The chat failed", new IllegalStateException("broken"));
    LoggingEvent event = enriched(LoggingEventVO.build(original));
    assertThat(event.getMDCPropertyMap()).containsEntry("openai.error.kind", "insufficient_quota");
    assertThat(event.getFormattedMessage()).isEqualTo("The chat failed");
    assertThat(event.getThrowableProxy().getMessage()).isEqualTo("broken");
    assertThat(event.getLevel()).isEqualTo(Level.ERROR);
    assertThat(event.getThreadName()).isEqualTo(Thread.currentThread().getName());
    assertThat(event.getTimeStamp()).isEqualTo(original.getTimeStamp());
    assertThat(event.getContextBirthTime()).isEqualTo(original.getLoggerContextVO().getBirthTime());
  }

  @Test
  void toleratesAnEventWithoutMdcAndContext() {
    ILoggingEvent bare =
        (ILoggingEvent)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ILoggingEvent.class},
                (proxy, method, arguments) ->
                    method.getReturnType() == boolean.class ? Boolean.FALSE : null);
    LoggingEvent event = enriched(bare);
    assertThat(event.getMDCPropertyMap()).containsKey("openai.error.kind");
    assertThat(event.getContextBirthTime()).isZero();
  }

  @Test
  void canBeSentThroughASocket() throws Exception {
    Object sent =
        new LoggingEventPreSerializationTransformer()
            .transform(enriched(logged("The chat failed", new IllegalStateException("broken"))));
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      out.writeObject(sent);
    }
    assertThat(((ILoggingEvent) sent).getMDCPropertyMap()).containsKey("openai.error.kind");
  }

  @Test
  void printsAsTheOriginal() {
    ILoggingEvent original = logged("The chat failed");
    assertThat(enriched(original)).hasToString("[ERROR] The chat failed");
  }

  @Test
  void knowsItsErrorWhateverFieldsWereWritten() {
    EnrichedLoggingEvent event =
        (EnrichedLoggingEvent)
            EnrichedLoggingEvent.of(
                logged("The chat failed"), ERROR, EnumSet.of(ErrorField.REQUEST_ID), ROOM);
    assertThat(event.error()).isSameAs(ERROR);
  }

  private static EnrichedLoggingEvent enriched(ILoggingEvent event) {
    return (EnrichedLoggingEvent)
        EnrichedLoggingEvent.of(event, ERROR, EnumSet.allOf(ErrorField.class), ROOM);
  }

  private static ILoggingEvent logged(String message) {
    return logged(message, null);
  }

  private static ILoggingEvent logged(String message, @Nullable Throwable thrown) {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(MDC.getMDCAdapter());
    Logger logger = context.getLogger("com.acme.ChatService");
    return new LoggingEvent(Logger.class.getName(), logger, Level.ERROR, message, thrown, null);
  }
}

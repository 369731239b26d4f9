package dev.openaierrors.error;

import static dev.openaierrors.error.Payloads.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.CharBuffer;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EveryPieceOfAnEventTest {

  private static final String QUOTA = "insufficient_quota";
  private static final String FAILED = "OpenAI call failed: 429 " + JSON;

  @Test
  void anErrorInTheMessageIsFound() {
    assertThat(Verdict.of(PlainEvent.of(FAILED))).isEqualTo(QUOTA);
    assertThat(Verdict.of(PlainEvent.of(CharBuffer.wrap(FAILED)))).isEqualTo(QUOTA);
  }

  @Test
  void anEventThatHoldsNothingCarriesNone() {
    assertThat(Verdict.of(PlainEvent.of(null))).isEqualTo(Verdict.NONE);
    assertThat(Verdict.of(PlainEvent.of("").with(new RuntimeException((String) null))))
        .isEqualTo(Verdict.NONE);
  }

  @Test
  void anErrorInAnArgumentThatTheMessageDoesNotShowIsFound() {
    assertThat(Verdict.of(PlainEvent.of("call failed").argument(7).argument(FAILED)))
        .isEqualTo(QUOTA);
    assertThat(Verdict.of(PlainEvent.of("call failed").argument(CharBuffer.wrap(FAILED))))
        .isEqualTo(QUOTA);
  }

  @Test
  void aThrowableAmongTheArgumentsIsLookedThrough() {
    PlainEvent event = PlainEvent.of("call failed").argument(deep(3, FAILED));
    assertThat(Verdict.of(event)).isEqualTo(QUOTA);
  }

  @Test
  void argumentsOfOtherTypesAreNotRendered() {
    Supplier<Object> touchy =
        () ->
            new Object() {
              @Override
              public String toString() {
                throw new AssertionError("rendered");
              }
            };
    PlainEvent event = PlainEvent.of("call failed").argument(touchy.get()).pair("a", touchy.get());
    assertThat(Verdict.of(event)).isEqualTo(Verdict.NONE);
  }

  @Test
  void anErrorInAKeyValuePairIsFound() {
    assertThat(Verdict.of(PlainEvent.of("failed").pair("cause", FAILED))).isEqualTo(QUOTA);
    assertThat(Verdict.of(PlainEvent.of("failed").pair("cause", new IOException(FAILED))))
        .isEqualTo(QUOTA);
  }

  @Test
  void aJsonTreeIsText() throws IOException {
    PlainEvent event = PlainEvent.of("call to OpenAI failed");
    Object tree = new ObjectMapper().readTree(JSON);
    assertThat(Verdict.of(event.pair("response", tree))).isEqualTo(QUOTA);
    assertThat(Verdict.of(event.argument(tree))).isEqualTo(QUOTA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"prompt", "content", "question", "user_message"})
  void whatAPairQuotesIsNone(String key) {
    assertThat(Verdict.of(PlainEvent.of("asked").pair(key, FAILED))).isEqualTo(Verdict.NONE);
    assertThat(Verdict.of(PlainEvent.of("asked").pair(key, FAILED).argument(FAILED)))
        .isEqualTo(QUOTA);
  }

  @Test
  void anErrorInAMarkerIsFound() {
    assertThat(Verdict.of(PlainEvent.of("call failed").marker("x").marker(FAILED)))
        .isEqualTo(QUOTA);
  }

  @Test
  void anExceptionInHandIsJudgedAsOneThatIsLogged() {
    ErrorAnalyzer analyzer = ErrorAnalyzer.create();
    Throwable quota = new IllegalStateException("asking failed", new RuntimeException(FAILED));
    assertThat(analyzer.analyze(quota))
        .extracting(OpenAiError::kind)
        .isEqualTo(ErrorKind.INSUFFICIENT_QUOTA);
    assertThat(analyzer.analyze(new IllegalStateException("no such order"))).isNull();
  }

  @Test
  void aPairSaysNothingOfTheOthers() {
    PlainEvent timeout = PlainEvent.of("loading failed").with(new RuntimeException("timed out"));
    assertThat(Verdict.of(timeout.pair("caller", "openai-gateway"))).isEqualTo(Verdict.NONE);
    assertThat(Verdict.of(timeout.pair("url", "https://api.openai.com/v1/models")))
        .isEqualTo(Verdict.NONE);
  }

  @Test
  void evidenceAddsUpOverThePiecesOfAnEvent() {
    String answer = "{\"error\":{\"message\":\"no\",\"code\":\"billing_not_active\"}}";
    assertThat(Verdict.of(PlainEvent.of(answer))).isEqualTo(Verdict.NONE);
    assertThat(Verdict.of(PlainEvent.of("calling OpenAI failed").argument(answer)))
        .isEqualTo(QUOTA);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 20})
  void aCauseIsFoundHoweverDeep(int depth) {
    assertThat(Verdict.of(PlainEvent.thrown(deep(depth, FAILED)))).isEqualTo(QUOTA);
  }

  @Test
  void aSuppressedThrowableIsFound() {
    Throwable closing = new IllegalStateException("cannot close");
    closing.addSuppressed(deep(2, FAILED));
    assertThat(Verdict.of(PlainEvent.thrown(new RuntimeException("top", closing))))
        .isEqualTo(QUOTA);
  }

  @Test
  void aChainOfTenThousandComesToAnEnd() {
    Counting view = new Counting();
    ErrorAnalyzer.create().analyze(view, PlainEvent.thrown(deep(10_000, "OpenAI 429")));
    assertThat(view.throwables).isLessThan(2 * ErrorAnalyzer.MAX_TEXT / 256);
  }

  @Test
  void aChainThatBitesItsTailComesToAnEnd() {
    Throwable last = new IllegalStateException(FAILED);
    Throwable first = new IllegalStateException("first", new RuntimeException("second", last));
    last.initCause(first);
    first.addSuppressed(last);
    assertThat(Verdict.of(PlainEvent.thrown(first))).isEqualTo(QUOTA);
  }

  @Test
  void aThousandSuppressedOfAThousandComeToAnEnd() {
    Throwable leaf = new IllegalStateException("OpenAI");
    Throwable inner = new IllegalStateException("inner");
    Throwable outer = new IllegalStateException("outer");
    for (int i = 0; i < 1000; i++) {
      inner.addSuppressed(leaf);
      outer.addSuppressed(inner);
    }
    Counting view = new Counting();
    ErrorAnalyzer.create().analyze(view, PlainEvent.thrown(outer));
    assertThat(view.throwables).isLessThan(2 * ErrorAnalyzer.MAX_TEXT / 256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.theokanning.openai.service.OpenAiService",
        "dev.langchain4j.model.openai.OpenAiChatModel",
        "com.openai.core.http.RetryingHttpClient",
        "org.springframework.ai.openai.api.OpenAiApi",
        "com.azure.ai.openai.OpenAIClient"
      })
  void aTimeoutThatPassedThroughAnOpenAiClientIsOne(String frame) {
    Throwable timeout = at(new SocketTimeoutException("Read timed out"), "okhttp3.Call", frame);
    assertThat(Verdict.of(PlainEvent.thrown(timeout))).isEqualTo("timeout");
    assertThat(Verdict.of(PlainEvent.thrown(new RuntimeException(timeout)))).isEqualTo("timeout");
  }

  @Test
  void aConnectionThatAnOpenAiClientCouldNotMakeIsOne() {
    Throwable refused =
        at(new ConnectException("Connection refused"), "com.openai.core.http.RetryingHttpClient");
    assertThat(Verdict.of(PlainEvent.thrown(refused))).isEqualTo("connection_error");
  }

  @Test
  void aTimeoutOfAnybodyElseIsNone() {
    Throwable timeout =
        at(new SocketTimeoutException("Read timed out"), "okhttp3.Call", "com.acme.crm.CrmClient");
    assertThat(Verdict.of(PlainEvent.thrown(timeout))).isEqualTo(Verdict.NONE);
  }

  @Test
  void aFailureOfOnesOwnCodeUnderAnOpenAiClientIsNone() {
    Throwable own =
        at(new IllegalStateException("no such user"), "com.acme.Tools", "com.openai.core.Stream");
    assertThat(Verdict.of(PlainEvent.thrown(own))).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "dev.langchain4j.model.openai.OpenAiChatModel, rate_limit_exceeded",
    "dev.langchain4j.model.anthropic.AnthropicChatModel, none",
    "dev.langchain4j.model.mistralai.MistralAiChatModel, none"
  })
  void framesTellWhoseLimitItIsWhereOneExceptionServesAllVendors(String frame, String verdict) {
    Throwable thrown =
        at(
            new dev.langchain4j.exception.RateLimitException("429 Too Many Requests"),
            "dev.langchain4j.internal.ExceptionMapper",
            frame);
    assertThat(Verdict.of(PlainEvent.thrown(thrown))).isEqualTo(verdict);
  }

  @Test
  void aRoutineEventNeedsMoreEvidence() {
    PlainEvent event = PlainEvent.of("OpenAI: {\"error\":{\"code\":\"insufficient_quota\"}}");
    assertThat(Verdict.of(event)).isEqualTo(QUOTA);
    assertThat(Verdict.of(event.info())).isEqualTo(Verdict.NONE);
  }

  @Test
  void aRoutineEventWithAllTheEvidenceIsAnError() {
    assertThat(Verdict.of(PlainEvent.of(FAILED).info())).isEqualTo(QUOTA);
  }

  @Test
  void aLevelInAPairIsNotTheMessages() {
    PlainEvent event =
        PlainEvent.of("OpenAI call failed: 503 Service Unavailable")
            .pair("asked", "2026-05-04T10:00:00Z")
            .pair("level", "INFO");

    assertThat(Verdict.of(event)).isNotEqualTo(Verdict.NONE);
  }

  @Test
  void whatIsThrownDidHappenAtWhateverLevelItIsLogged() {
    PlainEvent event =
        PlainEvent.thrown(new IllegalStateException("OpenAI: 429, code=insufficient_quota"));
    assertThat(Verdict.of(event)).isEqualTo(QUOTA);
    assertThat(Verdict.of(event.info())).isEqualTo(QUOTA);
  }

  @Test
  void bothEndsOfALongTextAreLookedAt() {
    String filler = "lorem ipsum ".repeat(90_000);
    assertThat(Verdict.of(PlainEvent.of(FAILED + filler))).isEqualTo(QUOTA);
    assertThat(Verdict.of(PlainEvent.of(filler + FAILED))).isEqualTo(QUOTA);
    assertThat(Verdict.of(FAILED + filler)).isEqualTo(QUOTA);
    assertThat(Verdict.of(filler + FAILED)).isEqualTo(QUOTA);
    assertThat(Verdict.of(filler + FAILED + filler)).isEqualTo(Verdict.NONE);
    assertThat(Verdict.of(PlainEvent.thrown(new IOException(FAILED + filler)))).isEqualTo(QUOTA);
    assertThat(Verdict.of(PlainEvent.thrown(new IOException(filler + FAILED)))).isEqualTo(QUOTA);
  }

  @Test
  void aLongMessageLeavesRoomForWhatIsThrown() {
    PlainEvent event = PlainEvent.of("x".repeat(1_000_000)).with(deep(2, FAILED));
    assertThat(Verdict.of(event)).isEqualTo(QUOTA);
  }

  @Test
  void theWorkDoesNotGrowWithTheText() {
    CountingText text = new CountingText(4_000_000, FAILED);
    assertThat(Verdict.of(text)).isEqualTo(QUOTA);
    assertThat(text.read).isLessThan(8 * ErrorAnalyzer.MAX_TEXT);

    CountingText none = new CountingText(4_000_000, "");
    assertThat(Verdict.of(PlainEvent.of(none))).isEqualTo(Verdict.NONE);
    assertThat(none.read).isLessThan(8 * ErrorAnalyzer.MAX_TEXT);
  }

  @Test
  void providersThatAreNotAskedForAreNone() {
    String groq = "429 from https://api.groq.com/openai/v1/chat/completions: " + JSON;
    Set<Provider> others = EnumSet.complementOf(EnumSet.of(Provider.COMPATIBLE));
    assertThat(ErrorAnalyzer.create().analyze(groq)).isNotNull();
    assertThat(ErrorAnalyzer.create(others).analyze(groq)).isNull();
    assertThat(ErrorAnalyzer.create(others).analyze(FAILED)).isNotNull();
  }

  private static Throwable deep(int causes, String message) {
    Throwable thrown = new IllegalStateException(message);
    for (int i = 0; i < causes; i++) {
      thrown = new RuntimeException("layer " + i, thrown);
    }
    return thrown;
  }

  private static Throwable at(Throwable thrown, String... classes) {
    StackTraceElement[] stack = new StackTraceElement[classes.length + 1];
    for (int i = 0; i < classes.length; i++) {
      stack[i] = new StackTraceElement(classes[i], "call", "X.java", i + 1);
    }
    stack[classes.length] = new StackTraceElement("com.acme.Main", "main", "Main.java", 1);
    thrown.setStackTrace(stack);
    return thrown;
  }

  /** A long text that ends with a piece, and counts how many of its characters are asked for. */
  private static final class CountingText implements CharSequence {

    private final int length;
    private final String end;
    private long read;

    CountingText(int length, String end) {
      this.length = length;
      this.end = end;
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public char charAt(int index) {
      read++;
      int at = index - (length - end.length());
      return at < 0 ? 'x' : end.charAt(at);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      StringBuilder part = new StringBuilder();
      for (int i = from; i < to; i++) {
        part.append(charAt(i));
      }
      return part;
    }

    @Override
    public String toString() {
      return subSequence(0, length).toString();
    }
  }

  /** Counts how many throwables are looked at. */
  private static final class Counting extends PlainEvent.View {

    private int throwables;

    @Override
    public String className(Throwable thrown) {
      throwables++;
      return super.className(thrown);
    }
  }
}

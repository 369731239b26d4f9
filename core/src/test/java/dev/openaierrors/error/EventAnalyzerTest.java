package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.SocketTimeoutException;
import java.nio.CharBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where in an event an error is found, and how far is looked. */
class EventAnalyzerTest {

  private static final String QUOTA = Form.PLAIN.of(Samples.QUOTA);

  @Test
  void looksIntoTheMessage() {
    assertIsQuota(TestEvent.error(QUOTA));
  }

  @Test
  void looksIntoTextThatIsNoString() {
    assertIsQuota(TestEvent.error(CharBuffer.wrap(QUOTA)));
  }

  @Test
  void looksIntoArgumentsThatAreTextJsonOrThrowables() throws Exception {
    TestEvent event = TestEvent.error("call failed");
    assertIsQuota(event.argument(QUOTA));
    assertIsQuota(event.argument(new ObjectMapper().readTree(Samples.QUOTA.json())));
    assertIsQuota(event.argument(new RuntimeException(QUOTA)));
  }

  @Test
  void rendersNoObjectOfTheUsers() {
    Object lazy =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("rendered");
          }
        };
    TestEvent event = TestEvent.error("call failed");
    assertThat(event.argument(lazy).analyzed()).isNull();
    assertThat(event.pair("response", lazy).analyzed()).isNull();
  }

  @Test
  void looksIntoKeyValuePairsAndMarkers() {
    assertIsQuota(TestEvent.error("call failed").pair("response", QUOTA));
    assertIsQuota(TestEvent.error("call failed").marker(QUOTA));
  }

  @Test
  void looksIntoCausesAndSuppressedThrowables() {
    RuntimeException refused = new RuntimeException(QUOTA);
    assertIsQuota(TestEvent.thrown(refused));
    assertIsQuota(
        TestEvent.thrown(new IllegalStateException("a", new RuntimeException("b", refused))));
    RuntimeException gaveUp = new RuntimeException("gave up");
    gaveUp.addSuppressed(new IllegalStateException("third", refused));
    assertIsQuota(TestEvent.thrown(gaveUp));
  }

  @Test
  void survivesAnEventWithoutAnything() {
    assertThat(TestEvent.error(null).analyzed()).isNull();
    assertThat(TestEvent.error("").analyzed()).isNull();
    assertThat(TestEvent.thrown(new RuntimeException((String) null)).analyzed()).isNull();
  }

  @Test
  void comesToAnEndInCyclicChains() {
    RuntimeException first = new RuntimeException("first");
    RuntimeException second = new RuntimeException("second", first);
    first.initCause(second);
    second.addSuppressed(first);
    first.addSuppressed(second);
    assertThat(TestEvent.thrown(first).analyzed()).isNull();
    first.addSuppressed(new RuntimeException(QUOTA));
    TestEvent.thrown(first).analyzed();
  }

  @Test
  void looksAtTheTopOfAChainOfTenThousand() {
    Throwable chain = new RuntimeException("root");
    for (int i = 0; i < 10_000; i++) {
      chain = new RuntimeException("level " + i, chain);
    }
    assertThat(TestEvent.thrown(chain).analyzed()).isNull();
    assertIsQuota(
        TestEvent.thrown(new RuntimeException("top", new RuntimeException(QUOTA, chain))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.theokanning.openai.service.OpenAiService",
        "dev.langchain4j.model.openai.OpenAiChatModel",
        "org.springframework.ai.openai.api.OpenAiApi",
        "com.openai.core.http.RetryingHttpClient",
        "com.azure.ai.openai.implementation.OpenAIClientImpl"
      })
  void aTimeoutBelowAClientsFrameIsOpenAis(String client) {
    assertThat(timeout(client).analyzed())
        .isNotNull()
        .extracting(OpenAiError::kind)
        .isEqualTo(ErrorKind.TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.orders.OrderClient",
        "dev.langchain4j.model.anthropic.AnthropicChatModel",
        "okhttp3.internal.connection.RealCall"
      })
  void aTimeoutOfAnybodyElseIsNot(String client) {
    assertThat(timeout(client).analyzed()).isNull();
  }

  private static TestEvent timeout(String client) {
    SocketTimeoutException timeout = new SocketTimeoutException("timeout");
    timeout.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("okhttp3.internal.http2.Http2Stream", "take", "H.java", 1),
          new StackTraceElement(client, "execute", "C.java", 2)
        });
    return TestEvent.thrown(new RuntimeException(timeout));
  }

  @Test
  void anExceptionOfTheCallersOwnCodeBelowAClientIsNone() {
    RuntimeException own = new RuntimeException("user not found.");
    own.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("com.acme.Users", "find", "U.java", 1),
          new StackTraceElement("dev.langchain4j.model.openai.OpenAiChatModel", "chat", "O.java", 2)
        });
    assertThat(TestEvent.thrown(own).analyzed()).isNull();
  }

  @Test
  void atInfoItTakesMoreThanASentence() {
    TestEvent sentence = TestEvent.error("You exceeded your current quota, please check");
    assertThat(sentence.analyzed()).isNotNull();
    assertThat(sentence.atInfo().analyzed()).isNull();
    assertIsQuota(TestEvent.error(QUOTA).atInfo());
    assertIsQuota(
        TestEvent.thrown(new RuntimeException("You exceeded your current quota")).atInfo());
  }

  @Test
  void findsAnErrorAtEitherEndOfALongText() {
    String filling = "x".repeat(1_000_000);
    assertIsQuota(TestEvent.error(QUOTA + filling));
    assertIsQuota(TestEvent.error(filling + QUOTA));
    assertIsQuota(TestEvent.thrown(new RuntimeException(filling + QUOTA)));
    assertThat(TestEvent.error(filling + QUOTA + filling).analyzed()).isNull();
  }

  @Test
  void manyLongPiecesDoNotAddUp() {
    Throwable chain = new RuntimeException("x".repeat(100_000) + QUOTA);
    for (int i = 0; i < 100; i++) {
      chain = new RuntimeException("{\"type\":\"message code " + "y".repeat(100_000), chain);
    }
    EventText text = EventText.of(TestEvent.View.INSTANCE, TestEvent.thrown(chain));
    assertThat(text.length()).isLessThan(2 * ErrorAnalyzer.MAX_TEXT);
  }

  private static void assertIsQuota(TestEvent event) {
    assertThat(Objects.requireNonNull(event.analyzed()).kind())
        .isEqualTo(ErrorKind.INSUFFICIENT_QUOTA);
  }
}

package dev.openaierrors.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.error.OpenAiError;
import dev.openaierrors.error.Particulars;
import dev.openaierrors.error.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client's line of a call and the error of that call are one failure. */
class CallLinesTest {

  private static final String URL = "https://api.openai.com/v1/chat/completions";

  private final List<String> told = new ArrayList<>();
  private final CallLines calls =
      new CallLines(event -> told.add(event.message().replace(" of " + URL, "")));

  @Test
  void aCallsLineIsLeftOutWhereItsReasonFollows() {
    calls.add(call("HTTP 429", 0, null));
    calls.add(reason("quota", 4, null));
    calls.end();
    assertThat(told).containsExactly("quota");
  }

  @Test
  void aCallsLineCountsWhereNothingFollowsWithinMoments() {
    calls.add(call("HTTP 429", 0, null));
    calls.add(reason("quota", 5000, null));
    calls.add(call("last", 6000, null));
    calls.end();
    assertThat(told).containsExactly("HTTP 429", "quota", "last");
  }

  @Test
  void ofSeveralCallsAtOnceEachReasonIsOne() {
    calls.add(call("a", 0, null));
    calls.add(call("b", 1, null));
    calls.add(call("c", 2, null));
    calls.add(reason("of c", 3, null));
    calls.add(reason("of b", 4, null));
    calls.end();
    assertThat(told).containsExactly("a", "of c", "of b");
  }

  @Test
  void ofSeveralAttemptsTheLastOneIsTheReasons() {
    calls.add(call("first", 0, null));
    calls.add(call("second", 600, null));
    calls.add(call("third", 1200, null));
    calls.add(reason("quota", 1204, null));
    calls.end();
    assertThat(told).containsExactly("first", "second", "quota");
  }

  @Test
  void whatIsToldAgainAtAnotherLevelLeavesOutNoOtherCall() {
    calls.add(call("first", 0, null));
    calls.add(call("second", 600, null));
    calls.add(event("warned", 604, null, "WARN", 429, "insufficient_quota"));
    calls.add(reason("given up", 604, null));
    calls.end();
    assertThat(told).containsExactly("first", "warned", "given up");
  }

  @Test
  void anotherThreadsReasonIsNotTheCalls() {
    calls.add(call("call", 0, "one"));
    calls.add(reason("other", 1, "two"));
    calls.end();
    assertThat(told).containsExactly("call", "other");
  }

  @Test
  void anotherStatusIsAnotherCalls() {
    calls.add(call("call", 0, null));
    calls.add(event("other", 1, null, "ERROR", 401, "invalid_api_key"));
    calls.end();
    assertThat(told).containsExactly("call", "other");
  }

  @Test
  void whoGotNoAnswerTellsOfAnotherCall() {
    calls.add(call("HTTP 429", 0, null));
    calls.add(unanswered("refused", 500, ErrorKind.CONNECTION_ERROR));
    calls.add(unanswered("late", 600, ErrorKind.TIMEOUT));
    calls.end();
    assertThat(told).containsExactly("HTTP 429", "refused", "late");
  }

  @Test
  void aReasonWithoutAStatusIsTheCalls() {
    calls.add(call("HTTP 429", 0, null));
    calls.add(unanswered("quota", 4, ErrorKind.INSUFFICIENT_QUOTA));
    calls.end();
    assertThat(told).containsExactly("quota");
  }

  @Test
  void whatWaitsIsBounded() {
    for (int i = 0; i < 10_000; i++) {
      calls.add(call("call", 0, "t" + i));
    }
    assertThat(told).hasSizeGreaterThan(9000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2026-05-04T10:00:00.118Z] \"POST /v1/chat/completions HTTP/1.1\" 429 - via_upstream - \"-\" 5",
        "10.0.0.7 - - \"POST /v1/chat/completions HTTP/1.1\" 429 612 \"-\" \"shop/1\"",
        "\"POST https://api.openai.com/v1/responses HTTP/2\" 429",
        "\"POST /v1/embeddings HTTP/2.0\" 429 0 api.openai.com",
        "\"GET /v1/models HTTP/1.0\" 429",
      })
  void aProxysLineIsOfTheSameCallBeforeItsReasonOrBehindIt(String line) {
    calls.add(access(line, 0, "pod/proxy"));
    calls.add(of("pod/api", reason("first", 2, null)));
    calls.add(of("pod/api", reason("second", 900, null)));
    calls.add(access(line, 901, "pod/proxy"));
    calls.end();
    assertThat(told).containsExactly("first", "second");
  }

  @Test
  void ofTwoCallsOfAProxyOneMayHaveNoReason() {
    String line = "\"POST /v1/embeddings HTTP/2.0\" 429 0 api.openai.com";
    calls.add(of("pod/api", reason("told", 0, null)));
    calls.add(access(line, 1, "pod/proxy"));
    calls.add(access(line, 400, "pod/proxy"));
    calls.end();
    assertThat(told).containsExactly("told", line);
  }

  @Test
  void theProxyOfAnotherPodTellsOfAnotherCall() {
    String line = "\"POST /v1/embeddings HTTP/2.0\" 429 0 api.openai.com";
    calls.add(of("pod-a/api", reason("told", 0, null)));
    calls.add(access(line, 1, "pod-b/proxy"));
    calls.add(access("\"POST /v1/embeddings HTTP/2.0\" 429", 5000, "pod-a/proxy"));
    calls.end();
    assertThat(told).hasSize(3);
  }

  private static AnalyzedEvent access(String message, long millis, String service) {
    return of(service, event(message, millis, null, null, 429, null));
  }

  private static AnalyzedEvent of(String service, AnalyzedEvent event) {
    return new AnalyzedEvent(
        event.time(),
        event.level(),
        event.logger(),
        event.thread(),
        service,
        event.message(),
        event.thrown(),
        event.file(),
        event.offset(),
        event.error(),
        Map.of());
  }

  private static AnalyzedEvent call(String message, long millis, @Nullable String thread) {
    return event(message + " of " + URL, millis, thread, "INFO", 429, null);
  }

  private static AnalyzedEvent reason(String message, long millis, @Nullable String thread) {
    return event(message, millis, thread, "ERROR", 429, "insufficient_quota");
  }

  private static AnalyzedEvent unanswered(String message, long millis, ErrorKind kind) {
    return event(
        message, millis, null, "ERROR", kind, new OpenAiError.Answer(null, null, null, null, null));
  }

  private static AnalyzedEvent event(
      String message,
      long millis,
      @Nullable String thread,
      @Nullable String level,
      int status,
      @Nullable String code) {
    ErrorKind kind = code == null ? ErrorKind.RATE_LIMIT_EXCEEDED : ErrorKind.INSUFFICIENT_QUOTA;
    OpenAiError.Answer answer = new OpenAiError.Answer(status, code, null, null, null);
    return event(message, millis, thread, level, kind, answer);
  }

  private static AnalyzedEvent event(
      String message,
      long millis,
      @Nullable String thread,
      @Nullable String level,
      ErrorKind kind,
      OpenAiError.Answer answer) {
    return new AnalyzedEvent(
        Events.TEN.plus(Duration.ofMillis(millis)),
        level,
        null,
        thread,
        null,
        message,
        null,
        "app.log",
        0,
        new OpenAiError(
            kind,
            kind.retryable(),
            kind.fix(),
            Provider.OPENAI,
            answer,
            new OpenAiError.Call(null, null),
            null,
            Particulars.NONE),
        Map.of());
  }
}

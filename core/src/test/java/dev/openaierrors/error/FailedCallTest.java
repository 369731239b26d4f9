package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that names OpenAI as what failed is an error in whatever words it says so. */
class FailedCallTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          rate_limit_exceeded ~ ChatGPT request failed: Request failed with status code 429
          rate_limit_exceeded ~ Failed to write a summary with GPT-4: 429 Too Many Requests
          timeout ~ GPT-4 request timed out after 30000ms
          timeout ~ Timeout while waiting for the OpenAI response after 60s
          invalid_authentication ~ Error in ChatGPT service: AxiosError: Request failed with status code 401
          rate_limit_exceeded ~ gpt-4o-mini call failed: HTTP 429
          rate_limit_exceeded ~ GPT 4 Turbo failed: too many requests
          connection_error ~ GPT 3.5 request failure, cause: PKIX path building failed
          insufficient_quota ~ OpenAI returned insufficient quota
          invalid_authentication ~ Unauthorized from OpenAI, look at the key
          invalid_api_key ~ OpenAI API failed: the key was rejected (401)
          server_error ~ Received 520 from OpenAI
          model_not_found ~ Azure OpenAI returned 404: DeploymentNotFound
          context_length_exceeded ~ ChatGPT error: prompt is too long
          rate_limit_exceeded ~ request failed provider=openai model=gpt-4o status=429
          rate_limit_exceeded ~ {"level":"error","provider":"openai","status":429,"msg":"completion failed"}
          rate_limit_exceeded ~ ERROR [OpenAIService] request failed with status code 429
          rate_limit_exceeded ~ ChatGPT request resulted in HTTP 429 with message: Too Many Requests
          invalid_authentication ~ com.acme.gpt.ChatGPTApiException: 401 Unauthorized
          rate_limit_exceeded ~ com.acme.ai.OpenAiClientException: the call failed with HTTP 429
          """)
  void isToldInAnyWords(String kind, String text) {
    assertThat(Verdict.of(text)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          rate_limit_exceeded ~ OpenAI 请求失败，状态码: 429
          insufficient_quota ~ 调用OpenAI接口失败: 429 配额已用完
          timeout ~ 调用 OpenAI 超时
          invalid_api_key ~ OpenAI API 密钥无效 (401)
          rate_limit_exceeded ~ OpenAI APIの呼び出しに失敗しました: ステータスコード 429
          timeout ~ OpenAI APIがタイムアウトしました
          rate_limit_exceeded ~ OpenAI API レート制限に達しました
          rate_limit_exceeded ~ OpenAI API 호출 실패: 요청 한도 초과
          rate_limit_exceeded ~ Error al llamar a OpenAI: código de estado 429
          insufficient_quota ~ Error de OpenAI: se ha superado la cuota
          timeout ~ Délai d'attente dépassé lors de l'appel à OpenAI
          rate_limit_exceeded ~ OpenAI-Anfrage fehlgeschlagen: Statuscode 429
          timeout ~ Zeitüberschreitung beim Aufruf der OpenAI-API
          rate_limit_exceeded ~ Erro ao chamar a OpenAI: status 429
          timeout ~ Ошибка при запросе к OpenAI: превышено время ожидания
          insufficient_quota ~ Ошибка OpenAI API: превышена квота
          rate_limit_exceeded ~ Errore OpenAI: limite di richieste superato
          """)
  void isToldInOtherLanguages(String kind, String text) {
    assertThat(Verdict.of(text)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Failed to write OpenAI usage to Postgres: connection refused",
        "Failed to save GPT-4 answer: 500 Internal Server Error",
        "Failed to send ChatGPT answer to Telegram: 403 Forbidden",
        "Slack webhook failed: 429 Too Many Requests while posting the OpenAI summary",
        "Pinecone upsert of OpenAI embeddings failed: HTTP 429",
        "Kafka: failed to send ChatGPT event: TimeoutException: topic is not there",
        "MCP tool invoked by an OpenAI agent timed out after 30s",
        "OpenAI settings page returned 404 for user 17",
        "Your plan does not include GPT-4, 402 Payment Required returned to client",
        "pip: no version satisfies openai==9.9.9 (HTTP error 404)",
        "Deploying openai-proxy failed: timed out waiting for the condition",
        "pods \"openai-proxy-1607661480\" is forbidden: exceeded quota",
        "TelegramError: 429: Too Many Requests: retry after 5 (chatgpt-telegram-bot)",
        "Error creating bean with name 'openAiClient': init failed; timeout property invalid",
        "Could not GET openai-client-3.8.2.pom of com.aallam.openai:openai-client:3.8.2: 403",
        "com.acme.OpenAiDeserializationException: Could not read: text-moderation-007",
        "OpenAI used 429 tokens",
        "User not authorized to use the ChatGPT feature"
      })
  void isNotToldWhereSomebodyElseFailed(String text) {
    assertThat(Verdict.of(text)).isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OpenAI answered within the timeout",
        "OpenAI timeout is not configured, so one minute it is",
        "OpenAI client has a connect timeout of ten seconds",
        "Prompt sent to OpenAI, the read timeout is one minute",
        "OpenAI features are unavailable without a key",
        "OpenAI answer cache unavailable, each question is asked anew",
        "User 17 exceeded the hourly rate limit for GPT-4 requests",
        "Failed to deduct credits for OpenAI request 9",
        "Client disconnected during the ChatGPT stream: Broken pipe",
        "Own rate limiter refused GPT-4 request 12",
        "OpenAI embeddings API is rate limited to 60",
        "OpenAI batch has 0 errors, quota at 40%",
        "OpenAI calls: 1200, failed: 0, quota left",
        "OpenAI returned 500 embeddings",
        "OpenAI health is good: no errors, rate limit at 12%",
        "OpenAI client authenticated, quota is 1000000",
        "gpt-4 deployment scaled down, quota is 40k",
        "OpenAI up, database down (timeout)",
        "Mocked OpenAI server returned 429",
        "OpenAI failover enabled, quota is shared",
        "OpenAI error handler registered for rate limit errors",
        "ChatApi started, OpenAI quota is watched",
        "Eiffel Tower in a prompt for OpenAI, quota is good",
        "OpenAI spend exceeded the plan, billing is told",
        "OpenAI request sent, waiting for the answer until the timeout"
      })
  void isNotToldWhereNothingFailed(String text) {
    assertThat(Verdict.of(text)).isEqualTo(Verdict.NONE);
    assertThat(Verdict.of("2031-02-03 04:05:06 INFO c.a.Chat - " + text)).isEqualTo(Verdict.NONE);
  }

  /** Every vendor's chat is completed, and every service has its own words for that. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "429 Too Many Requests",
        "503 Service Unavailable",
        "upstream connect error or disconnect/reset before headers. reset reason: overflow",
        "Quota exceeded for the tiles of this month",
        "Connection refused: connect"
      })
  void whatWasDoneNamesNobody(String thrown) {
    for (String message :
        new String[] {
          "chat completion failed", "Chat completion error", "chat completions failed"
        }) {
      assertThat(Verdict.of(message + "\njava.lang.IllegalStateException: " + thrown))
          .as(message)
          .isEqualTo(Verdict.NONE);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          insufficient_quota ~ OpenAI says you have run out of credits
          timeout ~ OpenAI replied with a timeout
          timeout ~ OpenAI call exceeded the timeout
          engine_overloaded ~ OpenAI is down: overloaded
          invalid_authentication ~ OpenAI: not authorized (401)
          timeout ~ Request of user 17 to OpenAI failed: timed out
          timeout ~ OpenAI client aborted the request: timed out
          rate_limit_exceeded ~ OpenAI embeddings for Qdrant failed: HTTP 429
          rate_limit_exceeded ~ ChatGptClient: request failed with status 429
          """)
  void isToldBesideTheSameWords(String kind, String text) {
    assertThat(Verdict.of(text)).isEqualTo(kind);
  }

  /** Each would be read whole for each name in it. */
  @Test
  void aNameThatDoesNotEndIsNone() {
    String thrown = "ChatGptLimitException: the call failed with HTTP 429";
    assertThat(Verdict.of("com.acme." + "A".repeat(60) + thrown)).isEqualTo("rate_limit_exceeded");
    assertThat(Verdict.of("com.acme." + "A".repeat(400) + thrown)).isEqualTo(Verdict.NONE);
  }

  @Test
  void aCallerOfTheApplicationsOwnTellsWhoseStatusItIs() {
    String thrown = "org.acme.web.HttpClientErrorException: 429 Too Many Requests: [no body]";
    assertThat(
            Verdict.of(
                thrown
                    + "\n\tat org.acme.web.Rest.get(Rest.java:3)"
                    + "\n\tat com.acme.chat.OpenAiRestClient.complete(OpenAiRestClient.java:44)"))
        .isEqualTo("rate_limit_exceeded");
    assertThat(Verdict.of(thrown + "\n\tat com.acme.chat.WikiClient.get(WikiClient.java:44)"))
        .isEqualTo(Verdict.NONE);
    assertThat(
            Verdict.of(
                "java.net.SocketTimeoutException: Read timed out"
                    + "\n\tat com.mysql.cj.protocol.ReadAheadInputStream.fill(R.java:107)"
                    + "\n\tat com.acme.OpenAiService.load(OpenAiService.java:40)"))
        .isEqualTo(Verdict.NONE);
  }

  /** An event gives its frames one by one, and of those only some are read. */
  @ParameterizedTest
  @CsvSource({
    "com.mysql.cj.protocol.ReadAheadInputStream, none",
    "org.hibernate.engine.Loader, none",
    "com.sun.mail.smtp.SMTPTransport, none",
    "com.acme.net.Channel, timeout"
  })
  void ofAnEventTheFramesTellWhoseStatusItIs(String top, String kind) {
    Throwable thrown = new SocketTimeoutException("Read timed out");
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(top, "fill", "R.java", 107),
          new StackTraceElement("com.acme.OpenAiService", "load", "OpenAiService.java", 40)
        });
    assertThat(Verdict.of(PlainEvent.thrown(thrown))).isEqualTo(kind);
  }

  @Test
  void atInfoAClientTellsThatItWaitsForItsNextTry() {
    String waits = "Rate limited on the OpenAI embeddings API, sleeping before retrying";
    assertThat(Verdict.of(PlainEvent.of(waits).info())).isEqualTo("rate_limit_exceeded");
    assertThat(Verdict.of(PlainEvent.of("OpenAI embeddings API is rate limited to 60").info()))
        .isEqualTo(Verdict.NONE);
    assertThat(
            Verdict.of(
                PlainEvent.of("If OpenAI embeddings API is rate limited, retrying is enabled")
                    .info()))
        .isEqualTo(Verdict.NONE);
  }

  @Test
  void aRetryPolicyIsNoErrorThoughItIsThrown() {
    String policy =
        "Retry policy for api.openai.com: retryOn=[408, 429, 500, 503, SocketTimeoutException],"
            + " neverRetry=[insufficient_quota, invalid_api_key, context_length_exceeded]";
    assertThat(Verdict.of(policy)).isEqualTo(Verdict.NONE);
    assertThat(Verdict.of(PlainEvent.thrown(new IllegalStateException(policy))))
        .isEqualTo(Verdict.NONE);
  }
}

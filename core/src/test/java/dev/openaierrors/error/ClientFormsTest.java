package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of several languages make of an answer, where no payload in JSON is left of it. */
class ClientFormsTest {

  @Test
  void dotNetPrintsTypeAndCodeInBracketsBehindTheStatus() {
    OpenAiError error =
        Verdict.error(
            """
            System.ClientModel.ClientResultException: HTTP 404 (invalid_request_error: thread_gone)

            This thread went away.
               at OpenAI.ClientPipelineExtensions.ProcessMessageAsync(ClientPipeline pipeline)
            """);
    assertThat(error.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
    assertThat(error.answer().status()).isEqualTo(404);
    assertThat(error.answer().type()).isEqualTo("invalid_request_error");
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTP 404 (:404)\n\nNothing here', invalid_request",
    "'HTTP 401 (: PermissionDenied)', permission_denied",
    "'HTTP 401 (invalid_request_error:\ninvalid_api_key)', invalid_api_key",
    "'HTTP 400 (invalid_request_error: invalid_request_error)\n\nA field is odd.', invalid_request"
  })
  void dotNetPrintsNothingWhereThereIsNoTypeOrCode(String printed, String kind) {
    assertThat(Verdict.of("System.ClientModel.ClientResultException: " + printed)).isEqualTo(kind);
  }

  @Test
  void oldPythonClientsLogAnErrorAtInfo() {
    assertThat(
            Verdict.of(
                "INFO:openai:error_code=None error_message=\"Invalid file format. Supported formats:"
                    + " ['flac', 'mp3']\" error_param=None"))
        .isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @CsvSource({
    "eu.api.openai.com, connection_error",
    "cdn.openai.com, none",
    "status.openai.com, none"
  })
  void theApiHasHostsInSeveralRegions(String host, String kind) {
    assertThat(Verdict.of("fetch failed cause: Error: getaddrinfo ENOTFOUND " + host))
        .isEqualTo(kind);
  }

  @Test
  void aTimeOutOfTheResolverIsNoneOfTheApi() {
    assertThat(
            Verdict.of(
                """
                java.net.UnknownHostException: Failed to resolve 'api.openai.com' [A(1)]
                Caused by: io.netty.resolver.dns.DnsNameResolverTimeoutException: query timed out
                """))
        .isEqualTo("connection_error");
  }

  @ParameterizedTest
  @CsvSource({
    "\"model 'phi-9' not found\", model_not_found",
    "\"file 'a.txt' not found\", invalid_request",
    "models/g-9 is not found, model_not_found"
  })
  void whatIsNotFoundMayBeTheModel(String message, String kind) {
    assertThat(
            Verdict.of(
                "openai.NotFoundError: Error code: 404 - {'error': {'message': '"
                    + message
                    + "', 'type': 'api_error', 'param': None, 'code': None}}"))
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "'error, status code: 400, message: x', invalid_request",
    "'chat failed: error, status code: 400, message: x', invalid_request",
    "'Server error, status code: 400, error code: 100001, message: x', none"
  })
  void goBeginsWithTheWordError(String text, String kind) {
    assertThat(Verdict.of(text)).isEqualTo(kind);
  }

  @Test
  void pythonPrintsTheAnswerOfAServiceThatHasNumbersForCodes() {
    String printed = "Error code: 503 - {'error': {'code': 503, 'message': 'Loading the weights'}}";
    assertThat(Verdict.of("integration: Local OpenAI\nconversation.py:471\n" + printed))
        .isEqualTo("engine_overloaded");
    // Clients of other vendors print in the same way, but not such an object.
    assertThat(Verdict.of("conversation.py:471\n" + printed)).isEqualTo("engine_overloaded");
    assertThat(Verdict.of("conversation.py:471\n" + printed.replace("'error'", "'detail'")))
        .isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "'', permission_denied",
    "openai., permission_denied",
    "litellm.exceptions., none",
    "anthropic., none"
  })
  void theClassThatAnAnswerIsPrintedBehindMustNotBeOfAnotherClient(String of, String kind) {
    String printed =
        "PermissionDeniedError: Error code: 403 - {'error': {'message': 'Not allowed'}}";
    assertThat(Verdict.of(of + printed)).isEqualTo(kind);
  }

  @Test
  void pythonPrintsTheAnswerOfAServiceInPart() {
    String printed = "Error code: 400 - {'error': {'message': 'No', 'type': '%s'}}";
    assertThat(Verdict.of(printed.formatted("invalid_request_error"))).isEqualTo("invalid_request");
    assertThat(Verdict.of(printed.formatted("teapot"))).isEqualTo("invalid_request");
    assertThat(Verdict.of("Error code: 400 - {'detail': {'message': 'No', 'type': 'teapot'}}"))
        .isEqualTo(Verdict.NONE);
    assertThat(Verdict.of("## 2026-03-18 15:00:08\n" + printed.formatted("invalid_request_error")))
        .isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @CsvSource({
    "LLM call failed: Error code: 429 - Rate limit reached, rate_limit_exceeded",
    "LLM error: Error code: 400 - 'temperature' does not support 0.7, invalid_request",
    "LLM call failed: Error code: 404 -\\n {'error': {'message': 'no'}}, invalid_request",
    "Order call failed: Error code: 429 - Rate limit reached, none",
    "LLM call failed: Error code: 429 - {'type': 'error'}, none"
  })
  void pythonPrintsAnAnswerBehindTheNameOfWhatWasCalled(String text, String kind) {
    assertThat(Verdict.of(text)).isEqualTo(kind);
  }

  @Test
  void langChain4jHandsOnATypeWithoutACode() {
    assertThat(
            Verdict.of(
                "dev.langchain4j.exception.InvalidRequestException: {\"error\":{\"message\":\"No\","
                    + "\"type\":\"invalid_request_error\"}}"))
        .isEqualTo("invalid_request");
  }

  @Test
  void moonshotRefusesWhatItTakesForARisk() {
    assertThat(
            Verdict.of(
                "{\"error\":{\"message\":\"The request was rejected because it was considered high"
                    + " risk\",\"type\":\"content_filter\"}}"))
        .isEqualTo("content_policy_violation");
  }

  @Test
  void aServerThatIsWrittenInRustSaysWhatItCouldNotRead() {
    String message = "Failed to deserialize the JSON body into the target type: messages[148]: …";
    assertThat(Verdict.of("Provider error 400: {\"error\":{\"message\":\"" + message + "\"}}"))
        .isEqualTo("invalid_request");
  }

  @Test
  void theWordsOfTheApplicationTellOneStatusOfTwoKinds() {
    String status = "POST https://api.openai.com/v1/responses \"HTTP/1.1 429 Too Many Requests\"\n";
    assertThat(Verdict.of(status + "[ERROR] no answer")).isEqualTo("rate_limit_exceeded");
    assertThat(Verdict.of(status + "[ERROR] Insufficient quota")).isEqualTo("insufficient_quota");
  }

  @Test
  void nodePrintsTheRequestOfTheClient() {
    assertThat(
            Verdict.of(
                """
                Error: Request failed with status code 429
                    at settle (/srv/node_modules/axios/lib/core/settle.js:17:12) {
                  config: { headers: { 'User-Agent': 'OpenAI/NodeJS/3.2.1' } }
                """))
        .isEqualTo("rate_limit_exceeded");
  }

  @Test
  void whatStandsBehindALeadInSaysMoreThanTheLeadIn() {
    assertThat(
            Verdict.of(
                "Error communicating with OpenAI: \"Rate limit reached for 5KTPM-20RPM in"
                    + " organization org-a1 on tokens per min.\""))
        .isEqualTo("rate_limit_exceeded");
    assertThat(Verdict.of("Error communicating with OpenAI: Connection reset by peer"))
        .isEqualTo("connection_error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"response.done\",\"response\":{\"object\":\"realtime.response\",\"status\":"
            + "\"failed\",\"status_details\":{\"error\":{\"type\":\"server_error\"}}}}",
        "{ \"type\": \"response.done\", \"response\": { \"status\": \"failed\", \"status_details\": {\n"
            + " \"type\": \"failed\", \"error\": { \"type\": \"server_error\" } } } }"
      })
  void aFailedAnswerOfTheRealtimeApiHasItsErrorInItsDetails(String event) {
    assertThat(Verdict.of(event)).isEqualTo("server_error");
  }

  @Test
  void aCancelledAnswerOfTheRealtimeApiIsNone() {
    assertThat(
            Verdict.of(
                "{\"type\":\"response.done\",\"response\":{\"status\":\"cancelled\",\"status_details\":"
                    + "{\"type\":\"cancelled\",\"reason\":\"turn_detected\"}}}"))
        .isEqualTo(Verdict.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:11434/v1/chat/completions, timeout",
    "http://localhost:11434/api/chat, none"
  })
  void ollamaServesOpenAisApiBesideItsOwn(String url, String kind) {
    assertThat(
            Verdict.of(
                "ResourceAccessException: I/O error on POST request for \""
                    + url
                    + "\": Read timed out\n\tat org.springframework.ai.openai.api.OpenAiApi.chat"))
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "litellm.APIConnectionError: OllamaException - Cannot connect to host localhost:11434",
        "litellm.BadRequestError: GeminiException - 400 Bad Request",
        "SpringAiRetryAutoConfiguration : Retry error. HTTP 400 - {\"request_id\":\"a1\",\"code\":"
            + "\"InvalidParameter\",\"message\":\"An assistant message with 'tool_calls' must be"
            + " followed by tool messages responding to each 'tool_call_id'.\"}"
      })
  void theClientOfAllVendorsNamesTheOneThatFailed(String text) {
    assertThat(Verdict.of(text)).isEqualTo(Verdict.NONE);
  }

  @Test
  void aDocumentIsNoLog() {
    String error = "openai.RateLimitError: Error code: 429";
    assertThat(Verdict.of(error)).isEqualTo("rate_limit_exceeded");
    assertThat(Verdict.of("### " + error)).isEqualTo(Verdict.NONE);
    assertThat(Verdict.of("7. [" + error + "](#7)")).isEqualTo(Verdict.NONE);
  }

  @Test
  void aLineOfALevelIsJudgedByItsOwnLevel() {
    String error = "the usage limit has been reached";
    assertThat(Verdict.of("[INFO][main] asked\n[WARNING][main] " + error))
        .isEqualTo("insufficient_quota");
  }

  @Test
  void aRequestLargerThanItsLimitIsNotSentAgain() {
    OpenAiError error =
        Verdict.error(
            "Limit 20000, Requested 31000. The input or output tokens must be reduced in order to"
                + " run successfully.");
    assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT_EXCEEDED);
    assertThat(error.retryable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "OpenAI API down again: 422 status code (no body), invalid_request",
    "OpenAI API down again: 503 status code (no body), engine_overloaded",
    "Shop API down again: 422 status code (no body), none",
    "OpenAI API down again: no status code (no body), none"
  })
  void anAnswerWithoutABodyHasAStatus(String text, String kind) {
    assertThat(Verdict.of(text)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'detail': [{'msg': 'Field missing', 'loc': ['body', 'tools']}]} | invalid_request",
        "{'object': 'error', 'message': 'No such thing here'} | invalid_request",
        "{'type': 'error', 'error': {'type': 'invalid_thing', 'message': 'No'}} | none"
      })
  void pythonPrintsWhateverTheServerAnswered(String answer, String kind) {
    String text =
        "UnprocessableEntityError: Error code: 422 - %s\n  File \"/app/llm/openai/chat.py\", line 4"
            .formatted(answer);
    assertThat(Verdict.of(text)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "llm:ChatOpenAI, rate_limit_exceeded",
    "llm:AzureChatOpenAI, rate_limit_exceeded",
    "llm:ChatTutor, none"
  })
  void langChainForNodeNamesTheClassThatRan(String run, String kind) {
    assertThat(
            Verdict.of(
                "[llm/error] [1:chain:Agent > 2:%s] [81ms] LLM run errored with error: \"Request failed with status code 429\""
                    .formatted(run)))
        .isEqualTo(kind);
  }

  @Test
  void aCodeBehindAStatusIsTheAnswersOwn() {
    OpenAiError error =
        Verdict.error("HTTP 429\ninsufficient_quota: wallet_is_empty\nTop it up, please.");
    assertThat(error.kind()).isEqualTo(ErrorKind.INSUFFICIENT_QUOTA);
    assertThat(error.answer().code()).isEqualTo("insufficient_quota");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSLError: HTTPSConnectionPool(host='api.openai.com', port=443): wrong version",
        "api.openai.com: [SSL: UNEXPECTED_MESSAGE] unexpected message (_ssl.c:1)"
      })
  void whatTlsRefusesIsNoConnection(String text) {
    assertThat(Verdict.of(text)).isEqualTo("connection_error");
  }

  @Test
  void aStatusOfTheRequestDecidesWhateverTheServerCallsIt() {
    assertThat(
            Verdict.of(
                "openai.BadRequestError: Error code: 400 - {'error': {'message': 'server error:"
                    + " sizes differ', 'type': 'Sizes', 'param': None, 'code': 'Sizes'}}"))
        .isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @CsvSource({
    "Failed to write OpenAI embeddings: 400 sizes differ, invalid_request",
    "Failed to write shop embeddings: 400 sizes differ, none",
    "'Failed to write\nOpenAI embeddings: 400 rows', none"
  })
  void openAiMayBeNamedAsWhatFailedBehindTheFailure(String text, String kind) {
    assertThat(Verdict.of(text)).isEqualTo(kind);
  }

  @Test
  void theServicesOwnPageIsNoAnswer() {
    assertThat(
            Verdict.of(
                """
                There was an unexpected error (type=Internal Server Error, status=500).
                Cannot invoke "com.azure.ai.openai.models.ChatChoice.getText()" because it is null
                java.lang.NullPointerException: null
                	at com.acme.azure.openai.Chat.run(Chat.java:7)
                """))
        .isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "litellm.APIConnectionError: Vertex_ai_betaException - broken by the peer",
        "litellm.APIConnectionError: SagemakerException - broken by the peer",
        "I/O error on POST request for \"https://dashscope.aliyuncs.com/api/v1/run\": null\n"
            + "\tat org.springframework.ai.retry.RetryUtils.run(RetryUtils.java:5)"
      })
  void otherVendorsAreToldByTheirOwnNames(String text) {
    assertThat(Verdict.of(text)).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource({
    "net::ERR_CONNECTION_RESET, connection_error",
    "net::ERR_NAME_NOT_RESOLVED, connection_error",
    "net::ERR_BLOCKED_BY_CLIENT, none"
  })
  void browsersNameWhatBrokeTheCall(String failure, String kind) {
    assertThat(Verdict.of("api.openai.com/v1/responses:1 Failed to load resource: " + failure))
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft.SemanticKernel.Connectors.OpenAI.ClientCore.Run, invalid_request",
    "Microsoft.SemanticKernel.Connectors.Weather.ClientCore.Run, none"
  })
  void framesOfConnectorsToOpenAiAreItsClients(String frame, String kind) {
    assertThat(
            Verdict.of(
                "Microsoft.SemanticKernel.HttpOperationException: Service request failed.\n"
                    + "Status: 400 (Bad Request)\n   at "
                    + frame
                    + "()"))
        .isEqualTo(kind);
  }

  @Test
  void groqsOwnClientIsNoneOfOpenAis() {
    String answer =
        "RateLimitError: Error code: 429 - {'error': {'message': 'Rate limit reached for model"
            + " `m` in organization `org_a`', 'type': 'tokens', 'code': 'rate_limit_exceeded'}}";
    assertThat(Verdict.of("groq." + answer)).isEqualTo("none");
    assertThat(Verdict.of("openai." + answer)).isEqualTo("rate_limit_exceeded");
  }

  @Test
  void aTimeOutOfTheClientForNodeHasAClassOfItsOwn() {
    assertThat(Verdict.of("[ai] openai_call_failed 75 s\nAPIConnectionTimeoutError: No answer."))
        .isEqualTo("timeout");
  }

  @Test
  void gatewaysNumberTheirErrorsInOpenAisForm() {
    assertThat(
            Verdict.of(
                "OpenAI API error: {\"error\":{\"message\":\"no\",\"type\":\"gateway_error\","
                    + "\"param\":\"\",\"code\":\"400002\"}}"))
        .isNotEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "BadRequestError: 400 Invalid 'input[7]': maximum input length is 12 tokens. ~"
            + " context_length_exceeded",
        "NotFoundError: 404 The model `gpt-9` has been deprecated ~ model_not_found",
        "NotFoundError: 404 The method `run` has been deprecated ~ none"
      })
  void sentencesOfOpenAiNameWhatTheyAreAbout(String text, String kind) {
    assertThat(Verdict.of(text)).isEqualTo(kind);
  }

  @Test
  void aClosedAccountIsNoQuotaWhateverTheCode() {
    assertThat(
            Verdict.of(
                "{\"error\":{\"message\":\"Your access was terminated due to violation of our"
                    + " policies.\",\"type\":\"access_terminated\",\"param\":null,"
                    + "\"code\":\"access_terminated\"}}"))
        .isEqualTo("account_deactivated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "File \"C:\\py\\site-packages\\openai\\_base_client.py\", line 9, in request",
        "File \\\"C:\\\\py\\\\site-packages\\\\openai\\\\_base_client.py\\\", line 9, in request",
        "at APIError.generate (C:\\app\\node_modules\\openai\\core\\error.js:44:20)"
      })
  void pathsOfWindowsAreTheSame(String frame) {
    assertThat(Verdict.of("httpcore.ConnectError: [WinError 10061]\n  " + frame))
        .isEqualTo("connection_error");
  }

  @Test
  void namespacesOfPhpAreReadAsPaths() {
    assertThat(Verdict.of("OpenAI\\Exceptions\\ErrorException: The model: `gpt-9` does not exist"))
        .isEqualTo("model_not_found");
  }

  @ParameterizedTest
  @CsvSource({
    "'litellm.APIConnectionError: OpenAIException - longer than the context length (9 >= 4)',"
        + " context_length_exceeded",
    "'litellm.APIConnectionError: OpenAIException - it broke', connection_error",
    "'openai.AuthenticationError: 401 Authentication Fails, Your api key: ****x is invalid',"
        + " invalid_api_key",
    "'openai.AuthenticationError: 401 Authentication Fails (governor)', invalid_authentication",
    "'openai.AuthenticationError: 401 key not allowed to access model. Pick one', permission_denied",
    "'BadRequestError: 400 invalid model ID\n at node_modules/openai/core.js:1', model_not_found",
    "'OpenAI: 400 The requested model ''m-1'' does not exist.', model_not_found"
  })
  void whatServicesBehindTheClientSayIsOfTheSameKinds(String text, String kind) {
    assertThat(Verdict.of(text)).isEqualTo(kind);
  }

  @Test
  void whatBrokeBehindAServerThatAnswersIsTheServersFailure() {
    assertThat(
            Verdict.of(
                "openai.InternalServerError: Error code: 500 - {'error': {'message': 'dial tcp:"
                    + " lookup models.example.org: no such host', 'type': 'api_error', 'param':"
                    + " None, 'code': None}}"))
        .isEqualTo("server_error");
  }
}

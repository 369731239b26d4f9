package dev.openaierrors.error;

import java.util.function.UnaryOperator;

/** What stands around an error in a log and has nothing to do with it. */
enum Surroundings {
  LINE_OF_SPRING_BOOT(
      text -> "2026-05-04T10:00:00.000Z ERROR 1 --- [io-8080-exec-3] a.b.Facade : " + text),
  LINE_OF_LOGBACK(text -> "10:00:00.123 [main] ERROR a.b.Facade -- " + text),
  LINE_OF_LOG4J(text -> "[2026-05-04 10:00:00,123] ERROR a.b.Facade: " + text),
  LINE_IN_BRACKETS(text -> "[ERROR] [2026-05-04 10:00:00] " + text),
  VENDOR_AS_LOGGER(text -> "10:00:00.123 [main] ERROR c.acme.spotify.SpotifySync -- " + text),
  VENDOR_AS_THREAD(text -> "10:00:00.123 [stripe-worker-1] ERROR a.b.Facade -- " + text),
  VENDOR_IN_BRACKETS(text -> "[twilio-bridge] " + text),
  VENDOR_IN_A_PATH(text -> "/opt/claude-tools/router/main.js:31 " + text),
  VENDOR_IN_AN_EARLIER_LINE(
      text -> "10:00:00.100 INFO sms sent by Twilio\n10:00:00.123 ERROR " + text),
  VENDOR_IN_A_LATER_LINE(text -> text + "\n10:00:00.400 INFO next try by Anthropic"),
  VENDOR_IN_A_LIST_BEFORE(text -> "routes=[gpt-5.4, claude-opus-5]\n" + text),
  VENDOR_TO_FALL_BACK_TO(text -> "falling back to claude-opus-5 because of\n" + text),
  MODEL_LIST_BEHIND(text -> text + "\ncandidates: gpt-5.4, claude-opus-5, command-r"),
  FRAME_OF_SPRING_AI(
      text -> text + "\n\tat org.springframework.ai.openai.api.OpenAiApi.call(OpenAiApi.java:2)"),
  FRAME_OF_LANGCHAIN4J(
      text ->
          text
              + "\n\tat dev.langchain4j.model.openai.OpenAiChatModel.doChat(OpenAiChatModel.java:9)"),
  FRAME_OF_OPENAI_JAVA(
      text -> text + "\n\tat com.openai.core.handlers.ErrorHandler.handle(ErrorHandler.kt:5)"),
  FRAME_OF_THEOKANNING(
      text ->
          text
              + "\n\tat com.theokanning.openai.service.OpenAiService.execute(OpenAiService.java:1)"),
  FRAME_OF_AZURE(
      text ->
          text + "\n\tat com.azure.ai.openai.OpenAIClient.getChatCompletions(OpenAIClient.java:3)"),
  FRAME_OF_OUR_OWN(
      text -> text + "\n\tat a.b.Facade.ask(Facade.java:12)\n\t... 12 common frames omitted"),
  MCP(
      text ->
          "{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":-32603,\"message\":\""
              + json(text)
              + "\"}}"),
  JSON_LINE(
      text ->
          "{\"@timestamp\":\"2026-05-04T10:00:00Z\",\"level\":\"ERROR\",\"message\":\""
              + json(text)
              + "\"}"),
  CRLF(text -> text.replace("\n", "\r\n")),
  INDENTED(text -> "    " + text.replace("\n", "\n    ")),
  EARLIER_SUCCESS(text -> "10:00:00.100 INFO order 4711 stored\n10:00:00.123 ERROR " + text),
  TAB_BEFORE(text -> "\t" + text),
  CAUSE(text -> "java.util.concurrent.CompletionException: job failed\nCaused by: " + text),
  MARKED(text -> ">>> " + text + " <<<"),
  TRACE_BEHIND(
      text -> text + "\ntrace_id=4bf92f3577b34da6a3ce929d0e0e4736 span_id=00f067aa0ba902b7"),
  PID_BEFORE(text -> "app[web.1]: " + text),
  BLANK_LINES(text -> "\n\n" + text + "\n\n");

  private final UnaryOperator<String> around;

  Surroundings(UnaryOperator<String> around) {
    this.around = around;
  }

  String of(String text) {
    return around.apply(text);
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\t", "\\t");
  }
}

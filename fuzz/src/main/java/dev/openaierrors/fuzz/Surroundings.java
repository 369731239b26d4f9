package dev.openaierrors.fuzz;

import java.util.List;

/** What may stand around an error in a log without changing what it is. */
final class Surroundings {

  private static final List<String> HEADS =
      List.of(
          "2026-11-23T09:00:00.123Z ERROR 1 --- [chat] [nio-8080-exec-1] com.acme.ChatService : ",
          "09:00:00.123 [worker-7] WARN  c.acme.ChatService -- ",
          "[ERROR] ",
          "2026-11-23 09:00:00,123 ERROR [c.a.Chat] (executor-thread-1) ",
          "ERROR [2026-11-23 09:00:00,123] com.acme.Chat: ! ",
          "chat-7d9f stdout | ",
          "23-Nov-2026 09:00:00.123 SEVERE [http-nio-8080-exec-3] com.acme.Chat.send ",
          "<11>Nov 23 09:00:00 host-1 chat[4711]: ");

  private static final List<String> BEFORE =
      List.of(
          "",
          "could not answer the customer",
          "chat 8f14e45f failed after 3 attempts, took 1204 ms",
          "tenant=acme user=42 trace=4bf92f3577b34da6a3ce929d0e0e4736",
          "{\"orderId\": 4711, \"items\": [1, 2, 3]}",
          "java.util.concurrent.CompletionException: failed",
          "---------------------------------------------");

  private static final List<String> BEHIND =
      List.of(
          "",
          "\tat com.acme.ChatService.answer(ChatService.java:42)",
          "\tat java.base/java.lang.Thread.run(Thread.java:840)",
          "\t... 12 common frames omitted",
          "Caused by: java.lang.IllegalStateException: no answer",
          "took 1204 ms, 0 bytes",
          "[traceId=4bf92f3577b34da6, spanId=00f067aa0ba902b7]",
          "next job starts at 10:00");

  private Surroundings() {}

  /** The error in one to three of them. */
  static String around(String error, Choices choices) {
    String text = error;
    for (int i = choices.below(3); i >= 0; i--) {
      text = once(text, choices);
    }
    return text;
  }

  private static String once(String text, Choices choices) {
    return switch (choices.below(9)) {
      case 0 -> choices.of(HEADS) + text;
      case 1 -> choices.of(BEFORE) + "\n" + text;
      case 2 -> text + "\n" + choices.of(BEHIND);
      case 3 -> text.replace("\n", "\r\n") + "\r\n";
      case 4 -> text.replaceAll("(?m)^", choices.of("  ", "\t", "        ", "| "));
      case 5 -> "\u001b[31m" + text + "\u001b[0m";
      case 6 ->
          "{\"@timestamp\":\"2026-11-23T09:00:00.123Z\",\"log.level\":\"ERROR\",\"message\":\""
              + Errors.escaped(text)
              + "\",\"service.name\":\"chat\"}";
      case 7 -> text + " ".repeat(choices.below(64));
      default -> "\ufeff" + text;
    };
  }
}

package dev.openaierrors.examples;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/**
 * One answer of the stub, in the form that the OpenAI API gives it.
 *
 * @param silent whether the client waits for it in vain
 */
record Answer(int status, Map<String, String> headers, String body, boolean silent) {

  /** Stands for {@code null} in an error payload. */
  static final String NONE = "";

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");
  private static final Map<String, String> EVENTS = Map.of("Content-Type", "text/event-stream");

  /** What a model says. */
  static Answer text(String content) {
    String body =
        """
        {
          "id": "chatcmpl-example",
          "object": "chat.completion",
          "created": 1767225600,
          "model": "gpt-5.4-mini",
          "choices": [
            {
              "index": 0,
              "message": {"role": "assistant", "content": %s, "refusal": null},
              "logprobs": null,
              "finish_reason": "stop"
            }
          ],
          "usage": {"prompt_tokens": 14, "completion_tokens": 9, "total_tokens": 23}
        }
        """;
    return new Answer(200, JSON, body.formatted(quoted(content)), false);
  }

  /** An error about no parameter; {@code code} may be {@link #NONE}. */
  static Answer error(int status, String type, String code, String message) {
    return error(status, type, code, NONE, message);
  }

  /** An error about a parameter of the request. */
  static Answer error(int status, String type, String code, String param, String message) {
    String body =
        """
        {
            "error": {
                "message": %s,
                "type": %s,
                "param": %s,
                "code": %s
            }
        }
        """;
    return new Answer(
        status,
        JSON,
        body.formatted(quoted(message), quoted(type), quoted(param), quoted(code)),
        false);
  }

  /** The page of a gateway that could not reach what stands behind it. */
  static Answer page(int status, String title) {
    String body =
        """
        <html>
        <head><title>%1$s</title></head>
        <body>
        <center><h1>%1$s</h1></center>
        <hr><center>cloudflare</center>
        </body>
        </html>
        """;
    return new Answer(status, HTML, body.formatted(title), false);
  }

  /** A stream that began well, so its status is 200 whatever follows. */
  static Answer stream(String... events) {
    String body = Stream.of(events).map("data: %s\n\n"::formatted).collect(Collectors.joining());
    return new Answer(200, EVENTS, body, false);
  }

  /** An open connection on which nothing comes. */
  static Answer silence() {
    return new Answer(200, Map.of(), "", true);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, silent);
  }

  MockResponse toResponse() {
    MockResponse.Builder response = new MockResponse.Builder().code(status).body(body);
    headers.forEach(response::setHeader);
    if (silent) {
      response.onResponseStart(SocketEffect.Stall.INSTANCE);
    }
    return response.build();
  }

  private static String quoted(String value) {
    return value.equals(NONE) ? "null" : '"' + value + '"';
  }
}

package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpStatusTest {

  @ParameterizedTest
  @CsvSource({
    "429 Too Many Requests, 429",
    "HTTP 503, 503",
    "HTTP/1.1 502 Bad Gateway, 502",
    "status code: 401, 401",
    "statusCode=404, 404",
    "'{\"status\":500}', 500",
    "Error code: 429 - {}, 429",
    "Exception: 400: no, 400",
    "'Response{protocol=h2, code=429}', 429",
    "(status code 403), 403",
    "api.openai.com | 520: Web server, 520",
    "'&{429 Too Many', 429",
    "<ClientResponse [422 Unprocessable Entity]>, 422",
    "'(HTTP response code was 500)', 500",
    "'ClientResponseError: 422, message=x', 422",
    "'found: 404, expected: 200', 0",
    "entity.py:451 said so, 0",
    "Chat.java:429 said so, 0",
    "(node:events:520:28), 0",
    "'unhandled status:, 400, Bad Request', 400",
    "<-- 429 https://x, 429",
    "page 404 of 500, 0",
    "failed: 413 Request is too large, 413",
    "failed: 413 requests, 0",
    "took 429 ms, 0",
    "tokens=503, 0",
    "on-http-codes=[429], 0",
    "2026-05-04T10:00:00.503Z, 0",
    "port 443 refused, 0",
    "4290, 0",
    "429.5, 0",
    "-> 529 OK , 0",
    "status=463, 0",
    "'\"code\": \"401\"', 0",
    "nothing, 0"
  })
  void takesANumberForAStatusWhereAStatusStands(String text, int status) {
    PhraseMatches found = PhraseMatches.in(Text.of(text));
    assertThat(HttpStatus.in(found.text(), 0, text.length(), found.quotations())).isEqualTo(status);
  }
}

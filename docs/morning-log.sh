#!/usr/bin/env bash
# Prints the log of a service's bad morning: a burst over the rate limit, then no quota left.
set -euo pipefail

awk 'BEGIN {
  seed = 7
  quota = "429 {\"error\":{\"message\":\"You exceeded your current quota, please check your plan and billing details.\",\"type\":\"insufficient_quota\",\"param\":null,\"code\":\"insufficient_quota\"}}"
  rate = "429 {\"error\":{\"message\":\"Rate limit reached for gpt-5.4-mini in organization org-Zx81kQp0aBcDeFgHiJkLmNoP on tokens per min (TPM): Limit 200000, Used 199211, Requested 1502. Please try again in 1.4s.\",\"type\":\"tokens\",\"param\":null,\"code\":\"rate_limit_exceeded\"}}"
  server = "500 {\"error\":{\"message\":\"The server had an error while processing your request. Sorry about that!\",\"type\":\"server_error\",\"param\":null,\"code\":null}}"
  for (s = 0; s < 5400; s++) {
    minute = int(s / 60)
    if (s % 2 == 0) event(s, 0, " INFO", "OrderService", "Order " 4000 + s " was paid", 1 + s % 8)
    if (minute >= 22 && minute < 27 && random() < 0.5) event(s, 200, " WARN", "ChatService", "chat completion failed: " rate, 1 + s % 40)
    if (minute >= 43 && minute < 81 && s % 15 == 0) {
      for (attempt = 0; attempt < 3; attempt++)
        event(s + 2 * attempt, 300 + attempt, "ERROR", "ChatService", "chat completion failed: " quota, 9 + int(s / 15) % 30)
    }
    if (random() < 0.0006) event(s, 700, "ERROR", "SearchService", "embedding failed: " server, 1 + s % 40)
  }
}
# The same numbers with every awk.
function random() {
  seed = (seed * 16807) % 2147483647
  return seed / 2147483647
}
function event(s, ms, level, logger, message, thread) {
  printf "%s\t2026-05-04T%02d:%02d:%02d.%03dZ %s 1 --- [chat-api] [nio-8080-exec-%d] com.acme.chat.%s : %s\n", s * 1000 + ms, 9 + int(s / 3600), int(s / 60) % 60, s % 60, ms, level, thread, logger, message
}' | sort -n -s -k 1,1 | cut -f 2-

package dev.openaierrors.delivery;

/**
 * What a {@link Loopback} server does with a request.
 *
 * @param how it ends
 * @param text what is written before that
 */
record Reply(How how, String text) {

  enum How {
    /** Orderly. */
    CLOSE,
    /** Never; the connection stays open. */
    HANG,
    /** With a reset. */
    RESET,
    /** Never; what comes has no end. */
    ENDLESS
  }

  static Reply ok() {
    return status("200 OK", "ok");
  }

  /** With further header lines, each ended by a line break. */
  static Reply status(String status, String body, String... headers) {
    StringBuilder text = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    text.append("Connection: close\r\n\r\n").append(body);
    return new Reply(How.CLOSE, text.toString());
  }

  static Reply hang() {
    return new Reply(How.HANG, "");
  }

  static Reply hangInTheBody() {
    return new Reply(How.HANG, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
  }

  static Reply endless() {
    return new Reply(How.ENDLESS, "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
  }

  static Reply reset() {
    return new Reply(How.RESET, "");
  }

  static Reply garbage() {
    return new Reply(How.CLOSE, "SSH-2.0-OpenSSH_9.2\r\n");
  }
}

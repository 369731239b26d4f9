package dev.openaierrors.examples;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import mockwebserver3.MockWebServer;

/**
 * Stands in for the OpenAI API, so that the example needs neither a key nor the internet.
 *
 * <p>Listens on a free port of the loopback address and gives the answers that it was told, one per
 * request.
 */
final class StubOpenAi implements AutoCloseable {

  private final MockWebServer server;

  // Bound, but never listening: whoever connects is refused, and nobody else can take the port.
  private final Socket closedPort;

  private int answers;

  private StubOpenAi(MockWebServer server, Socket closedPort) {
    this.server = server;
    this.closedPort = closedPort;
  }

  static StubOpenAi start() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Socket closedPort = new Socket();
    closedPort.bind(new InetSocketAddress(loopback, 0));
    MockWebServer server = new MockWebServer();
    server.start(loopback, 0);
    return new StubOpenAi(server, closedPort);
  }

  /** What the next request is answered with, under an id as every answer of the API has one. */
  void answerNext(Answer answer) {
    answers++;
    server.enqueue(answer.with("x-request-id", "req_%032x".formatted(answers)).toResponse());
  }

  /** Base URL of the API. */
  String baseUrl() {
    return baseUrl(server.getPort());
  }

  /** A base URL where nobody listens. */
  String unreachableBaseUrl() {
    return baseUrl(closedPort.getLocalPort());
  }

  private static String baseUrl(int port) {
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    return "http://" + host + ":" + port + "/v1";
  }

  @Override
  public void close() throws IOException {
    server.close();
    closedPort.close();
  }
}

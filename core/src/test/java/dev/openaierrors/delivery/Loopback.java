package dev.openaierrors.delivery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An HTTP server of the test's own, which can misbehave in ways that a real one does. */
final class Loopback implements AutoCloseable {

  /** A request that came in; names of headers are in lower case. */
  record Request(String line, Map<String, String> headers, String body) {}

  final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private volatile Function<Request, Reply> usual = request -> Reply.ok();

  private Loopback(int port) throws IOException {
    server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    Thread thread = new Thread(this::accept, "loopback");
    thread.setDaemon(true);
    thread.start();
  }

  static Loopback start() throws IOException {
    return new Loopback(0);
  }

  static Loopback startOn(int port) throws IOException {
    return new Loopback(port);
  }

  /** One that answers each request like this. */
  static Loopback startOn(int port, Function<Request, Reply> replies) throws IOException {
    Loopback server = startOn(port);
    server.usual = replies;
    return server;
  }

  /** A server that answers each request like this. */
  static Loopback that(Function<Request, Reply> replies) throws IOException {
    Loopback server = start();
    server.usual = replies;
    return server;
  }

  /** Answers the next request like this. */
  Loopback next(Reply reply) {
    replies.add(reply);
    return this;
  }

  int port() {
    return server.getLocalPort();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread thread = new Thread(() -> serve(socket), "loopback-connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try {
      Request request = read(new BufferedInputStream(socket.getInputStream()));
      requests.add(request);
      Reply queued = replies.poll();
      Reply reply = queued == null ? usual.apply(request) : queued;
      OutputStream out = socket.getOutputStream();
      out.write(reply.text().getBytes(StandardCharsets.UTF_8));
      out.flush();
      end(socket, reply.how());
    } catch (IOException clientLeft) {
      open.remove(socket);
    }
  }

  private static void end(Socket socket, Reply.How how) throws IOException {
    switch (how) {
      case CLOSE -> socket.close();
      case RESET -> {
        socket.setSoLinger(true, 0);
        socket.close();
      }
      case ENDLESS -> {
        while (true) {
          socket.getOutputStream().write("more ".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        }
      }
      case HANG -> {
        // Until the test is over.
      }
    }
  }

  private static Request read(InputStream in) throws IOException {
    String line = line(in);
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Request(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the client left");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}

package dev.openaierrors.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An SMTP server on the loopback address that takes every mail. */
public final class Mailbox implements AutoCloseable {

  private final ServerSocket server;
  private final Queue<String> mails = new ConcurrentLinkedQueue<>();

  /** Opens it on a free port. */
  public Mailbox() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "mailbox");
    thread.setDaemon(true);
    thread.start();
  }

  /** The port. */
  public int port() {
    return server.getLocalPort();
  }

  /** Head and body of each mail so far. */
  public List<String> mails() {
    return List.copyOf(mails);
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        talk(client);
      } catch (IOException hungUp) {
        // The next one, please.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    OutputStream out = client.getOutputStream();
    say(out, "220 mailbox");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("DATA")) {
        say(out, "354 go on");
        mails.add(body(in));
        say(out, "250 taken");
      } else if (line.startsWith("QUIT")) {
        say(out, "221 bye");
        return;
      } else {
        say(out, "250 ok");
      }
    }
  }

  private static String body(BufferedReader in) throws IOException {
    StringBuilder body = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      body.append(line).append('\n');
    }
    return body.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

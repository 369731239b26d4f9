package dev.openaierrors.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Slack or PagerDuty, as strict as they document to be: what is not of their form is refused. Can
 * be away, refuse, ask for patience, or never answer.
 */
public final class VendorStub implements AutoCloseable {

  /** Whose place it takes. */
  public enum Vendor {
    /** An incoming webhook. */
    SLACK("/services/T00000000/B00000000/abcdefabcdefabcdefabcdef", SlackForm::check),
    /** The Events API v2. */
    PAGER_DUTY("/v2/enqueue", PagerDutyForm::check);

    private final String path;
    private final Function<String, JsonNode> form;

    Vendor(String path, Function<String, JsonNode> form) {
      this.path = path;
      this.form = form;
    }
  }

  private final Vendor vendor;
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final List<JsonNode> accepted = new CopyOnWriteArrayList<>();
  private final List<Long> asked = new CopyOnWriteArrayList<>();
  private final List<String> malformed = new CopyOnWriteArrayList<>();
  private final int port;
  private Loopback server;

  private VendorStub(Vendor vendor) throws IOException {
    this.vendor = vendor;
    this.server = Loopback.that(this::answer);
    this.port = server.port();
  }

  /** One that takes everything that is of its form. */
  public static VendorStub of(Vendor vendor) throws IOException {
    return new VendorStub(vendor);
  }

  /** Where to post. */
  public String url() {
    return "http://127.0.0.1:" + port + vendor.path;
  }

  /** Nobody is there any more. */
  public void goAway() throws IOException {
    server.close();
  }

  /** It is there again. */
  public void comeBack() throws IOException {
    server = Loopback.startOn(port, this::answer);
  }

  /** Refuses the next request, with this status line. */
  public void refuseNext(String status, String why) {
    replies.add(Reply.status(status, why));
  }

  /** Has no time for the next request, and wants none for so many seconds. */
  public void askForPatience(int seconds) {
    replies.add(Reply.status("429 Too Many Requests", "", "Retry-After: " + seconds));
  }

  /** Takes the next request and never answers it. */
  public void hangNext() {
    replies.add(Reply.hang());
  }

  /** Breaks the connection of the next request. */
  public void breakNext() {
    replies.add(Reply.reset());
  }

  private Reply answer(Loopback.Request request) {
    asked.add(System.nanoTime());
    JsonNode body;
    try {
      body = vendor.form.apply(request.body());
    } catch (AssertionError unknown) {
      malformed.add(String.valueOf(unknown.getMessage()));
      return Reply.status("400 Bad Request", "invalid");
    }
    Reply reply = replies.poll();
    if (reply != null) {
      return reply;
    }
    accepted.add(body);
    return Reply.ok();
  }

  /** What it took, in order. */
  public List<JsonNode> accepted() {
    return List.copyOf(accepted);
  }

  /** When it was asked to take something, by {@link System#nanoTime()}. */
  public List<Long> asked() {
    return List.copyOf(asked);
  }

  /** What is wrong with requests that were not of its form. */
  public List<String> malformed() {
    return List.copyOf(malformed);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

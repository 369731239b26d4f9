package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A PagerDuty that keeps incidents as the Events API v2 says: a trigger opens one unless one of its
 * key is open, which pages somebody; a resolve closes the open one of its key, if there is one. It
 * refuses what is not an event by that API.
 */
public final class PagerDutyStub implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int A_KEY = 32;

  private final Loopback server;
  private final Map<String, Integer> open = new LinkedHashMap<>();
  private final List<String> actions = new ArrayList<>();
  private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
  private int pages;

  private PagerDutyStub() throws IOException {
    server = Loopback.that(this::answer);
  }

  /** One that knows of no incident. */
  public static PagerDutyStub start() throws IOException {
    return new PagerDutyStub();
  }

  /** Where an instance posts to. */
  public URI url(String instance) {
    return server.uri("/" + instance + "/v2/enqueue");
  }

  /** The network between it and an instance breaks, or works again. */
  public void away(String instance, boolean whether) {
    if (whether) {
      unreachable.add(instance);
    } else {
      unreachable.remove(instance);
    }
  }

  /** How often somebody was paged. */
  public synchronized int pages() {
    return pages;
  }

  /** Keys of the incidents that are open. */
  public synchronized List<String> open() {
    return List.copyOf(open.keySet());
  }

  /** What was asked for, as {@code trigger pod-a}, in order. */
  public synchronized List<String> actions() {
    return List.copyOf(actions);
  }

  /** Somebody resolves all of them by hand. */
  public synchronized void resolveByHand() {
    open.clear();
  }

  private synchronized Reply answer(Loopback.Request request) {
    String instance = request.line().split("/", -1)[1];
    if (unreachable.contains(instance)) {
      return Reply.status("503 Service Unavailable", "");
    }
    try {
      JsonNode event = JSON.readTree(request.body());
      assertIsAnEvent(event);
      String action = event.get("event_action").asText();
      String key = event.get("dedup_key").asText();
      actions.add(action + " " + instance);
      if (action.equals("resolve")) {
        open.remove(key);
      } else if (open.merge(key, 1, Integer::sum) == 1) {
        pages++;
      }
      return Reply.status("202 Accepted", "{\"status\":\"success\"}");
    } catch (IOException | AssertionError invalid) {
      return Reply.status("400 Bad Request", "{\"status\":\"invalid event\"}");
    }
  }

  private static void assertIsAnEvent(JsonNode event) {
    assertThat(event.path("routing_key").asText()).hasSize(A_KEY);
    assertThat(event.path("dedup_key").asText()).hasSizeBetween(1, 255);
    assertThat(event.path("event_action").asText()).isIn("trigger", "resolve");
    if (event.path("event_action").asText().equals("trigger")) {
      JsonNode payload = event.path("payload");
      assertThat(payload.path("summary").asText()).hasSizeBetween(1, 1024);
      assertThat(payload.path("source").asText()).isNotEmpty();
      assertThat(payload.path("severity").asText()).isIn("critical", "error", "warning", "info");
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}

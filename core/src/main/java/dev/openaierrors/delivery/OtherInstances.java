package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.internal.JsonStreams;
import dev.openaierrors.internal.jackson.JsonParser;
import dev.openaierrors.internal.jackson.JsonToken;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether other instances of the service post the same alert to Alertmanager: it shows the
 * annotations of the latest post. Where it cannot be asked, nobody else is known.
 */
final class OtherInstances {

  private static final int LONGEST_ANSWER = 128 * 1024;
  private static final int DEPTH = 8;
  private static final int REMEMBERED = 256;
  // Of one that does not answer, alerts are posted all the same, and without waiting each time.
  private static final Duration UNANSWERED = Duration.ofMinutes(5);

  private final HttpPost post;
  private final Clock clock;
  private final Duration holds;
  private Instant unanswered = Instant.MIN;
  // When an incident was seen to be posted by somebody else.
  private final Map<String, Instant> seen = new BoundedMap<>(REMEMBERED);

  /**
   * Nobody is known yet.
   *
   * @param holds how long what an instance posts holds
   */
  OtherInstances(HttpPost post, Clock clock, Duration holds) {
    this.post = post;
    this.clock = clock;
    this.holds = holds;
  }

  /**
   * Looks, before the alert is posted once more.
   *
   * @param labels the alert's, but for the severity
   */
  void look(Alert alert, Map<String, String> labels) throws InterruptedException {
    if (isOthers(alert, labels)) {
      seen.put(alert.id(), clock.instant());
    }
  }

  /**
   * Whether what somebody else posted may still hold. To see only who was the last is not enough:
   * of those that post each minute it is now this one, now that, and at one member of a cluster
   * another than at the next.
   */
  boolean post(Alert alert, Map<String, String> labels) throws InterruptedException {
    look(alert, labels);
    Instant last = seen.get(alert.id());
    return last != null && last.plus(holds).isAfter(clock.instant());
  }

  void forget(Alert alert) {
    seen.remove(alert.id());
  }

  private boolean isOthers(Alert alert, Map<String, String> labels) throws InterruptedException {
    if (clock.instant().isBefore(unanswered)) {
      return false;
    }
    try {
      Set<String> instances = instances(post.get(query(labels), LONGEST_ANSWER));
      String own = alert.origin().instance();
      return instances.stream().anyMatch(instance -> !instance.equals(own));
    } catch (DeliveryException | IOException noAnswer) {
      unanswered = clock.instant().plus(UNANSWERED);
      return false;
    }
  }

  private static String query(Map<String, String> labels) {
    StringBuilder query = new StringBuilder();
    labels.forEach(
        (name, value) -> {
          String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");
          String filter = name + "=\"" + quoted + '"';
          query
              .append(query.isEmpty() ? "" : "&")
              .append("filter=")
              .append(URLEncoder.encode(filter, StandardCharsets.UTF_8));
        });
    return query.toString();
  }

  /** Who posted the alerts of an answer. */
  private static Set<String> instances(String answer) throws IOException {
    Set<String> instances = new HashSet<>();
    try (JsonParser json =
        JsonStreams.strict(answer.toCharArray(), DEPTH, Math.max(1, answer.length()))) {
      boolean annotations = false;
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          annotations = "annotations".equals(json.currentName());
        } else if (token == JsonToken.END_OBJECT) {
          annotations = false;
        } else if (annotations
            && token == JsonToken.VALUE_STRING
            && "instance".equals(json.currentName())) {
          instances.add(json.getText());
        }
      }
    }
    return instances;
  }
}

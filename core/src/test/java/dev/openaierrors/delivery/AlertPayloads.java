package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the destinations that send over HTTP would post. */
public final class AlertPayloads {

  private static final HttpPost NOWHERE =
      HttpDestination.post(
          "nowhere",
          URI.create("http://127.0.0.1:9"),
          Map.of(),
          List.of(),
          new HttpPost.Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1)));
  private static final PagerDutySink PAGER_DUTY = new PagerDutySink(NOWHERE, "key", true);
  private static final AlertmanagerSink ALERTMANAGER =
      new AlertmanagerSink(NOWHERE, Clock.systemUTC());

  private AlertPayloads() {}

  /** One for each destination. */
  public static List<String> of(Alert alert) {
    return List.of(
        SlackSink.json(alert),
        PAGER_DUTY.trigger(PagerDutySink.dedupKey(alert), alert),
        ALERTMANAGER.json(alert),
        WebhookSink.json(alert),
        TeamsMessage.json(alert),
        GoogleChatMessage.json(alert),
        DiscordMessage.json(alert),
        OpsgenieSink.create(alert),
        OpsgenieSink.close(alert));
  }
}

package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The destinations that are built in.
 *
 * <p>All of them send over HTTP, follow no redirects, go through the proxy of the system properties
 * and take no longer than some seconds. A user and password in a URL become a header. Nothing is
 * opened before the first alert is sent. Where the Java runtime has no HTTP client, none of them
 * can be made: a LinkageError.
 */
public final class AlertSinks {

  private static final URI PAGER_DUTY = URI.create("https://events.pagerduty.com/v2/enqueue");
  private static final String WEBHOOK = "webhook";
  private static final int LONGEST_URL = 4_000;

  private AlertSinks() {}

  /**
   * The address of a destination.
   *
   * @throws InvalidValueException if nothing can be sent there; does not repeat it, since it may be
   *     a secret
   */
  public static URI url(String text) {
    try {
      URI url = new URI(text.length() > LONGEST_URL ? "" : text);
      Endpoint.check(url);
      return url;
    } catch (URISyntaxException notAUrl) {
      throw Endpoint.wrongUrl("what is given is no http or https address");
    }
  }

  /**
   * Checks a header for a destination.
   *
   * @throws InvalidValueException if it cannot be sent; does not repeat the value, since it may be
   *     a secret
   */
  public static void checkHeader(String name, String value) {
    Endpoint.checkHeader(name, value);
  }

  /**
   * A channel of Slack.
   *
   * @param url of an incoming webhook; a secret
   * @throws IllegalArgumentException with a sentence about {@code url} that does not repeat it
   */
  public static AlertSink slack(URI url) {
    return new SlackSink(post("slack", url, Map.of(), List.of()));
  }

  /**
   * A service of PagerDuty, by its Events API v2.
   *
   * @param url of the API; null for PagerDuty's own
   * @param routingKey the integration key; a secret
   * @param resolves whether incidents are resolved by the instance that told of them; otherwise by
   *     PagerDuty's auto-resolve
   * @throws IllegalArgumentException with a sentence about {@code url} that does not repeat it
   */
  public static AlertSink pagerDuty(@Nullable URI url, String routingKey, boolean resolves) {
    URI api = url == null ? PAGER_DUTY : url;
    return new PagerDutySink(
        post("pagerDuty", api, Map.of(), List.of(routingKey)), routingKey, resolves);
  }

  /**
   * An Alertmanager of Prometheus, by its API v2.
   *
   * @param url its address, without the path of the API
   * @throws IllegalArgumentException with a sentence about {@code url} that does not repeat it
   */
  public static AlertSink alertmanager(URI url) {
    return new AlertmanagerSink(
        post("alertmanager", AlertmanagerSink.api(url), Map.of(), List.of()), Clock.systemUTC());
  }

  /**
   * An HTTP server that takes JSON; {@link WebhookSink} says which.
   *
   * @param url of it; may be a secret
   * @param headers to send, by name; may be secrets
   * @throws IllegalArgumentException with a sentence about {@code url} or a header that does not
   *     repeat a value
   */
  public static AlertSink webhook(URI url, Map<String, String> headers) {
    return webhook(url, headers, WebhookFormat.JSON);
  }

  /**
   * As above, in a form that its server asks for.
   *
   * @param format which; for Opsgenie, {@code url} is its address without the path of the API
   */
  public static AlertSink webhook(URI url, Map<String, String> headers, WebhookFormat format) {
    return switch (format) {
      case JSON -> webhook(url, headers, WebhookSink::json);
      case TEAMS -> webhook(url, headers, TeamsMessage::json);
      case GOOGLE_CHAT -> webhook(url, headers, GoogleChatMessage::json);
      case DISCORD -> webhook(url, headers, DiscordMessage::json);
      case OPSGENIE -> new OpsgenieSink(post(WEBHOOK, OpsgenieSink.api(url), headers, List.of()));
    };
  }

  /**
   * As above, with a text of the user's own.
   *
   * @param contentType the type of that text; values are escaped for it
   * @throws IllegalArgumentException also if it is not what {@code contentType} says
   */
  public static AlertSink webhook(
      URI url, Map<String, String> headers, BodyTemplate body, String contentType) {
    Escaping escaping = Escaping.of(contentType);
    if (escaping == null) {
      throw new IllegalArgumentException("contentType: values cannot be written into that type.");
    }
    if (escaping == Escaping.JSON && !body.isJson()) {
      throw new IllegalArgumentException("body: is no JSON once its places are filled.");
    }
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Content-Type", contentType);
    // One of the user's own in any case, which wins.
    headers.keySet().forEach(name -> all.keySet().removeIf(name::equalsIgnoreCase));
    all.putAll(headers);
    return webhook(url, all, alert -> body.fill(alert, escaping));
  }

  private static AlertSink webhook(
      URI url, Map<String, String> headers, Function<Alert, String> body) {
    return new WebhookSink(post(WEBHOOK, url, headers, List.of()), body);
  }

  private static HttpPost post(
      String name, URI url, Map<String, String> headers, List<String> secrets) {
    HttpPost.requireClient();
    return new HttpPost(name, Endpoint.of(url, headers), secrets, HttpPost.Timeouts.USUAL);
  }
}

package dev.openaierrors.delivery;

import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.delivery.HttpPost.Timeouts;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The destinations that send over HTTP, with secrets and time-outs of a test. */
public enum HttpDestination {
  SLACK {
    @Override
    AlertSink at(URI server, Timeouts timeouts) {
      URI url = server.resolve("/services/T0SECRET1/B0SECRET2/" + SECRET);
      return new SlackSink(post("slack", url, Map.of(), List.of(), timeouts));
    }
  },
  PAGER_DUTY {
    @Override
    AlertSink at(URI server, Timeouts timeouts) {
      URI url = server.resolve("/v2/enqueue");
      return new PagerDutySink(
          post("pagerDuty", url, Map.of(), List.of(SECRET), timeouts), SECRET, true);
    }
  },
  ALERTMANAGER {
    @Override
    AlertSink at(URI server, Timeouts timeouts) {
      URI url = URI.create("http://admin:" + SECRET + "@127.0.0.1:" + server.getPort());
      return new AlertmanagerSink(
          post("alertmanager", AlertmanagerSink.api(url), Map.of(), List.of(), timeouts),
          Clock.systemUTC());
    }
  },
  WEBHOOK {
    @Override
    AlertSink at(URI server, Timeouts timeouts) {
      URI url = server.resolve("/hook?token=" + SECRET);
      Map<String, String> headers = Map.of("Authorization", "Bearer " + SECRET);
      return new WebhookSink(post("webhook", url, headers, List.of(), timeouts), WebhookSink::json);
    }
  },
  OPSGENIE {
    @Override
    AlertSink at(URI server, Timeouts timeouts) {
      Map<String, String> headers = Map.of("Authorization", "GenieKey " + SECRET);
      return new OpsgenieSink(
          post("webhook", OpsgenieSink.api(server), headers, List.of(), timeouts));
    }
  };

  /** Where there is one, it is this; as long as a routing key. */
  static final String SECRET = "abcdefabcdefabcdefabcdefabcdefab";

  abstract AlertSink at(URI server, Timeouts timeouts);

  static HttpPost post(
      String name, URI url, Map<String, String> headers, List<String> secrets, Timeouts timeouts) {
    return new HttpPost(name, Endpoint.of(url, headers), secrets, timeouts);
  }
}

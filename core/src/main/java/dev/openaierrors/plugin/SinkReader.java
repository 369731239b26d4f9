package dev.openaierrors.plugin;

import dev.openaierrors.alert.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings of one destination.
 *
 * <p>URLs, keys and headers are never repeated: they are secrets, or have one in them. They come
 * from the environment of a service, so none of them is an error, however wrong it is: the service
 * has to start where the variable is not set, or is another one. Where there is none at all, the
 * destination is meant to be off.
 */
final class SinkReader {

  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::id).toList();
  private static final int LONGEST_URL = 4_000;
  private static final int LONGEST_KEY = 64;

  private final SinkSettings given;
  private final Host host;

  SinkReader(SinkSettings given, Host host) {
    this.given = given;
    this.host = host;
  }

  /** The destination; null, with a sentence, where it cannot be reached as it is described. */
  @Nullable DestinationSettings read() {
    Severity least = minSeverity();
    boolean resolved = sendResolved();
    String key = given.type == SinkSettings.Type.PAGER_DUTY ? routingKey() : "";
    URI url = key == null || isDefaultUrl() ? null : url();
    Map<String, String> headers = headers();
    if (key == null || (url == null && !isDefaultUrl())) {
      return null;
    }
    return new DestinationSettings(given.type, url, key, headers, least, resolved);
  }

  /** PagerDuty has one address for everybody. */
  private boolean isDefaultUrl() {
    return given.type == SinkSettings.Type.PAGER_DUTY && Texts.isBlank(given.url);
  }

  private @Nullable URI url() {
    String text = Texts.stripped(given.url);
    if (text.isEmpty()) {
      off("url: is missing, so nothing is sent there; " + adviceForUrl());
      return null;
    }
    String wrong = wrongUrl(text);
    if (wrong != null) {
      warn("url: " + wrong + ", so nothing is sent there; " + adviceForUrl());
      return null;
    }
    return URI.create(text);
  }

  private static @Nullable String wrongUrl(String text) {
    String variable = Variables.unset(text);
    if (variable != null) {
      return "the variable " + Words.quote(variable) + " is not set";
    }
    try {
      URI url = new URI(text);
      String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
      boolean http = scheme.equals("http") || scheme.equals("https");
      boolean right = http && url.getHost() != null && text.length() <= LONGEST_URL;
      return right ? null : "what is given is no http or https address";
    } catch (URISyntaxException notAUrl) {
      return "what is given is no http or https address";
    }
  }

  private String adviceForUrl() {
    return switch (given.type) {
      case SLACK -> "give the address of an incoming webhook, https://hooks.slack.com/services/….";
      case PAGER_DUTY -> "leave it out, or give the address of an Events API, https://….";
      case ALERTMANAGER -> "give its address without a path of the API, as http://127.0.0.1:9093.";
      case WEBHOOK -> "give the whole address, as https://example.org/hook.";
    };
  }

  private @Nullable String routingKey() {
    String key = Texts.stripped(given.routingKey);
    String advice =
        ", so nothing is sent there; give the integration key of an Events API v2 integration, 32"
            + " letters and digits.";
    if (key.isEmpty()) {
      off("routingKey: is missing" + advice);
      return null;
    }
    String variable = Variables.unset(key);
    if (variable != null) {
      warn("routingKey: the variable " + Words.quote(variable) + " is not set" + advice);
      return null;
    }
    if (key.length() > LONGEST_KEY || !key.chars().allMatch(SinkReader::isLetterOrDigit)) {
      warn("routingKey: what is given has more than letters and digits in it" + advice);
      return null;
    }
    return key;
  }

  private static boolean isLetterOrDigit(int c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }

  private Severity minSeverity() {
    String text = Texts.stripped(given.minSeverity);
    Severity least = Severity.fromId(text.toLowerCase(Locale.ROOT));
    if (least == null && !text.isEmpty()) {
      say(
          "minSeverity: %s is no severity, so info is used; %s."
              .formatted(Words.quote(text), Words.advice(text, SEVERITIES)));
    }
    return least == null ? Severity.INFO : least;
  }

  private boolean sendResolved() {
    Boolean send = Texts.truth(given.sendResolved);
    if (send == null && !Texts.isBlank(given.sendResolved)) {
      say(
          "sendResolved: %s is neither true nor false, so true is used."
              .formatted(Words.quote(Texts.stripped(given.sendResolved))));
    }
    return send == null || send;
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header : given.headers) {
      int colon = header.indexOf(':');
      String name = colon < 0 ? "" : header.substring(0, colon).strip();
      String value = header.substring(colon + 1).strip();
      String variable = Variables.unset(header);
      if (variable != null) {
        warn(
            "header: the variable %s is not set, so the header is left out; set it or remove the"
                    .formatted(Words.quote(variable))
                + " header.");
      } else if (name.isEmpty() || !isHeaderName(name) || !isHeaderValue(value)) {
        warn(
            "header: what is given is no header and is left out; write Name: value, as"
                + " Authorization: Bearer ….");
      } else {
        headers.put(name, value);
      }
    }
    return headers;
  }

  private static boolean isHeaderName(String name) {
    return name.length() <= 60
        && name.chars().allMatch(c -> isLetterOrDigit(c) || "-_.".indexOf(c) >= 0);
  }

  private static boolean isHeaderValue(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> c >= ' ' && c < 127);
  }

  /** A word that is not known. */
  private void say(String what) {
    host.words().accept(sentence(what));
  }

  private void warn(String what) {
    host.warn(sentence(what), null);
  }

  private void off(String what) {
    host.info(sentence(what));
  }

  private String sentence(String what) {
    return "openai-errors: " + given.element() + ": " + what;
  }
}

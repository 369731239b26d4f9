package dev.openaierrors.delivery;

import dev.openaierrors.alert.InvalidValueException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where to post, with what headers. Its text holds no secret.
 *
 * @param url without user and password
 * @param headers to send, by name
 */
record Endpoint(URI url, Map<String, String> headers) {

  // Those that the JDK's client sets by itself and refuses from us.
  private static final Set<String> RESERVED =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  /**
   * The endpoint of a URL that a user wrote. User and password in it become a header.
   *
   * @throws IllegalArgumentException with a sentence that repeats neither the URL nor a value
   */
  static Endpoint of(URI url, Map<String, String> headers) {
    inASentence("url", () -> check(url));
    inASentence("header", () -> headers.forEach(Endpoint::checkHeader));
    Map<String, String> all = new LinkedHashMap<>();
    String user = url.getRawUserInfo();
    if (user != null) {
      all.put("Authorization", basic(user));
    }
    all.putAll(headers);
    return new Endpoint(plain(url), Map.copyOf(all));
  }

  private static void inASentence(String setting, Runnable check) {
    try {
      check.run();
    } catch (InvalidValueException wrong) {
      throw new IllegalArgumentException(setting + ": " + wrong.getMessage() + ".", wrong);
    }
  }

  /** Refuses a URL that nothing can be sent to, without repeating it. */
  static void check(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw wrongUrl("what is given is no http or https address");
    }
    if (url.getHost() == null) {
      throw wrongUrl("what is given has no host name, or one that cannot be");
    }
    if (url.getPort() == 0 || url.getPort() > 65_535) {
      throw wrongUrl("what is given has a port that is none from 1 to 65535");
    }
  }

  static InvalidValueException wrongUrl(String problem) {
    return InvalidValueException.unusable(problem, "give the whole address");
  }

  /** Refuses a header that cannot be sent, without repeating its value. */
  static void checkHeader(String name, String value) {
    if (name.isEmpty() || !name.chars().allMatch(Endpoint::isNamePart) || !isValue(value)) {
      throw InvalidValueException.unusable(
          "what is given is no header", "write Name: value, as Authorization: Bearer …");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw InvalidValueException.unusable(
          "'%s' is set by the HTTP client itself".formatted(name), "remove it");
    }
  }

  private static boolean isValue(String value) {
    return !value.isEmpty() && value.chars().allMatch(c -> (c >= ' ' && c < 127) || c == '\t');
  }

  private static boolean isNamePart(int c) {
    return c < 127 && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
  }

  private static String basic(String rawUser) {
    // A plus sign stands for itself here, unlike in a form.
    String user = URLDecoder.decode(rawUser.replace("+", "%2B"), StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }

  private static URI plain(URI url) {
    StringBuilder text = new StringBuilder(url.getScheme()).append("://").append(url.getHost());
    if (url.getPort() >= 0) {
      text.append(':').append(url.getPort());
    }
    String path = url.getRawPath();
    text.append(path == null || path.isEmpty() ? "/" : path);
    if (url.getRawQuery() != null) {
      text.append('?').append(url.getRawQuery());
    }
    return URI.create(text.toString());
  }

  /** An address below this one, whose path ends with what is given, encoded. */
  URI below(String end) {
    String text = url.toString();
    return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + end);
  }

  /** What must not be told: parts of the path and the query, and the values of headers. */
  List<String> secrets() {
    List<String> secrets = new ArrayList<>();
    secrets.addAll(List.of(url.getRawPath().split("/", -1)));
    if (url.getRawQuery() != null) {
      secrets.addAll(List.of(url.getRawQuery().split("[&=]", -1)));
    }
    headers.values().forEach(value -> secrets.addAll(List.of(value.split("\\s+", -1))));
    return secrets;
  }

  @Override
  public String toString() {
    return "Endpoint";
  }
}

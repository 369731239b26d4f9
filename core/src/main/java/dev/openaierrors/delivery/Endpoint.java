package dev.openaierrors.delivery;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where to post, with what headers. Its text holds no secret.
 *
 * @param url without user and password
 * @param headers to send, by name
 */
record Endpoint(URI url, Map<String, String> headers) {

  /**
   * The endpoint of a URL that a user wrote. User and password in it become a header.
   *
   * @throws IllegalArgumentException with a sentence that does not repeat the URL
   */
  static Endpoint of(URI url, Map<String, String> headers) {
    String problem = problem(url);
    if (problem != null) {
      throw new IllegalArgumentException("url: " + problem);
    }
    Map<String, String> all = new LinkedHashMap<>();
    String user = url.getRawUserInfo();
    if (user != null) {
      all.put("Authorization", basic(user));
    }
    all.putAll(headers);
    return new Endpoint(plain(url), Map.copyOf(all));
  }

  private static @Nullable String problem(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return "it begins with neither http:// nor https://; give the whole address.";
    }
    if (url.getHost() == null) {
      return "it has no host name, or one with characters that no host name has; give the whole"
          + " address.";
    }
    if (url.getPort() == 0 || url.getPort() > 65_535) {
      return "there is no such port; give one from 1 to 65535.";
    }
    return null;
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

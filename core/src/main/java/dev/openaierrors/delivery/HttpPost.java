package dev.openaierrors.delivery;

import dev.openaierrors.alert.DeliveryException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts text, which is JSON unless a header says otherwise, to one endpoint. What it says of a
 * failure names no URL and no key.
 */
final class HttpPost implements AutoCloseable {

  /**
   * How long to wait for a server.
   *
   * @param connect until it is connected to
   * @param request for all of it, to the end of the answer
   */
  record Timeouts(Duration connect, Duration request) {

    static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(5));
  }

  private static final int LONGEST_NUMBER = 9;

  private final String name;
  private final Endpoint endpoint;
  private final Timeouts timeouts;
  private final Reason reason;
  // Since JDK 21; the plain close() waits for the request. Looked up when there is a client: when
  // an
  // application is gone, no class of it can be loaded any more.
  private @Nullable Method shutdownNow;
  private @Nullable HttpClient client;
  private boolean closed;

  HttpPost(String name, Endpoint endpoint, List<String> secrets, Timeouts timeouts) {
    this.name = name;
    this.endpoint = endpoint;
    this.timeouts = timeouts;
    List<String> all = new ArrayList<>(endpoint.secrets());
    all.addAll(secrets);
    this.reason = new Reason(all);
  }

  /**
   * Fails where a Java runtime was linked without the JDK's client, instead of when the first alert
   * is to be sent.
   *
   * @throws LinkageError if there is none
   */
  static void requireClient() {
    Objects.requireNonNull(HttpClient.Version.HTTP_1_1);
  }

  String name() {
    return name;
  }

  /** The host that it posts to. */
  String host() {
    return endpoint.url().getHost();
  }

  /**
   * Posts it and waits for the answer.
   *
   * @throws DeliveryException if the answer is not one of success, or there is none
   */
  void send(String body) throws DeliveryException, InterruptedException {
    send("", body);
  }

  /**
   * As above, to an address below that of the endpoint.
   *
   * @param below what its address ends with, encoded
   */
  void send(String below, String body) throws DeliveryException, InterruptedException {
    URI url = below.isEmpty() ? endpoint.url() : endpoint.below(below);
    HttpRequest.BodyPublisher bytes =
        HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8));
    exchange(request(url).POST(bytes), ShortBody.MOST);
  }

  /**
   * Asks the same endpoint and waits for the answer.
   *
   * @param query without the question mark
   * @param most so many bytes of the answer are read
   * @throws DeliveryException if the answer is not one of success, or there is none
   */
  String get(String query, int most) throws DeliveryException, InterruptedException {
    return exchange(request(URI.create(endpoint.url() + "?" + query)).GET(), most);
  }

  private String exchange(HttpRequest.Builder request, int most)
      throws DeliveryException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        client().sendAsync(request.build(), head -> new ShortBody(most));
    try {
      // The time-out of a request ends with the header of its answer, so this one is ours.
      HttpResponse<String> whole = answer.get(timeouts.request().toMillis(), TimeUnit.MILLISECONDS);
      judge(whole);
      return whole.body();
    } catch (TimeoutException late) {
      throw retryable(noAnswer());
    } catch (ExecutionException failure) {
      throw retryable(explain(failure.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest.Builder request(URI url) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(timeouts.request())
            .header("Content-Type", "application/json")
            .header("User-Agent", "openai-errors");
    endpoint.headers().forEach(request::setHeader);
    return request;
  }

  private void judge(HttpResponse<String> answer) throws DeliveryException {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return;
    }
    boolean retryable = status == 408 || status == 425 || status == 429 || status >= 500;
    String why =
        status >= 300 && status < 400
            ? "a redirect, which is not followed; give the address that it leads to"
            : reason.of(answer.body());
    throw new DeliveryException(
        "HTTP " + status + (why.isEmpty() ? "" : ": " + why),
        retryable,
        retryable ? retryAfter(answer) : null);
  }

  private static @Nullable Duration retryAfter(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .map(value -> retryAfter(value, Clock.systemUTC().instant()))
        .orElse(null);
  }

  /** The header of that name: seconds, or a date; null if it says nothing that is understood. */
  private static @Nullable Duration retryAfter(String header, Instant now) {
    String text = header.strip();
    boolean number =
        !text.isEmpty()
            && text.length() <= LONGEST_NUMBER
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (number) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  /** Our own words, since those of an exception may hold the address. */
  private String explain(@Nullable Throwable failure) {
    if (failure instanceof HttpConnectTimeoutException) {
      return "no connection within " + seconds(timeouts.connect());
    } else if (failure instanceof HttpTimeoutException) {
      return noAnswer();
    } else if (isUnresolved(failure)) {
      return "unknown host";
    } else if (failure instanceof ConnectException) {
      return "connection refused";
    } else if (failure instanceof SSLException) {
      return "no secure connection, " + failure.getClass().getSimpleName();
    }
    return "the connection failed"
        + (failure == null ? "" : ", " + failure.getClass().getSimpleName());
  }

  private static boolean isUnresolved(@Nullable Throwable failure) {
    return failure instanceof UnknownHostException
        || failure instanceof UnresolvedAddressException
        || (failure != null && failure.getCause() instanceof UnresolvedAddressException);
  }

  private String noAnswer() {
    return "no answer within " + seconds(timeouts.request());
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private static DeliveryException retryable(String why) {
    return new DeliveryException(why, true, null);
  }

  private synchronized HttpClient client() throws DeliveryException {
    if (closed) {
      throw new DeliveryException("closed", false, null);
    }
    if (client == null) {
      shutdownNow = shutdownNow();
      client = connect();
    }
    return client;
  }

  private static @Nullable Method shutdownNow() {
    try {
      return HttpClient.class.getMethod("shutdownNow");
    } catch (NoSuchMethodException olderThan21) {
      return null;
    }
  }

  /**
   * The client's own thread must not hold the class loader of an application that is undeployed,
   * and it needs no others: with one request at a time, all its work fits on that one and ours.
   */
  private HttpClient connect() {
    Thread current = Thread.currentThread();
    ClassLoader loader = current.getContextClassLoader();
    current.setContextClassLoader(ClassLoader.getSystemClassLoader());
    try {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(timeouts.connect())
              .executor(Runnable::run);
      ProxySelector proxies = ProxySelector.getDefault();
      return (proxies == null ? builder : builder.proxy(proxies)).build();
    } finally {
      current.setContextClassLoader(loader);
    }
  }

  /**
   * Ends the client without waiting for a request on its way. Before JDK 21, its thread ends within
   * seconds after nobody refers to it.
   */
  @Override
  public void close() {
    HttpClient old;
    synchronized (this) {
      closed = true;
      old = client;
      client = null;
    }
    if (old == null || shutdownNow == null) {
      return;
    }
    try {
      shutdownNow.invoke(old);
    } catch (IllegalAccessException | InvocationTargetException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  @Override
  public String toString() {
    return "HttpPost[" + name + "]";
  }
}

package dev.openaierrors.error;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What secrets look like, and where they stand in a log. All of it is made up anew for each run;
 * nothing here is, or was, a key of anybody.
 */
public final class SecretShapes {

  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = LOWER.toUpperCase(Locale.ROOT);
  private static final String DIGITS = "0123456789";
  private static final String BASE62 = LOWER + UPPER + DIGITS;
  private static final String BASE64 = BASE62 + "+/";
  private static final String URL64 = BASE62 + "-_";
  private static final String HEX = DIGITS + "abcdef";
  private static final String CAPITALS = UPPER + DIGITS;

  private SecretShapes() {}

  /**
   * A kind of secret.
   *
   * @param name what it is, for the messages of tests
   * @param bare whether it shows what it is wherever it stands
   * @param make makes one
   */
  public record Shape(String name, boolean bare, Function<Random, Planted> make) {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A secret with what stands around it.
   *
   * @param text as it is logged
   * @param secrets the parts that nobody may read
   */
  public record Planted(String text, List<String> secrets) {

    /** Six letters in a row of a secret that are in the output; empty if there are none. */
    public String leakedTo(String output) {
      return leakedTo(output, "");
    }

    /**
     * As above, but for what stands in an output of this kind anyway: chance puts pieces of it into
     * a secret.
     */
    public String leakedTo(String output, String anyway) {
      for (String secret : secrets) {
        for (int i = 0; i + LEAK <= secret.length(); i++) {
          String piece = secret.substring(i, i + LEAK);
          if (output.contains(piece) && !Ordinary.TEXT.contains(piece) && !anyway.contains(piece)) {
            return piece;
          }
        }
      }
      return "";
    }
  }

  /** What stands around secrets, and in what is told: chance puts pieces of it into a secret. */
  private static final class Ordinary {
    static final String TEXT =
        places().stream().map(place -> place.event().apply("")).collect(joining())
            + Arrays.stream(ErrorKind.values())
                .map(kind -> kind.cause() + kind.fix() + kind.page())
                .collect(joining())
            + ErrorAnalyzer.create().analyze("openai 503: The engine is currently overloaded");
  }

  /** OpenAI itself shows the last four letters of a key; one can guess nothing from five. */
  private static final int LEAK = 6;

  /** Where a secret stands, beside or in an error. */
  public record Place(String name, boolean bare, UnaryOperator<String> event) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** All shapes. */
  public static List<Shape> all() {
    return Stream.concat(keys(), notations()).toList();
  }

  // --- Keys that show what they are.

  private static Stream<Shape> keys() {
    List<Shape> keys = new ArrayList<>();
    for (String[] key :
        new String[][] {
          {"sk-", "48", BASE62},
          {"sk-proj-", "74", URL64},
          {"sk-svcacct-", "60", URL64},
          {"sk-admin-", "60", URL64},
          {"sk-None-", "48", BASE62},
          {"sess-", "40", BASE62},
          {"rk-", "40", BASE62},
          {"sk-ant-api03-", "80", URL64},
          {"sk-or-v1-", "64", HEX},
          {"gsk_", "52", BASE62},
          {"xai-", "80", BASE62},
          {"pplx-", "48", BASE62},
          {"nvapi-", "64", URL64},
          {"hf_", "34", BASE62},
          {"r8_", "37", BASE62},
          {"AIza", "35", URL64},
          {"ya29.", "90", URL64},
          {"GOCSPX-", "28", URL64},
          {"AKIA", "16", CAPITALS},
          {"ASIA", "16", CAPITALS},
          {"ABSK", "60", BASE64},
          {"ghp_", "36", BASE62},
          {"gho_", "36", BASE62},
          {"ghs_", "36", BASE62},
          {"ghu_", "36", BASE62},
          {"ghr_", "36", BASE62},
          {"github_pat_", "80", BASE62},
          {"glpat-", "20", URL64},
          {"gldt-", "20", URL64},
          {"npm_", "36", BASE62},
          {"pypi-AgEI", "60", URL64},
          {"dckr_pat_", "27", URL64},
          {"hvs.", "90", URL64},
          {"dop_v1_", "64", HEX},
          {"xoxb-", "40", BASE62},
          {"xoxp-", "60", BASE62},
          {"xapp-1-", "60", BASE62},
          {"SG.", "60", URL64},
          {"sk_live_", "24", BASE62},
          {"rk_test_", "24", BASE62},
          {"whsec_", "32", BASE62},
          {"shpat_", "32", HEX},
          {"PMAK-", "58", HEX},
          {"lin_api_", "40", BASE62},
          {"dapi", "32", HEX},
          {"NRAK-", "27", CAPITALS},
          {"glsa_", "40", BASE62},
          {"sntrys_", "60", BASE62},
          {"phc_", "43", BASE62},
          {"tvly-", "32", BASE62},
          {"lsv2_pt_", "42", HEX},
          {"pcsk_", "60", BASE62},
          {"sbp_", "40", HEX},
          {"tgp_v1_", "43", URL64},
          {"org-", "24", BASE62},
          {"proj_", "24", BASE62},
          {"user-", "24", BASE62},
          {"eyJ", "60", URL64},
          {"esecret_", "48", BASE62},
          {"squ_", "40", HEX},
          {"", "32", HEX},
          {"", "40", HEX},
          {"", "64", HEX},
          {"", "32", BASE62},
          {"", "40", BASE62},
          {"", "84", BASE62},
          {"", "32", LOWER},
          {"", "36", UPPER},
          {"", "40", LOWER + UPPER},
          {"", "40", LOWER + DIGITS},
          {"", "44", CAPITALS},
          {"", "48", URL64},
        }) {
      String name =
          (key[0].isEmpty() ? "no prefix" : key[0]) + "…" + key[1] + " of " + key[2].length();
      keys.add(
          new Shape(
              name,
              true,
              random -> planted(key[0], of(random, Integer.parseInt(key[1]), key[2]), "")));
    }
    keys.add(bare("base64 with padding", r -> planted("", of(r, 43, BASE64), "=")));
    keys.add(
        bare(
            "JSON web token",
            r -> {
              String payload = of(r, 70, URL64);
              String signature = of(r, 43, URL64);
              return new Planted(
                  "eyJ" + of(r, 20, BASE62) + "." + payload + "." + signature,
                  List.of(payload, signature));
            }));
    keys.add(
        bare("token of a bot", r -> planted("7" + of(r, 9, DIGITS) + ":", of(r, 35, URL64), "")));
    return keys.stream();
  }

  private static Shape bare(String name, Function<Random, Planted> make) {
    return new Shape(name, true, make);
  }

  private static Planted planted(String before, String secret, String after) {
    return new Planted(before + secret + after, List.of(secret));
  }

  // --- Secrets that only their surroundings tell.

  private static Stream<Shape> notations() {
    List<Shape> shapes = new ArrayList<>();
    for (String notation :
        new String[] {
          "api_key=%s",
          "OPENAI_API_KEY=%s",
          "export OPENAI_API_KEY='%s'",
          "x-api-key: %s",
          "api-key: %s",
          "\"apiKey\": \"%s\"",
          "{\"access_token\":\"%s\",\"expires_in\":3600}",
          "'client_secret': '%s'",
          "password: %s",
          "Password=%s;Encrypt=True",
          "pwd=%s",
          "passwd = \"%s\"",
          "Authorization: Bearer %s",
          "authorization=[Bearer %s]",
          "Authorization: Basic %s",
          "Proxy-Authorization: %s",
          "Cookie: sid=%s; theme=dark",
          "Set-Cookie: JSESSIONID=%s; Path=/; HttpOnly",
          "session_id=%s",
          "X-Amz-Security-Token: %s",
          "{Authorization=Bearer %s, Accept=*/*}",
          "Config[apiKey=%s, timeout=3s]",
          "Credentials(user=bob, password=%s)",
          "Settings{secretKey='%s', retries=3}",
          "('x-api-key', '%s')",
          "[(b'authorization', b'Bearer %s')]",
          "{\"name\": \"OPENAI_API_KEY\", \"value\": \"%s\"}",
          "<apiKey>%s</apiKey>",
          "<entry key=\"password\">%s</entry>",
          "<add key=\"ApiKey\" value=\"%s\"/>",
          "{\\\"api_key\\\":\\\"%s\\\"}",
          "{\\\\\\\"token\\\\\\\": \\\\\\\"%s\\\\\\\"}",
          "https://api.example.org/v1/chat?key=%s",
          "https://acct.blob.core.windows.net/c?sv=2024&sig=%s&sp=r",
          "https://example.org/cb?code=%s&lang=en",
          "https://bob:%s@proxy.example.org:8080/v1",
          "redis://:%s@redis:6379/0",
          "postgresql://app:%s@db/app",
          "amqp://app:%s@mq.example.org/vh",
          "app:%s@localhost",
          "mongodb+srv://app:%s@cluster0.example.net/?w=majority",
          "jdbc:oracle:thin:scott/%s@//db:1521/X",
          "jdbc:postgresql://db/x?user=app&password=%s",
          "https://hooks.slack.com/services/T0A/B0B/%s",
          "https://discord.com/api/webhooks/77/%s",
          "https://acme.webhook.office.com/webhookb2/%s/IncomingWebhook/x",
          "Incorrect API key provided: %s.",
          "Invalid API key provided: %s",
          "Your api key: %s is invalid",
          "API key '%s' not found",
          "the password is %s",
          "curl --api-key %s --verbose",
          "curl -H 'x-api-key: %s'",
          "api_key%%3D%s",
          "token%%253D%s",
          "AccountKey=%s;EndpointSuffix=core.windows.net",
          "openai.api-key -> %s",
          "spring.datasource.password=%s",
          "illegal header value b'Bearer %s'",
          "ａｐｉ＿ｋｅｙ＝%s",
          "api\u200b_key=%s",
          "SecretStr('%s')",
          "bearer_token => \"%s\"",
          "X-Auth-Token:%s",
        }) {
      shapes.add(
          new Shape(
              notation,
              false,
              random -> {
                String secret = password(random);
                return new Planted(
                    notation.replace("%%", "%").replace("%s", secret), List.of(secret));
              }));
    }
    shapes.add(told("key split by stars", r -> planted("sk-proj-", split(r, "***"), "")));
    shapes.add(told("key split by characters that do not show", r -> hidden(r, "\u200b")));
    shapes.add(told("key split by soft hyphens", r -> hidden(r, "\u00ad")));
    shapes.add(told("dashes encoded", r -> planted("sk%2Dproj%2D", of(r, 40, BASE62), "")));
    shapes.add(told("full-width key", SecretShapes::fullWidth));
    shapes.add(told("UUID as a key", r -> uuid("api-key: ", r)));
    shapes.add(told("UUID as a token", r -> uuid("\"token\": \"", r)));
    shapes.add(told("private key", r -> pem(r, true)));
    shapes.add(told("private key, cut", r -> pem(r, false)));
    shapes.add(told("address", r -> planted("", of(r, 12, LOWER), "@example.com")));
    shapes.add(told("encoded address", r -> planted("", of(r, 12, LOWER), "%40example.com")));
    shapes.add(
        told(
            "password with blanks",
            r -> {
              // Not with the digits of the limits that the text around it names.
              String words = of(r, 7, LOWER) + " " + of(r, 6, LOWER) + " " + of(r, 6, "4567");
              return new Planted(
                  "Incorrect API key provided: " + words + ". You can find your API key at x",
                  List.of(words));
            }));
    return shapes.stream();
  }

  private static Shape told(String name, Function<Random, Planted> make) {
    return new Shape(name, false, make);
  }

  private static String split(Random random, String by) {
    return of(random, 10, BASE62) + by + of(random, 10, BASE62);
  }

  private static Planted hidden(Random random, String by) {
    String first = of(random, 14, BASE62);
    String second = of(random, 20, BASE62);
    return new Planted("sk-" + by + "proj-" + first + by + second, List.of(first, second));
  }

  private static Planted fullWidth(Random random) {
    String secret = of(random, 30, BASE62);
    String wide =
        ("sk-" + secret)
            .chars()
            .map(c -> c - '!' + '\uff01')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return new Planted(wide, List.of(secret, wide.substring(3)));
  }

  private static Planted uuid(String before, Random random) {
    String first = of(random, 8, HEX);
    String last = of(random, 12, HEX);
    return new Planted(
        before + first + "-1a2b-4c3d-8e4f-" + last + (before.endsWith("\"") ? "\"" : ""),
        List.of(first, last));
  }

  private static Planted pem(Random random, boolean whole) {
    String first = of(random, 64, BASE64);
    String last = of(random, 18, BASE64);
    return new Planted(
        "-----BEGIN PRIVATE "
            + "KEY-----\\n"
            + first
            + "\\n"
            + last
            + (whole ? "\\n-----END PRIVATE " + "KEY-----" : ""),
        List.of(first, last));
  }

  /** Ten to sixteen characters that a person might have chosen. */
  private static String password(Random random) {
    String marks = "!#*_-.$?";
    String word = of(random, 5 + random.nextInt(4), LOWER);
    return Character.toUpperCase(word.charAt(0))
        + word.substring(1)
        + of(random, 1, marks)
        + of(random, 3 + random.nextInt(4), DIGITS)
        + of(random, 1, LOWER);
  }

  private static String of(Random random, int length, String alphabet) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, length)
        .forEach(i -> text.append(alphabet.charAt(random.nextInt(alphabet.length()))));
    return text.toString();
  }

  // --- Places.

  private static final String QUOTA =
      "You exceeded your current quota, please check your plan and billing details.";
  private static final String RATE =
      "Rate limit reached for gpt-4o on tokens per min (TPM): Limit 30000, Used 29937, Requested"
          + " 1200. Please try again in 1.4s.";
  private static final String OVERLOADED =
      "The engine is currently overloaded, please try again later";
  private static final String CONTEXT =
      "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000"
          + " tokens. Please reduce the length of the messages.";
  private static final String SERVER =
      "The server had an error while processing your request. Sorry about that!";

  /** Fifteen places; those that are bare hold what shows itself to be a secret. */
  public static List<Place> places() {
    return List.of(
        new Place(
            "message",
            false,
            s -> "openai 429: " + payload(QUOTA + " " + json(s), "insufficient_quota")),
        new Place("code", true, s -> "openai 500: " + payload(SERVER, json(s))),
        new Place(
            "type",
            true,
            s ->
                "openai 400: "
                    + payload(CONTEXT, "context_length_exceeded").replace("the_type", json(s))),
        new Place(
            "param",
            true,
            s ->
                "openai 400: "
                    + payload(CONTEXT, "context_length_exceeded")
                        .replace("null", '"' + json(s) + '"')),
        new Place(
            "model",
            true,
            s ->
                "openai.NotFoundError: 404 The model `"
                    + s
                    + "` does not exist or you do not have access to it."),
        new Place(
            "deployment",
            true,
            s ->
                "https://acme.openai.azure.com/openai/deployments/"
                    + s.replace('/', '_') // which would end the name
                    + "/chat 429 "
                    + RATE),
        new Place("behind the sentence", false, s -> "openai.RateLimitError: " + RATE + " " + s),
        new Place(
            "before the sentence",
            false,
            s -> s + " openai.InternalServerError: 503 " + OVERLOADED),
        new Place("line behind", false, s -> "openai.RateLimitError: " + QUOTA + "\n" + s),
        new Place("line before", false, s -> s + "\nopenai.InternalServerError: 500 " + SERVER),
        new Place(
            "wrong key",
            true,
            s ->
                "openai 401: "
                    + payload(
                        "Incorrect API key provided: "
                            + json(s)
                            + ". You can find your API key at"
                            + " https://platform.openai.com/account/api-keys.",
                        "invalid_api_key")),
        new Place(
            "escaped",
            false,
            s ->
                "{\"msg\":\""
                    + json("openai 429: " + payload(QUOTA + " " + json(s), "insufficient_quota"))
                    + "\"}"),
        new Place(
            "cause",
            false,
            s -> "openai 503 " + OVERLOADED + "\nCaused by: java.io.IOException: " + s),
        new Place("brackets", false, s -> "openai.RateLimitError: 429 (" + s + ") " + RATE),
        new Place(
            "field near by",
            false,
            s -> "openai.InternalServerError: 500 " + SERVER + " | detail=" + s));
  }

  private static String payload(String message, String code) {
    return "{\"error\": {\"message\": \""
        + message
        + "\", \"type\": \"the_type\", \"param\": null, \"code\": \""
        + code
        + "\"}}";
  }

  private static String json(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}

package dev.openaierrors.alert;

import dev.openaierrors.error.Printable;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * An address of a page with places for what an alert knows, such as {@code
 * https://logs.example.com/?service={service}&from={fromMillis}}. What is filled in is encoded, so
 * that no value changes where the link leads.
 *
 * <p>Braces alone, since both logging frameworks fill in {@code ${…}} themselves, before anybody
 * else sees it. A brace of the address itself is written {@code %7B}.
 */
public final class LinkTemplate {

  /** What can be filled in. */
  public enum Place {
    /** The service. */
    SERVICE("service"),
    /** The environment. */
    ENVIRONMENT("environment"),
    /** The instance that tells it. */
    INSTANCE("instance"),
    /** The rule. */
    RULE("rule"),
    /** What keeps the incident apart from others of the rule. */
    GROUP("group"),
    /** The kind of the errors. */
    KIND("kind"),
    /** How bad it is. */
    SEVERITY("severity"),
    /** Who answered. */
    PROVIDER("provider"),
    /** The model seen most. */
    MODEL("model"),
    /** The provider's id of the request of the sample. */
    REQUEST_ID("requestId"),
    /** The incident's id. */
    ID("id"),
    /** The time of the first failure, in ISO 8601, UTC. */
    FROM("from"),
    /** A minute after the notice, in ISO 8601, UTC. */
    TO("to"),
    /** The time of the first failure, in milliseconds since 1970. */
    FROM_MILLIS("fromMillis"),
    /** A minute after the notice, in milliseconds since 1970. */
    TO_MILLIS("toMillis");

    private final String word;

    Place(String word) {
      this.word = word;
    }

    /** The word for it in a template; never changes. */
    public String word() {
      return word;
    }

    private static @Nullable Place named(String word) {
      for (Place place : values()) {
        if (place.word.equals(word)) {
          return place;
        }
      }
      return null;
    }

    private static String words() {
      StringJoiner words = new StringJoiner(", ");
      for (Place place : values()) {
        words.add("{" + place.word + "}");
      }
      return words.toString();
    }
  }

  private static final int LONGEST = 1_000;
  private static final int MOST_PLACES = 20;
  private static final int LONGEST_WORD = 20;
  private static final int LONGEST_FILLED = 2_000;
  private static final String ADVICE =
      "write an address with a host, at most %s characters, as".formatted(LONGEST)
          + " https://wiki.example.com/runbooks/{rule}";

  // Text, place, text, place, … text.
  private final List<String> texts;
  private final List<Place> places;

  private LinkTemplate(List<String> texts, List<Place> places) {
    this.texts = List.copyOf(texts);
    this.places = List.copyOf(places);
  }

  /**
   * Reads one.
   *
   * @throws InvalidValueException if it is none; repeats no more than a place that there is not
   */
  public static LinkTemplate of(String template) {
    if (template.length() > LONGEST) {
      throw wrong("what is given is too long for a link");
    }
    List<String> texts = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      if (close < 0 || (open > 0 && template.charAt(open - 1) == '$')) {
        throw wrong(
            close < 0 ? "a { of the link has no }" : "a place of a link has no $ before it");
      }
      texts.add(template.substring(from, open));
      places.add(place(template.substring(open + 1, close)));
      from = close + 1;
    }
    texts.add(template.substring(from));
    check(texts, places.size());
    return new LinkTemplate(texts, places);
  }

  private static Place place(String word) {
    Place place = Place.named(word);
    if (place == null) {
      throw InvalidValueException.misspelt(
          "'{%s}' is no place of a link".formatted(isWord(word) ? word : "…"),
          "write one of " + Place.words());
    }
    return place;
  }

  /** What is none may be part of a secret. */
  private static boolean isWord(String text) {
    return text.length() <= LONGEST_WORD
        && text.chars().allMatch(c -> c < 128 && Character.isLetter(c));
  }

  private static void check(List<String> texts, int places) {
    if (places > MOST_PLACES) {
      throw wrong("a link has at most %s places".formatted(MOST_PLACES));
    }
    String begin = texts.get(0);
    // A value in the host would lead elsewhere.
    if (!isPage(String.join("x", texts)) || (places > 0 && hostEnd(begin) == begin.length())) {
      throw wrong("what is given is no address of a page");
    }
  }

  private static boolean isPage(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    boolean web = lower.startsWith("https://") || lower.startsWith("http://");
    if (!web || !Printable.of(address).equals(address)) {
      return false;
    }
    try {
      String authority = new URI(address).getRawAuthority();
      // A user and a password would be shown to everybody.
      return authority != null && authority.indexOf('@') < 0;
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  /** Where the path, the query or the fragment begins; the end where none does. */
  private static int hostEnd(String address) {
    int at = address.indexOf("://") + 3;
    while (at < address.length() && "/?#".indexOf(address.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static InvalidValueException wrong(String problem) {
    return InvalidValueException.unusable(problem, ADVICE);
  }

  /**
   * The link with these values; what has none is left empty.
   *
   * @return null if it would be too long for a link
   */
  @Nullable String fill(Map<Place, String> values) {
    StringBuilder link = new StringBuilder(texts.get(0));
    for (int i = 0; i < places.size(); i++) {
      String value = values.getOrDefault(places.get(i), "");
      link.append(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
      link.append(texts.get(i + 1));
    }
    return link.length() > LONGEST_FILLED ? null : link.toString();
  }

  /** As it was written. */
  @Override
  public String toString() {
    StringBuilder words = new StringBuilder(texts.get(0));
    for (int i = 0; i < places.size(); i++) {
      words.append('{').append(places.get(i).word()).append('}').append(texts.get(i + 1));
    }
    return words.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LinkTemplate link
        && texts.equals(link.texts)
        && places.equals(link.places);
  }

  @Override
  public int hashCode() {
    return 31 * texts.hashCode() + places.hashCode();
  }
}

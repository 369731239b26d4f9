package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.SecretShapes.Place;
import dev.openaierrors.error.SecretShapes.Planted;
import dev.openaierrors.error.SecretShapes.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever a secret looks like and wherever it stands, six letters of it in a row stay inside. */
class NoSecretAnywhereTest {

  private static final int ROUNDS = 3;
  private static final int WHOLE = 10_000;
  private static final ErrorAnalyzer ANALYZER = ErrorAnalyzer.create();

  private final long seed = System.nanoTime();

  @Test
  void thereAreManyShapesAndPlaces() {
    assertThat(SecretShapes.all()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(SecretShapes.places()).hasSize(15);
  }

  @Test
  void inNoFieldAndNothingThatAlertsAreMadeOf() {
    List<String> leaks = new ArrayList<>();
    int[] recognised = new int[1];
    each(
        (where, text, planted) -> {
          OpenAiError error = ANALYZER.analyze(text);
          if (error != null) {
            recognised[0]++;
            note(leaks, where, text, planted.leakedTo(error.fields().toString()), error);
            note(leaks, where, text, planted.leakedTo(error.toString()), error);
          }
        });

    assertThat(leaks).as("seed %s", seed).isEmpty();
    assertThat(recognised[0]).isGreaterThan(1_500);
  }

  @Test
  void inNoTextThatIsShown() {
    List<String> leaks = new ArrayList<>();
    each(
        (where, text, planted) -> {
          String shown = String.valueOf(Redactor.clean(text, WHOLE));
          note(leaks, where, text, planted.leakedTo(shown), shown);
        });

    assertThat(leaks).as("seed %s", seed).isEmpty();
  }

  @Test
  void notEvenWhereTheTextIsCut() {
    List<String> leaks = new ArrayList<>();
    Random random = new Random(seed);
    each(
        (where, text, planted) -> {
          int max = 20 + random.nextInt(280);
          String shown = String.valueOf(Redactor.clean(text, max));
          note(leaks, where + " " + max, text, planted.leakedTo(shown), shown);
        });

    assertThat(leaks).as("seed %s", seed).isEmpty();
  }

  /** Wherever in an event it stands; throwables are objects, as frameworks hand them on. */
  @Test
  void inNoFieldWhateverPieceOfTheEventHoldsIt() {
    List<String> leaks = new ArrayList<>();
    Random random = new Random(seed);
    int recognised = 0;
    for (Shape shape : SecretShapes.all()) {
      for (Map.Entry<String, Function<String, PlainEvent>> piece : PIECES.entrySet()) {
        boolean looksLikeAnId = piece.getKey().equals("id of the request") && isHex(shape);
        if (!looksLikeAnId) {
          Planted planted = shape.make().apply(random);
          PlainEvent event = piece.getValue().apply(planted.text());
          OpenAiError error = ANALYZER.analyze(PlainEvent.VIEW, event);
          recognised += error == null ? 0 : 1;
          String shown = String.valueOf(error);
          note(leaks, shape + " | " + piece.getKey(), "" + event, planted.leakedTo(shown), shown);
        }
      }
    }

    assertThat(leaks).as("seed %s", seed).isEmpty();
    assertThat(recognised).isGreaterThan(700);
  }

  /** Of 32 digits, as Azure's keys and older ids of OpenAI are: told apart by what names them. */
  private static boolean isHex(Shape shape) {
    return shape.toString().equals("no prefix\u202632 of 16");
  }

  private static final String OVERLOADED =
      "openai 503: The engine is currently overloaded, please try again later";

  private static final Map<String, Function<String, PlainEvent>> PIECES =
      Map.of(
          "id of the request",
          s -> PlainEvent.of(OVERLOADED + " (request id: " + s + ")"),
          "message of the throwable",
          s -> PlainEvent.thrown(new IOException(OVERLOADED + " " + s)),
          "its cause",
          s -> PlainEvent.thrown(new IOException(OVERLOADED, new IOException(s))),
          "a suppressed one",
          s -> PlainEvent.thrown(suppressing(new IOException(OVERLOADED), new IOException(s))),
          "the suppressed one's error",
          s -> PlainEvent.thrown(suppressing(new IOException(s), new IOException(OVERLOADED))),
          "an argument",
          s -> PlainEvent.of(OVERLOADED).argument(s),
          "a pair",
          s -> PlainEvent.of(OVERLOADED).pair("detail", s),
          "a pair that names it",
          s -> PlainEvent.of(OVERLOADED).pair("api_key", s),
          "a pair with an id",
          s -> PlainEvent.of(OVERLOADED).pair("api_key", s).pair("request_id", s));

  private static Throwable suppressing(Throwable one, Throwable other) {
    one.addSuppressed(other);
    return one;
  }

  private static void note(
      List<String> leaks, String where, String text, String leak, Object shown) {
    if (!leak.isEmpty()) {
      leaks.add("%s: %s of %s in %s".formatted(where, leak, text, shown));
    }
  }

  private void each(Check check) {
    Random random = new Random(seed);
    for (Shape shape : SecretShapes.all()) {
      for (Place place : SecretShapes.places()) {
        for (int round = 0; round < ROUNDS && (shape.bare() || !place.bare()); round++) {
          Planted planted = shape.make().apply(random);
          check.of(shape + " | " + place, place.event().apply(planted.text()), planted);
        }
      }
    }
  }

  private interface Check {
    void of(String where, String text, Planted planted);
  }
}

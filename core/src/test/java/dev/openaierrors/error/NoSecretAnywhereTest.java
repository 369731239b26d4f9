package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.SecretShapes.Place;
import dev.openaierrors.error.SecretShapes.Planted;
import dev.openaierrors.error.SecretShapes.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever stands in an event, the fields that are written show no secret of it. */
class NoSecretsTest {

  private static final ErrorAnalyzer ANALYZER = ErrorAnalyzer.create();
  private static final int ROUNDS = 40;

  static final Secrets[] SECRETS = Secrets.values();
  static final List<String> KINDS =
      Stream.of(ErrorKind.values()).map(ErrorKind::id).collect(Collectors.toList());

  /** Places for a secret in a text; each makes the text with the secret in that place. */
  private static List<UnaryOperator<String>> places(String text) {
    List<UnaryOperator<String>> places = new ArrayList<>();
    for (String key : List.of("code", "type", "param", "message", "model", "request_id")) {
      places.add(secret -> withField(text, key, secret));
    }
    places.add(secret -> text + " (request ID: " + secret + ")");
    places.add(secret -> text + " x-request-id: " + secret);
    places.add(secret -> text + " req_" + secret);
    places.add(secret -> text + " The model `" + secret + "` does not exist");
    places.add(secret -> text + " Rate limit reached for " + secret + " in organization " + secret);
    places.add(secret -> text + " Please try again in " + secret);
    places.add(secret -> "https://acme.openai.azure.com/openai/deployments/" + secret + "/" + text);
    places.add(secret -> secret + " " + text);
    places.add(secret -> text.replace("sentence", secret));
    return places;
  }

  /** The value of the field replaced, or such a field added to the error object. */
  private static String withField(String text, String key, String secret) {
    String replaced =
        text.replaceAll(
                "\"" + key + "\" ?: ?(\"[^\"]*\"|null)", "\"" + key + "\":\"" + secret + "\"")
            .replaceAll("'" + key + "': ('[^']*'|None)", "'" + key + "': '" + secret + "'");
    return replaced.equals(text) ? "{\"" + key + "\":\"" + secret + "\"} " + text : replaced;
  }

  @ParameterizedTest
  @FieldSource("SECRETS")
  void noFieldShowsASecret(Secrets secret) {
    for (KindSample sample : KindSample.errors()) {
      for (UnaryOperator<String> place : places(sample.text())) {
        assertClean(place.apply(secret.text()), secret);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("SECRETS")
  void noFieldShowsASecretThatStandsAnywhere(Secrets secret) {
    Random random = new Random(secret.text().hashCode());
    for (KindSample sample : KindSample.errors()) {
      for (int round = 0; round < ROUNDS; round++) {
        int at = random.nextInt(sample.text().length() + 1);
        String glue = List.of(" ", "\"", ":", "=", "/", "'").get(random.nextInt(6));
        assertClean(
            sample.text().substring(0, at)
                + glue
                + secret.text()
                + glue
                + sample.text().substring(at),
            secret);
      }
    }
  }

  private static void assertClean(String text, Secrets secret) {
    OpenAiError error = ANALYZER.analyze(text);
    if (error == null) {
      return;
    }
    Map<String, String> fields = error.fields();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      boolean id = field.getKey().equals(ErrorField.REQUEST_ID.key());
      if (!id || secret != Secrets.AZURE_KEY) { // Looks exactly like the id of a request.
        assertThat(field.getValue()).as(text).doesNotContain(secret.telling());
      }
      assertThat(field.getValue())
          .as(text)
          .isNotBlank()
          .doesNotContainPattern("\\p{Cntrl}")
          .hasSizeLessThanOrEqualTo(field.getKey().equals(ErrorField.FIX.key()) ? 300 : 100);
    }
    assertThat(KINDS).contains(fields.get(ErrorField.KIND.key()));
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void kindIsNeverTextOfThePayload(String id) {
    for (KindSample sample : KindSample.of(Objects.requireNonNull(ErrorKind.fromId(id)))) {
      OpenAiError error = ANALYZER.analyze(withField(sample.text(), "code", "../../etc/passwd\\n"));
      assertThat(error == null || KINDS.contains(error.fields().get(ErrorField.KIND.key())))
          .isTrue();
    }
  }
}

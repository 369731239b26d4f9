package dev.openaierrors.fuzz;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must not come out, whatever stands around it; all of it is made up.
 *
 * @param text the whole of it
 * @param telling a piece of it that stands nowhere else
 */
record Secret(String text, String telling) {

  private static final List<Secret> ALL =
      List.of(
          of("sk-Zq8vT3mLx0Wc7RbN2yHdT3BlbkFJaK5eUo1PiGsXf9Jw"),
          of("sk-proj-Ab1_cD2-eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX2yZ3"),
          of("sk-ant-api03-Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1"),
          of("gsk_Zq8vT3mLx0Wc7RbN2yHdWGdyb3FYaK5eUo1P"),
          of("AIzaSyZq8vT3mLx0Wc7RbN2yHdaK5eUo1PiGsXf"),
          of("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0NzExIn0.Zq8vT3mLx0Wc7RbN2yHd"),
          of("3xAmPlEk3y7Qm9Zr2Lw8Xc5Vb1Nn4Hh6Jj0Kk2Ss8Dd4Ff6Gg1AaJQQJ99BCACYe"),
          new Secret("Bearer letmein2026", "letmein2026"),
          new Secret("jane.doe+ai@mail.example.org", "doe+ai"),
          of("org-Zq8vT3mLx0Wc7RbN2yHdaK5e"),
          of("proj_Zq8vT3mLx0Wc7RbN2yHdaK5e"));

  /** What stands on both sides of a secret in logs. */
  private static final List<String> GLUES =
      List.of(" ", "\"", "'", "=", ": ", "(", "`", "\n", "/", ">", "\\\"", ", ");

  private static Secret of(String text) {
    int middle = text.length() / 2;
    return new Secret(text, text.substring(middle - 3, middle + 4));
  }

  static Secret any(Choices choices) {
    return choices.of(ALL);
  }

  /** The text with it somewhere inside. */
  String plantedIn(String text, Choices choices) {
    int at = Math.min(text.length(), choices.below(256) * 256 + choices.below(256));
    at = text.isEmpty() ? 0 : at % (text.length() + 1);
    String glue = choices.of(GLUES);
    return text.substring(0, at) + glue + this.text + glue + text.substring(at);
  }

  /** Nothing of what is written about an error shows it. */
  void isKeptIn(@Nullable Object written) {
    String all = String.valueOf(written);
    if (all.contains(telling)) {
      throw new AssertionError("a secret comes out: " + this + " in " + all);
    }
  }
}

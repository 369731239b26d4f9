package dev.openaierrors.error;

/** What must not show in anything that is written; all of it is made up. */
enum Secrets {
  OPENAI_KEY("sk-Zq8vT3mLx0Wc7RbN2yHdT3BlbkFJaK5eUo1PiGsXf9Jw"),
  PROJECT_KEY("sk-proj-Ab1_cD2-eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX2yZ3"),
  SERVICE_KEY("sk-svcacct-Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1"),
  ADMIN_KEY("sk-admin-Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1"),
  SHORT_KEY("sk-hunter2"),
  MASKED_KEY("sk-proj-********************************9Xyz"),
  ANTHROPIC_KEY("sk-ant-api03-Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1"),
  STRIPE_KEY("sk_test_Zz9Yy8Xx7Ww6Vv5Uu4Tt3Ss2Rr1"),
  AZURE_KEY("0f1e2d3c4b5a69788796a5b4c3d2e1f0"),
  LONG_AZURE_KEY(
      "3xAmPlEk3y7Qm9Zr2Lw8Xc5Vb1Nn4Hh6Jj0Kk2Ss8Dd4Ff6Gg1AaJQQJ99BCACYeBjFXJ3w3AAABACOGq1Zt"),
  GROQ_KEY("gsk_Zq8vT3mLx0Wc7RbN2yHdWGdyb3FYaK5eUo1P"),
  XAI_KEY("xai-Zq8vT3mLx0Wc7RbN2yHdaK5eUo1P"),
  GOOGLE_KEY("AIzaSyZq8vT3mLx0Wc7RbN2yHdaK5eUo1PiGsXf"),
  GITHUB_TOKEN("ghp_Zq8vT3mLx0Wc7RbN2yHdaK5eUo1PiGsXf"),
  JWT("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0NzExIn0.Zq8vT3mLx0Wc7RbN2yHd"),
  BEARER("Bearer letmein2026", "letmein2026"),
  MAIL("jane.doe+ai@mail.example.org", "doe+ai"),
  ORGANIZATION("org-Zq8vT3mLx0Wc7RbN2yHdaK5e"),
  GROQ_ORGANIZATION("org_01zq8vt3mlx0wc7rbn2yhdak5e"),
  PROJECT("proj_Zq8vT3mLx0Wc7RbN2yHdaK5e"),
  USER("user-Zq8vT3mLx0Wc7RbN2yHdaK5e");

  private final String text;
  private final String telling;

  Secrets(String text) {
    this(text, text.substring(text.length() / 2 - 3, text.length() / 2 + 4));
  }

  Secrets(String text, String telling) {
    this.text = text;
    this.telling = telling;
  }

  /** The whole of it. */
  String text() {
    return text;
  }

  /** A piece from its middle that stands nowhere else. */
  String telling() {
    return telling;
  }
}

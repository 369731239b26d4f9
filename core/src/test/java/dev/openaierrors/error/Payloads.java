package dev.openaierrors.error;

/** One error, in the forms that logs give it. */
final class Payloads {

  static final String SENTENCE =
      "You exceeded your current quota, please check your plan and billing details.";

  /** As the API sends it, on one line. */
  static final String JSON =
      "{\"error\":{\"message\":\""
          + SENTENCE
          + "\",\"type\":\"insufficient_quota\",\"param\":null,\"code\":\"insufficient_quota\"}}";

  static final String PRETTY =
      """
      {
        "error": {
          "message": "SENTENCE",
          "type": "insufficient_quota",
          "param": null,
          "code": "insufficient_quota"
        }
      }"""
          .replace("SENTENCE", SENTENCE);

  static final String PYTHON =
      "{'error': {'message': '"
          + SENTENCE
          + "', 'type': 'insufficient_quota', 'param': None, 'code': 'insufficient_quota'}}";

  static final String JAVA_MAP =
      "{error={message="
          + SENTENCE
          + ", type=insufficient_quota, param=null, code=insufficient_quota}}";

  private Payloads() {}

  /** Inside a JSON string, this many times. */
  static String escaped(String text, int times) {
    String escaped = text;
    for (int i = 0; i < times; i++) {
      escaped = escaped.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
    return escaped;
  }
}

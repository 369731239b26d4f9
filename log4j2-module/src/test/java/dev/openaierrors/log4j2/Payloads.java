package dev.openaierrors.log4j2;

/** What a client's exception says when the account has no credit. */
final class Payloads {

  static final String QUOTA =
      "429: {\"error\": {\"message\": \"You exceeded your current quota, please check your plan and"
          + " billing details. For more information on this error, read the docs:"
          + " https://platform.openai.com/docs/guides/error-codes/api-errors.\", \"type\":"
          + " \"insufficient_quota\", \"param\": null, \"code\": \"insufficient_quota\"}}";

  private Payloads() {}
}

package com.theokanning.openai;

/** Stands in for the client's class, which has public fields. */
public class OpenAiHttpException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public final int statusCode;
  public final String code;
  public final String param;
  public final String type;

  public OpenAiHttpException(
      String message, int statusCode, String code, String param, String type) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
    this.param = param;
    this.type = type;
  }
}

package dev.openaierrors.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what an error is once it is known to be one. */
final class Classifier {

  private static final String TOO_LARGE_FIX =
      "Make the request smaller: it is larger than a whole minute's limit, so no wait makes it fit.";
  private static final String THROTTLED_FIX =
      "Wait and retry with back-off: this service reports a passing throttle as a used-up quota.";

  // The payload is among the first objects of a text, or the text is not worth more work.
  private static final int MAX_PAYLOADS = 12;

  private final char[] text;
  private final int length;
  private final Hits hits;
  private final Evidence evidence;
  private final Payload payload;
  private final int status;

  private Classifier(char[] text, int length, Hits hits, Evidence evidence) {
    this.text = text;
    this.length = length;
    this.hits = hits;
    this.evidence = evidence;
    this.payload = payload();
    this.status = evidence.status() == HttpStatus.NONE ? payload.status() : evidence.status();
  }

  static OpenAiError classify(char[] text, int length, Hits hits, Evidence evidence) {
    return new Classifier(text, length, hits, evidence).classify();
  }

  private OpenAiError classify() {
    ErrorKind kind = kind();
    boolean limited = kind == ErrorKind.RATE_LIMIT_EXCEEDED;
    boolean tooLarge = limited && says("request too large for");
    boolean throttled = kind == ErrorKind.INSUFFICIENT_QUOTA && isThrottle();
    Details details = new Details(text, length, hits, evidence.quotations());
    String code = payload.code() == null ? value(Role.CODE) : payload.code();
    return new OpenAiError(
        kind,
        (retryable(kind) && !tooLarge) || throttled,
        tooLarge ? TOO_LARGE_FIX : throttled ? THROTTLED_FIX : kind.fix(lower(code)),
        status == HttpStatus.NONE ? null : status,
        code,
        payload.type() == null ? value(Role.TYPE) : payload.type(),
        payload.param() == null ? details.param() : payload.param(),
        details.requestId(),
        details.model(evidence.best() < 0 ? 0 : hits.start(evidence.best())),
        limited ? details.limit() : null,
        details.delay(),
        evidence.provider(),
        new ParticularsReader(text, length, hits, evidence.quotations())
            .read(payload.message(), evidence.best()));
  }

  /** The first object with a code or a type, else the first that says anything. */
  private Payload payload() {
    Payload first = Payload.EMPTY;
    int attempts = 0;
    for (int hit = 0; hit < hits.count() && attempts < MAX_PAYLOADS; hit++) {
      Phrase phrase = hits.phrase(hit);
      if (phrase.role() == Role.KEY
          && !phrase.text().equals("error")
          && !evidence.quotations().contains(hits.start(hit))
          && Shape.isKey(text, length, hits.start(hit), hits.end(hit))) {
        attempts++;
        Payload found = PayloadReader.around(text, hits.start(hit), length);
        if (found.code() != null || found.type() != null) {
          return found;
        }
        boolean keep = first.tells() || (first.message() != null && !found.tells());
        first = keep ? first : found;
      }
    }
    return first;
  }

  private ErrorKind kind() {
    ErrorKind named = evidence.best() < 0 ? null : hits.phrase(evidence.best()).kind();
    if (named == null) {
      return byStatus();
    }
    // All that the API says then; the client's class, a longer word, only repeats the status.
    if (hits.phrase(evidence.best()).role() == Role.HINT
        && (status == 429 || status == 503)
        && says("slow down")) {
      return ErrorKind.SLOW_DOWN;
    }
    return switch (named) {
      // The code is the same for a model that is not there and for one that is not allowed.
      case MODEL_NOT_FOUND ->
          status == 403 || says(ErrorKind.PERMISSION_DENIED) ? ErrorKind.PERMISSION_DENIED : named;
      // Google answers every limit with OpenAI's sentence about the quota.
      case INSUFFICIENT_QUOTA -> says("resource_exhausted") ? ErrorKind.RATE_LIMIT_EXCEEDED : named;
      // Clients have one class for all that the server does wrong.
      case SERVER_ERROR -> says(named) ? named : serverError();
      default -> named;
    };
  }

  /** Whether a sentence or phrase of this kind stands in the text. */
  private boolean says(ErrorKind kind) {
    for (int hit = 0; hit < hits.count(); hit++) {
      Phrase phrase = hits.phrase(hit);
      if (phrase.kind() == kind
          && (phrase.role() == Role.SENTENCE || phrase.role() == Role.PHRASE)) {
        return true;
      }
    }
    return false;
  }

  private ErrorKind serverError() {
    ErrorKind kind = status == HttpStatus.NONE ? ErrorKind.SERVER_ERROR : byStatus();
    return switch (kind) {
      case ENGINE_OVERLOADED, TIMEOUT -> kind;
      default -> ErrorKind.SERVER_ERROR;
    };
  }

  private ErrorKind byStatus() {
    return switch (status) {
      case 401 -> ErrorKind.INVALID_AUTHENTICATION;
      case 402 -> ErrorKind.INSUFFICIENT_QUOTA;
      case 403 -> ErrorKind.PERMISSION_DENIED;
      case 400, 404, 405, 406, 409, 413, 415, 422 -> ErrorKind.INVALID_REQUEST;
      case 408, 504, 524 -> ErrorKind.TIMEOUT;
      case 429 -> ErrorKind.RATE_LIMIT_EXCEEDED;
      case 503, 529 -> ErrorKind.ENGINE_OVERLOADED;
      default -> status >= 500 ? ErrorKind.SERVER_ERROR : ErrorKind.UNKNOWN;
    };
  }

  private boolean retryable(ErrorKind kind) {
    if (kind == ErrorKind.UNKNOWN) {
      return status == 408 || status == 409 || status == 429 || status >= 500;
    }
    return kind.retryable();
  }

  /** DashScope reports a limit per minute as a quota. */
  private boolean isThrottle() {
    return says("dashscope") || says("aliyun") || says("throttling.");
  }

  private boolean says(String phrase) {
    for (int hit = 0; hit < hits.count(); hit++) {
      if (hits.phrase(hit).text().equals(phrase)) {
        return true;
      }
    }
    return false;
  }

  /** A code or type as it stands in the text, where no payload could be read. */
  private @Nullable String value(Role role) {
    for (int hit = 0; hit < hits.count(); hit++) {
      Phrase phrase = hits.phrase(hit);
      boolean code = phrase.role() == Role.CODE || phrase.role() == Role.COMMON_CODE;
      boolean fits = role == Role.CODE ? code : code || phrase.role() == Role.TYPE;
      if (fits && isValue(hit, role) && !evidence.quotations().contains(hits.start(hit))) {
        return new String(text, hits.start(hit), hits.end(hit) - hits.start(hit));
      }
    }
    return null;
  }

  private boolean isValue(int hit, Role role) {
    FieldValue.Of of = FieldValue.of(text, length, hits.start(hit), hits.end(hit));
    return role == Role.CODE
        ? of == FieldValue.Of.CODE || of == FieldValue.Of.BRACKETS
        : of == FieldValue.Of.TYPE;
  }

  private static @Nullable String lower(@Nullable String code) {
    return code == null ? null : code.toLowerCase(Locale.ROOT);
  }
}

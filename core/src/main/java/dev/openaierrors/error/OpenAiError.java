package dev.openaierrors.error;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One recognised OpenAI error.
 *
 * <p>The constructor redacts and bounds every text, so no instance can hold an API key, a bearer
 * token, an e-mail address, an organization or project id, control characters or unbounded text.
 *
 * @param kind what it is
 * @param retryable whether sending the same request again can help; overrules {@link
 *     ErrorKind#retryable()}, as for a request that is too large for its rate limit
 * @param fix what to do, one sentence
 * @param status HTTP status; null if not known
 * @param code the payload's {@code code}; null if not known
 * @param type the payload's {@code type}; null if not known
 * @param param the payload's {@code param}; null if not known
 * @param requestId id of the request at the provider; null if not known
 * @param model model or deployment; null if not known
 * @param limit id of the limit that was hit, such as {@code tpm}; null if not known
 * @param retryAfter wait that the answer names; null if it names none
 * @param provider who answered
 * @param particulars what alerts tell beyond that; none of it is a field
 */
public record OpenAiError(
    ErrorKind kind,
    boolean retryable,
    String fix,
    @Nullable Integer status,
    @Nullable String code,
    @Nullable String type,
    @Nullable String param,
    @Nullable String requestId,
    @Nullable String model,
    @Nullable String limit,
    @Nullable Duration retryAfter,
    Provider provider,
    Particulars particulars) {

  private static final int MAX_FIX = 300;

  /** Redacts and caps every text; a field that is none by its looks is left out. */
  public OpenAiError {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(provider, "provider");
    fix =
        Fixes.isOurs(fix)
            ? fix
            : Objects.requireNonNullElse(Redactor.clean(fix, MAX_FIX), kind.fix());
    code = FieldGrammar.code(code);
    type = FieldGrammar.type(type);
    param = FieldGrammar.param(param);
    requestId = FieldGrammar.requestId(requestId);
    model = FieldGrammar.model(model);
    limit = FieldGrammar.limit(limit);
  }

  /** An error of which no more than the fields is known. */
  public OpenAiError(
      ErrorKind kind,
      boolean retryable,
      String fix,
      @Nullable Integer status,
      @Nullable String code,
      @Nullable String type,
      @Nullable String param,
      @Nullable String requestId,
      @Nullable String model,
      @Nullable String limit,
      @Nullable Duration retryAfter,
      Provider provider) {
    this(
        kind,
        retryable,
        fix,
        status,
        code,
        type,
        param,
        requestId,
        model,
        limit,
        retryAfter,
        provider,
        Particulars.NONE);
  }

  /** The value of a field as it is written to the event; null if it is not known. */
  public @Nullable String field(ErrorField field) {
    return switch (field) {
      case KIND -> kind.id();
      case RETRYABLE -> retryable ? "true" : "false";
      case FIX -> fix;
      case STATUS -> status == null ? null : status.toString();
      case CODE -> code;
      case TYPE -> type;
      case PARAM -> param;
      case REQUEST_ID -> requestId;
      case MODEL -> model;
      case LIMIT -> limit;
      case RETRY_AFTER_MS -> retryAfter == null ? null : Long.toString(retryAfter.toMillis());
      case PROVIDER -> provider.id();
    };
  }

  /** Every known field by its {@link ErrorField#key()}, in the order of {@link ErrorField}. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    putFields(Set.of(ErrorField.values()), fields);
    return Collections.unmodifiableMap(fields);
  }

  /** Puts those of the wanted fields that are known into {@code target}. */
  public void putFields(Set<ErrorField> wanted, Map<String, String> target) {
    for (ErrorField field : ErrorField.values()) {
      if (wanted.contains(field)) {
        String value = field(field);
        if (value != null) {
          target.put(field.key(), value);
        }
      }
    }
  }
}

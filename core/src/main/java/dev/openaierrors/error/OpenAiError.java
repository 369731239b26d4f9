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
 * <p>The constructors redact and bound every text, so no instance can hold an API key, a bearer
 * token, an e-mail address, an organization or project id, control characters or unbounded text.
 *
 * <p>A later version may add components: read an error by its accessors, or by {@link #field}.
 *
 * @param kind what it is
 * @param retryable whether sending the same request again can help; overrules {@link
 *     ErrorKind#retryable()}, as for a request that is too large for its rate limit
 * @param fix what to do, one sentence
 * @param provider who answered
 * @param answer what the answer says
 * @param call what was called
 * @param limit the limit that was hit; null if not known
 * @param particulars what alerts tell beyond that; none of it is a field
 */
public record OpenAiError(
    ErrorKind kind,
    boolean retryable,
    String fix,
    Provider provider,
    Answer answer,
    Call call,
    @Nullable Limit limit,
    Particulars particulars) {

  private static final int MAX_FIX = 300;

  /** Redacts and caps every text. */
  public OpenAiError {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(call, "call");
    fix =
        Fixes.isOurs(fix)
            ? fix
            : Objects.requireNonNullElse(Redactor.clean(fix, MAX_FIX), kind.fix());
  }

  /**
   * What an answer says of its failure.
   *
   * @param status HTTP status; null if not known
   * @param code the payload's {@code code}; null if not known
   * @param type the payload's {@code type}; null if not known
   * @param param the payload's {@code param}; null if not known
   * @param retryAfter wait that the answer names; null if it names none
   */
  public record Answer(
      @Nullable Integer status,
      @Nullable String code,
      @Nullable String type,
      @Nullable String param,
      @Nullable Duration retryAfter) {

    /** Nothing is known, as where no answer came. */
    public static final Answer NONE = new Answer(null, null, null, null, null);

    /** Redacts and caps every text; one that is none by its looks is left out. */
    public Answer {
      code = FieldGrammar.code(code);
      type = FieldGrammar.type(type);
      param = FieldGrammar.param(param);
    }
  }

  /**
   * What was called.
   *
   * @param model model or deployment; null if not known
   * @param requestId id of the request at the provider; null if not known
   */
  public record Call(@Nullable String model, @Nullable String requestId) {

    /** Nothing is known. */
    public static final Call NONE = new Call(null, null);

    /** Redacts and caps every text; one that is none by its looks is left out. */
    public Call {
      model = FieldGrammar.model(model);
      requestId = FieldGrammar.requestId(requestId);
    }
  }

  /** The value of a field as it is written to the event; null if it is not known. */
  public @Nullable String field(ErrorField field) {
    return switch (field) {
      case KIND -> kind.id();
      case RETRYABLE -> retryable ? "true" : "false";
      case FIX -> fix;
      case STATUS -> answer.status == null ? null : answer.status.toString();
      case CODE -> answer.code;
      case TYPE -> answer.type;
      case PARAM -> answer.param;
      case REQUEST_ID -> call.requestId;
      case MODEL -> call.model;
      case LIMIT -> limit == null ? null : limit.id();
      case RETRY_AFTER_MS -> retryAfterMillis();
      case PROVIDER -> provider.id();
    };
  }

  private @Nullable String retryAfterMillis() {
    Duration wait = answer.retryAfter;
    return wait == null ? null : Long.toString(wait.toMillis());
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

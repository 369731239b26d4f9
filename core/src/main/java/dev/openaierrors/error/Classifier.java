package dev.openaierrors.error;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what an error is once it is known to be one. */
final class Classifier {

  /** What is meant by a kind where one of some phrases stands in the event, too. */
  private record Overrule(ErrorKind named, Set<String> phrases, ErrorKind meant) {}

  private static final List<Overrule> OVERRULES =
      List.of(
          new Overrule(
              ErrorKind.NOT_ORGANIZATION_MEMBER,
              SpecialPhrases.ARCHIVED,
              ErrorKind.INVALID_API_KEY),
          new Overrule(
              ErrorKind.INSUFFICIENT_QUOTA,
              SpecialPhrases.RESOURCE_EXHAUSTED,
              ErrorKind.RATE_LIMIT_EXCEEDED),
          new Overrule(
              ErrorKind.INSUFFICIENT_QUOTA,
              SpecialPhrases.TERMINATED,
              ErrorKind.ACCOUNT_DEACTIVATED));

  private final PhraseMatches found;
  private final Mentions mentions;
  private final Mention mention;
  private final Payload payload;
  private final int status;

  private Classifier(Mentions mentions, Mention mention) {
    this.found = mentions.found();
    this.mentions = mentions;
    this.mention = mention;
    this.payload = mentions.anyPayload(mention);
    int stated = mentions.status(mention);
    this.status = stated == HttpStatus.NONE ? payload.status() : stated;
  }

  static OpenAiError classify(Mentions mentions, Mention mention) {
    return new Classifier(mentions, mention).classify();
  }

  private OpenAiError classify() {
    ErrorKind kind = kind();
    boolean limited = kind == ErrorKind.RATE_LIMIT_EXCEEDED;
    boolean tooLarge = limited && found.tellOneOf(SpecialPhrases.TOO_LARGE);
    boolean throttled =
        kind == ErrorKind.INSUFFICIENT_QUOTA && found.tellOneOf(SpecialPhrases.THROTTLES);
    Details details = new Details(found);
    String code = payload.code() == null ? value(Role.CODE) : payload.code();
    String special = special(kind, lower(code));
    Duration delay = details.delay();
    String param =
        payload.param() == null
            ? details.param(kind == ErrorKind.INVALID_REQUEST)
            : payload.param();
    Limit limit = limited ? details.limit() : null;
    Provider provider = provider();
    return new OpenAiError(
        kind,
        (retryable(kind, special) && !tooLarge) || throttled,
        tooLarge
            ? Fixes.TOO_LARGE
            : throttled
                ? Fixes.THROTTLED
                : Fixes.of(kind, special, delay != null, param != null, provider),
        provider,
        new OpenAiError.Answer(
            status == HttpStatus.NONE ? null : status,
            code,
            payload.type() == null ? value(Role.TYPE) : payload.type(),
            param,
            delay),
        new OpenAiError.Call(
            details.model(mention.best == null ? 0 : mention.best.start()), details.requestId()),
        limit,
        new ParticularsReader(found).read(payload.message(), mention.best));
  }

  /** Who serves the API, as far as the text says. */
  private Provider provider() {
    int providers = mentions.providers(mention);
    int roles = mention.roles() | mentions.support(mention.section);
    boolean own = Role.HOST.isIn(roles) || (Role.SENTENCE.isIn(roles) && Role.LINK.isIn(roles));
    if (Provider.AZURE.isIn(providers)) {
      return Provider.AZURE;
    }
    if (Provider.OPENAI.isIn(providers) && own) {
      return Provider.OPENAI;
    }
    if (Provider.COMPATIBLE.isIn(providers)
        || Role.VENDOR.isIn(roles)
        || Role.FOREIGN.isIn(roles)) {
      return Provider.COMPATIBLE;
    }
    // A client's class has the name in it whatever server it was pointed to.
    boolean named = Role.CALLED.isIn(roles) || (Role.NAME.isIn(roles) && !Role.CLIENT.isIn(roles));
    boolean openAi =
        Role.LINK.isIn(roles)
            || Role.SENTENCE.isIn(roles)
            || Role.HOST.isIn(roles)
            || Role.ENVELOPE.isIn(roles)
            || named;
    return openAi ? Provider.OPENAI : Provider.UNKNOWN;
  }

  private ErrorKind kind() {
    ErrorKind named = mention.kind();
    if (named == null) {
      return byStatus();
    }
    // All that the API says then; the client's class, a longer word, only repeats the status.
    if (isHint() && (status == 429 || status == 503) && found.tellOneOf(SpecialPhrases.SLOW_DOWN)) {
      return ErrorKind.SLOW_DOWN;
    }
    return switch (named) {
      // The code is the same for a model that is not there and for one that is not allowed.
      case MODEL_NOT_FOUND ->
          status == 403 || says(ErrorKind.PERMISSION_DENIED) ? ErrorKind.PERMISSION_DENIED : named;
      // What broke behind a server that has answered is the server's own story.
      case CONNECTION_ERROR ->
          status >= 500 && mention.bestRank == Rank.NETWORK && mention.shape > PayloadShape.PARTIAL
              ? serverError()
              : named;
      // Clients have one class for all that the server does wrong.
      case SERVER_ERROR -> says(named) ? named : serverError();
      default -> overruled(named);
    };
  }

  private ErrorKind overruled(ErrorKind named) {
    for (Overrule overrule : OVERRULES) {
      if (overrule.named == named && found.tellOneOf(overrule.phrases)) {
        return overrule.meant;
      }
    }
    return named;
  }

  /** Whether a sentence or phrase of this kind stands in the text. */
  private boolean says(ErrorKind kind) {
    for (PhraseMatch match : found.told()) {
      if (match.kind() == kind && (match.role() == Role.SENTENCE || match.role() == Role.PHRASE)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHint() {
    return mention.best != null && mention.best.role() == Role.HINT;
  }

  private ErrorKind serverError() {
    ErrorKind kind = status == HttpStatus.NONE ? ErrorKind.SERVER_ERROR : byStatus();
    // Whatever it is called, the server found fault with the request.
    if (status >= 400 && status < 500 && mention.bestRank <= Rank.COMMON_CODE) {
      return kind;
    }
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

  private boolean retryable(ErrorKind kind, @Nullable String special) {
    if (kind == ErrorKind.UNKNOWN) {
      return status == 408 || status == 409 || status == 429 || status >= 500;
    }
    return kind.retryable(special);
  }

  /** The code, or the wording where there is none, for which the kind knows a remedy of its own. */
  private @Nullable String special(ErrorKind kind, @Nullable String code) {
    Map<String, Signature.Remedy> remedies = kind.signature().remedies();
    if (code != null && remedies.containsKey(code)) {
      return code;
    }
    for (PhraseMatch match : found.all()) {
      boolean worded = match.role() != Role.CODE && match.role() != Role.COMMON_CODE;
      if (worded && match.kind() == kind && remedies.containsKey(match.text())) {
        return match.text();
      }
    }
    return code;
  }

  /** A code or type as it stands in the text, where no payload could be read. */
  private @Nullable String value(Role role) {
    for (PhraseMatch match : found.told()) {
      boolean code = match.role() == Role.CODE || match.role() == Role.COMMON_CODE;
      boolean fits = role == Role.CODE ? code : code || match.role() == Role.TYPE;
      if (fits && isValue(match, role)) {
        return found.text().substring(match.start(), match.end());
      }
    }
    return null;
  }

  private boolean isValue(PhraseMatch match, Role role) {
    FieldValue.Of of = FieldValue.of(found.text(), match);
    return role == Role.CODE
        ? of == FieldValue.Of.CODE || of == FieldValue.Of.BRACKETS
        : of == FieldValue.Of.TYPE;
  }

  private static @Nullable String lower(@Nullable String code) {
    return code == null ? null : code.toLowerCase(Locale.ROOT);
  }
}

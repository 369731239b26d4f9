package dev.openaierrors.error;

import org.jspecify.annotations.Nullable;

/**
 * How people say, in several languages, that something failed, and of which kind it is.
 *
 * <p>Asked only of a line that names OpenAI as what failed, or of what a client of OpenAI's was
 * told, so that words may be in it which say nothing elsewhere. They are none of the phrases that
 * every text is searched for: those of the East alone would make that search larger by half.
 */
final class FailureLexicon {

  private static final int MAX_EXTENT = 400;
  private static final int BUCKETS = 1024;

  // Of ASCII; in other words, too, such as "hata" in ChatApi.
  private static final int MAX_SHORT = 5;

  /**
   * A word, or a part of one.
   *
   * @param kind null if it says only that something failed
   * @param next another one with the same bucket
   */
  private record Entry(String word, @Nullable ErrorKind kind, @Nullable Entry next) {}

  // By the first two characters.
  private static final @Nullable Entry[] TABLE = new Entry[BUCKETS];

  static {
    // Of other languages than English.
    put(
        null,
        "失败|失敗|错误|错誤|錯誤|异常|異常|报错|出错|超时|超時|超过|无法|拒绝|エラー|できません|できませんでした|タイムアウト|超え|"
            + "拒否|無効|无效|達しました|실패|오류|에러|초과|거부|할 수 없|fallo|falló|fallida|fallido|"
            + "no se pudo|error al |error de |error en |superado|excedid|agotad|rechazad|"
            + "échec|echec|échou|erreur|impossible|dépassé|refusé|fehler|"
            + "fehlgeschlagen|fehlschlag|konnte nicht|abgelehnt|überschritten|"
            + "überschreitung|nicht erreichbar|ungültig|falha|falhou|erro |erro:|"
            + "não foi possível|não autorizad|esgotad|recusad|ошибк|не удалось|"
            + "превышен|отказ|недоступ|errore|fallit|impossibile|superat|scadut|"
            + "mislukt|fout |niet gelukt|błąd|nie powiod|nie udało|przekroczon|hata|"
            + "başarısız|aşıldı|lỗi|thất bại|помилк|gagal|chyba|selhal|misslyckades|"
            + "fel ");
    put(
        ErrorKind.INSUFFICIENT_QUOTA,
        "quota|out of credit|no credit|run out of|ran out of|credits|billing|"
            + "insufficient funds|no funds|not enough balance|balance too low|"
            + "spend limit|spending limit|usage limit|余额不足|餘額不足|配额|配額|额度|額度|欠费|账户余额|"
            + "残高|クォータ|クレジットが不足|利用上限|할당량|크레딧|잔액|cuota|créditos|saldo|quota |crédits|"
            + "kontingent|guthaben|cota|квот|недостаточно средств|баланс|"
            + "limit środków|kota");
    put(
        ErrorKind.RATE_LIMIT_EXCEEDED,
        "rate limit|rate-limit|ratelimit|rate_limit|throttl|too many requests|"
            + "too many calls|tokens per min|requests per min|速率限制|频率限制|频率超限|限流|"
            + "请求过于频繁|請求過於頻繁|请求太频繁|请求频繁|请求过多|速率限|レート制限|リクエストが多すぎ|リクエスト制限|속도 제한|요청 한도|"
            + "요청이 너무 많|호출 제한|límite de solicitudes|límite de velocidad|"
            + "límite de tasa|límite de peticiones|demasiadas solicitudes|"
            + "demasiadas peticiones|limite de débit|limite de requêtes|"
            + "limite de taux|trop de requêtes|zu viele anfragen|anfragelimit|"
            + "ratenlimit|ratenbegrenzung|rate-limit|limite de taxa|"
            + "limite de requisições|limite de solicitações|muitas requisições|"
            + "muitas solicitações|лимит запросов|слишком много запросов|частот|"
            + "превышен лимит|limite di richieste|limite di frequenza|"
            + "troppe richieste|limit zapytań|zbyt wiele żądań|istek limiti");
    put(
        ErrorKind.INVALID_API_KEY,
        "key is invalid|invalid key|invalid api key|invalid api-key|bad api key|"
            + "wrong api key|incorrect api key|key rejected|key was rejected|"
            + "key is not valid|key not valid|key expired|key has expired|key revoked|"
            + "key is incorrect|key is wrong|invalid_api_key|无效的令牌|令牌无效|令牌已过期|密钥无效|"
            + "无效的密钥|密钥错误|密钥不正确|密鑰無效|无效的api|无效的 api|key无效|key 无效|key错误|key 错误|key不正确|"
            + "apiキーが無効|apiキーが正しく|無効なapi|잘못된 api|유효하지 않은 api|api 키가 유효하지|api 키가 잘못|"
            + "clave de api no válida|clave api no válida|clave de api inválida|"
            + "clave de api incorrecta|clé api invalide|clé d'api invalide|"
            + "clé api incorrecte|ungültiger api|ungültiger schlüssel|"
            + "api-schlüssel ungültig|chave de api inválida|chave da api inválida|"
            + "chave api inválida|неверный ключ|неверный api|недействительный ключ|"
            + "недействительный api|chiave api non valida|nieprawidłowy klucz");
    put(
        ErrorKind.INVALID_AUTHENTICATION,
        "unauthorized|unauthorised|unauthenticated|authentication failed|"
            + "authentication failure|authentication error|authorization failed|"
            + "not authenticated|auth error|auth failed|未授权|认证失败|鉴权失败|身份验证失败|認証|인증 실패|"
            + "인증에 실패|no autorizado|autenticación|non autorisé|authentification|"
            + "nicht autorisiert|authentifizierung|não autorizad|autenticação|"
            + "не авторизован|авторизац|аутентификац|non autorizzato|autenticazione");
    put(
        ErrorKind.TIMEOUT,
        "timeout|timed out|time out|time-out|timed-out|too long to respond|"
            + "deadline exceeded|did not respond|no response within|no answer within|"
            + "超时|超時|タイムアウト|시간 초과|시간이 초과|타임아웃|tiempo de espera|tiempo agotado|"
            + "délai d'attente|délai dépassé|délai imparti|zeitüberschreitung|"
            + "zeitlimit|tempo limite|tempo esgotado|время ожидания|время ожидан|"
            + "таймаут|тайм-аут|tempo scaduto|przekroczono czas|zaman aşımı|"
            + "hết thời gian");
    put(
        ErrorKind.CONNECTION_ERROR,
        "connection failed|connection error|connection refused|"
            + "connection was reset|connection reset|connection lost|"
            + "connection closed|closed connection|handshake|connection problem|"
            + "cannot connect|can not connect|can't connect|could not connect|"
            + "couldn't connect|unable to connect|failed to connect|unreachable|"
            + "not reachable|network error|network failure|network problem|"
            + "no internet|dns |socket |连接失败|连接错误|连接异常|无法连接|網路錯誤|网络错误|网络异常|连接被|"
            + "接続できません|接続エラー|接続に失敗|ネットワークエラー|연결 실패|연결할 수 없|연결에 실패|네트워크 오류|"
            + "no se pudo conectar|error de conexión|connexion refusée|"
            + "connexion impossible|impossible de se connecter|impossible de joindre|"
            + "erreur de connexion|erreur réseau|verbindung fehlgeschlagen|"
            + "verbindungsfehler|verbindung abgelehnt|keine verbindung|"
            + "nicht erreichbar|erro de conexão|não foi possível conectar|"
            + "falha na conexão|falha de conexão|ошибка соединения|"
            + "не удалось подключиться|ошибка подключения|нет соединения|"
            + "impossibile connettersi|errore di connessione|błąd połączenia|"
            + "bağlantı hatası");
    put(
        ErrorKind.ENGINE_OVERLOADED,
        "overloaded|overload|at capacity|over capacity|too busy|is busy|"
            + "unavailable|无可用渠道|没有可用渠道|no available channel|high traffic|过载|負荷が高|"
            + "服务繁忙|服務繁忙|过于繁忙|服务器繁忙|과부하|sobrecargad|surchargé|überlastet|"
            + "sobrecarregad|перегруж|sovraccaric");
    put(
        ErrorKind.SERVER_ERROR,
        "server error|internal error|bad gateway|服务器错误|服务器内部错误|服务端错误|"
            + "サーバーエラー|サーバエラー|서버 오류|error interno|error del servidor|erreur serveur|"
            + "erreur interne|serverfehler|interner fehler|erro interno|"
            + "erro do servidor|ошибка сервера|внутренняя ошибка|errore del server|"
            + "errore interno");
    put(
        ErrorKind.CONTEXT_LENGTH_EXCEEDED,
        "context length|context window|context limit|too many tokens|"
            + "maximum tokens|max tokens exceeded|token limit exceeded|"
            + "exceeds token limit|prompt is too long|exceeded model token limit|"
            + "body too large for|prompt too long|input too long|input is too long|"
            + "上下文长度|上下文过长|超出最大长度|超过最大长度|超过模型最大|token数超|tokens超|コンテキスト長|컨텍스트 길이|"
            + "longitud máxima del contexto|longueur maximale du contexte|"
            + "kontextlänge|tamanho máximo do contexto|длина контекста|"
            + "длину контекста");
    put(
        ErrorKind.MODEL_NOT_FOUND,
        "model not found|deploymentnotfound|deployment not found|"
            + "deployment does not exist|unknown model|no such model|"
            + "model does not exist|model is not available|model not available|模型不存在|"
            + "找不到模型|模型未找到|モデルが見つかりません|モデルが存在しません|모델을 찾을 수 없|modelo no encontrado|"
            + "modelo no existe|modèle introuvable|modell nicht gefunden|"
            + "modelo não encontrado|модель не найдена|modello non trovato");
    put(
        ErrorKind.CONTENT_POLICY_VIOLATION,
        "content policy|content filter|content_filter|content_policy|"
            + "safety system|blocked by moderation|flagged by moderation|"
            + "usage policies|内容违规|敏感内容|内容审核|内容过滤|コンテンツポリシー|コンテンツフィルタ|콘텐츠 정책|"
            + "política de contenido|filtro de contenido|politique de contenu|"
            + "inhaltsrichtlinie|inhaltsfilter|política de conteúdo|политик");
    put(
        ErrorKind.PERMISSION_DENIED,
        "permission denied|forbidden|no permission|not permitted|no access|"
            + "access denied|权限不足|没有权限|権限がありません|권한이 없|permiso denegado|"
            + "permission refusée|zugriff verweigert|permissão negada|доступ запрещ");
    put(
        ErrorKind.UNSUPPORTED_COUNTRY_REGION_TERRITORY,
        "unsupported country|unsupported region|country not supported|"
            + "region not supported|not supported in your country|"
            + "not available in your country|地区不支持|不支持的国家|不支持的地区|所在地区|サポートされていない国|"
            + "지원되지 않는 국가|país no admitido|pays non pris en charge|"
            + "land nicht unterstützt|país não suportado|страна не поддерживается");
  }

  private FailureLexicon() {}

  private static void put(@Nullable ErrorKind kind, String words) {
    for (String word : words.split("\\|", -1)) {
      int bucket = bucket(word.charAt(0), word.charAt(1));
      TABLE[bucket] = new Entry(word, kind, TABLE[bucket]);
    }
  }

  private static int bucket(char first, char second) {
    return (37 * first + second) & (BUCKETS - 1);
  }

  /** Whether a word of another language than English says that something failed. */
  static boolean tellFailure(PhraseMatches found, int from, int to) {
    Text text = found.text();
    for (int at = from; at + 1 < to; at++) {
      for (Entry entry = first(text, at); entry != null; entry = entry.next) {
        if (entry.kind == null && stands(entry.word, text, at, to)) {
          return !found.quotations().contains(at);
        }
      }
    }
    return false;
  }

  /** The words that say best which kind it is; null if none does. */
  static @Nullable PhraseMatch kind(PhraseMatches found, int from, int to) {
    Text text = found.text();
    int limit = Math.min(to, from + MAX_EXTENT);
    Entry best = null;
    int start = from;
    for (int at = from; at + 1 < limit; at++) {
      for (Entry entry = first(text, at); entry != null; entry = entry.next) {
        boolean better = best == null || entry.word.length() > best.word.length();
        if (entry.kind != null && better && isMeant(entry.word, found, at, limit)) {
          best = entry;
          start = at;
        }
      }
    }
    return best == null
        ? null
        : new PhraseMatch(
            new Phrase(Role.HINT, best.word, best.kind, null), start, start + best.word.length());
  }

  private static @Nullable Entry first(Text text, int at) {
    return TABLE[bucket(lower(text.at(at)), lower(text.at(at + 1)))];
  }

  private static boolean isMeant(String word, PhraseMatches found, int at, int to) {
    return stands(word, found.text(), at, to)
        && !isSet(found.text(), at + word.length())
        && !found.quotations().contains(at);
  }

  private static boolean stands(String word, Text text, int at, int to) {
    if (at + word.length() > to) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (lower(text.at(at + i)) != word.charAt(i)) {
        return false;
      }
    }
    return word.length() > MAX_SHORT || word.charAt(0) >= 128 || beginsWord(text, at);
  }

  /** Or a part of a name that is written as one: {@code TokenQuota}. */
  private static boolean beginsWord(Text text, int at) {
    return at == 0
        || !Chars.isLetterOrDigit(text.at(at - 1))
        || (Chars.isUpper(text.at(at)) && Chars.isLower(text.at(at - 1)));
  }

  private static char lower(char c) {
    return c < 128 ? Chars.lower(c) : Character.toLowerCase(c);
  }

  /** {@code timeout 60s}, {@code timeout=60}: a setting; a rate limiter is no rate limit. */
  private static boolean isSet(Text text, int behind) {
    if (text.startsWith(behind, "er") && text.endsWith(behind, "limit")) {
      return true;
    }
    int next = text.firstFromQuotes(behind);
    return text.isDigit(next)
        || text.is(next, '=')
        || (text.is(next, ':') && text.isDigit(text.firstFromQuotes(next + 1)));
  }

  /** Whether an answer with this status may be of that kind. */
  static boolean fits(PhraseMatch word, int status) {
    ErrorKind kind = word.kind();
    if (status == HttpStatus.NONE || kind == null) {
      return true;
    }
    return switch (kind) {
      case INSUFFICIENT_QUOTA -> status == 400 || status == 402 || status == 403 || status == 429;
      case RATE_LIMIT_EXCEEDED -> status == 429 || status == 413;
      case INVALID_API_KEY -> status == 400 || status == 401 || status == 403;
      case INVALID_AUTHENTICATION -> status == 401;
      case ENGINE_OVERLOADED -> status == 429 || status >= 500;
      case PERMISSION_DENIED -> status == 403;
      case CONTEXT_LENGTH_EXCEEDED -> status == 400 || status == 413 || status == 422;
      case MODEL_NOT_FOUND -> status == 400 || status == 404;
      case CONTENT_POLICY_VIOLATION -> status == 400 || status == 403 || status == 422;
      case UNSUPPORTED_COUNTRY_REGION_TERRITORY -> status == 401 || status == 403;
      case TIMEOUT -> status == 408 || status == 504;
      default -> false;
    };
  }
}

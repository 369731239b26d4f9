package dev.openaierrors.formats;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of levels in other languages, and how they are shortened, beside {@link Levels}. */
final class LevelNames {

  private static final int LONGEST = 32;

  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("FAIL", "ERROR"),
          Map.entry("FTL", "ERROR"),
          Map.entry("EROR", "ERROR"),
          Map.entry("EXCEPTION", "ERROR"),
          Map.entry("SCHWERWIEGEND", "ERROR"),
          Map.entry("FEHLER", "ERROR"),
          Map.entry("GRAVE", "ERROR"),
          Map.entry("ERREUR", "ERROR"),
          Map.entry("ALLVARLIG", "ERROR"),
          Map.entry("严重", "ERROR"),
          Map.entry("嚴重", "ERROR"),
          Map.entry("错误", "ERROR"),
          Map.entry("重大", "ERROR"),
          Map.entry("致命的", "ERROR"),
          Map.entry("심각", "ERROR"),
          Map.entry("СЕРЬЕЗНО", "ERROR"),
          Map.entry("ОШИБКА", "ERROR"),
          Map.entry("WARNUNG", "WARN"),
          Map.entry("AVERTISSEMENT", "WARN"),
          Map.entry("ATTENTION", "WARN"),
          Map.entry("ADVERTENCIA", "WARN"),
          Map.entry("ADVERTÊNCIA", "WARN"),
          Map.entry("AVVERTENZA", "WARN"),
          Map.entry("VARNING", "WARN"),
          Map.entry("警告", "WARN"),
          Map.entry("경고", "WARN"),
          Map.entry("ПРЕДУПРЕЖДЕНИЕ", "WARN"),
          Map.entry("INFORMATION", "INFO"),
          Map.entry("LOG", "INFO"),
          Map.entry("NOTE", "INFO"),
          Map.entry("STATEMENT", "INFO"),
          Map.entry("INFOS", "INFO"),
          Map.entry("INFORMACIÓN", "INFO"),
          Map.entry("INFORMAZIONI", "INFO"),
          Map.entry("INFORMAÇÕES", "INFO"),
          Map.entry("信息", "INFO"),
          Map.entry("資訊", "INFO"),
          Map.entry("情報", "INFO"),
          Map.entry("정보", "INFO"),
          Map.entry("ИНФОРМАЦИЯ", "INFO"),
          Map.entry("SUCCESS", "INFO"),
          Map.entry("TRCE", "TRACE"),
          Map.entry("VRB", "TRACE"),
          Map.entry("VERBOSE", "TRACE"),
          Map.entry("VERYVERBOSE", "TRACE"),
          Map.entry("DISPLAY", "INFO"),
          Map.entry("DBUG", "DEBUG"),
          Map.entry("DPANIC", "ERROR"),
          Map.entry("ERRO", "ERROR"),
          Map.entry("FATA", "ERROR"),
          Map.entry("PANI", "ERROR"),
          Map.entry("DEBU", "DEBUG"),
          Map.entry("TRAC", "TRACE"),
          Map.entry("INFORMATIONAL", "INFO"),
          Map.entry("FEIN", "DEBUG"));

  private LevelNames() {}

  /**
   * The level that this is the name of.
   *
   * @param apart whether a bracket or a colon says that it is one: then in small letters, too
   */
  static @Nullable String of(Cursor c, int from, int to, boolean apart) {
    int length = to - from;
    if (length < 2 || length > LONGEST) {
      return null;
    }
    String name = c.text(from, to);
    if (!apart && !isLoud(name)) {
      return null;
    }
    return ofName(name);
  }

  /** Null if it is no level. */
  static @Nullable String ofName(@Nullable String name) {
    if (name == null) {
      return null;
    }
    String level = Levels.of(name);
    return level == null ? OTHERS.get(name.toUpperCase(Locale.ROOT)) : level;
  }

  private static boolean isLoud(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLowerCase(name.charAt(i)) || !Character.isLetter(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}

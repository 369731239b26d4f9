package dev.openaierrors.fuzz;

import dev.openaierrors.error.ByteScan;
import dev.openaierrors.error.ErrorField;
import dev.openaierrors.error.ErrorKind;
import dev.openaierrors.plugin.SettingNames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Prints the words that the code looks for, as libFuzzer reads them. */
final class Dictionary {

  private Dictionary() {}

  /** Prints one word a line. */
  public static void main(String[] args) {
    Stream.of(
            ByteScan.words(),
            SettingNames.all(),
            SettingNames.ELEMENTS,
            Arrays.stream(ErrorKind.values()).map(ErrorKind::id).toList(),
            Arrays.stream(ErrorField.values()).map(ErrorField::id).toList(),
            List.of("{\"error\":{\"message\":\"", "\",\"type\":\"", "\",\"code\":\"", "\"}}"))
        .flatMap(Collection::stream)
        .filter(Objects::nonNull)
        .distinct()
        .map(Dictionary::quoted)
        .forEach(System.out::println);
  }

  private static String quoted(String word) {
    StringBuilder quoted = new StringBuilder("\"");
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b >= ' ' && b < 127 && b != '"' && b != '\\';
      quoted.append(plain ? String.valueOf((char) b) : "\\x%02X".formatted(b));
    }
    return quoted.append('"').toString();
  }
}

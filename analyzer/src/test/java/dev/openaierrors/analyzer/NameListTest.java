package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The names of {@code --files-from}: one a line, or each before a NUL. */
class NameListTest {

  private static List<String> read(String list) throws IOException {
    return NameList.read(
        new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)), "--files-from: list");
  }

  static List<Arguments> lists() {
    return List.of(
        Arguments.of("nothing", "", List.of()),
        Arguments.of("one", "a.log", List.of("a.log")),
        Arguments.of("ends with a line feed or not", "a.log\nb.log\n", List.of("a.log", "b.log")),
        Arguments.of("of Windows", "a.log\r\nb.log\r\n", List.of("a.log", "b.log")),
        Arguments.of("empty lines", "\n\na.log\n \n\t\nb.log\n\n", List.of("a.log", "b.log")),
        Arguments.of("blanks belong to names", " a b.log \n", List.of(" a b.log ")),
        Arguments.of("no comments", "#a.log\n", List.of("#a.log")),
        Arguments.of(
            "other letters", "gr\u00fc\u00dfe/\u4f60.log\n", List.of("gr\u00fc\u00dfe/\u4f60.log")),
        Arguments.of("NULs", "a.log\0b.log\0", List.of("a.log", "b.log")),
        Arguments.of("NULs, the last without", "a.log\0b.log", List.of("a.log", "b.log")),
        Arguments.of("NULs and line feeds in names", "a\nb\0c\r\0", List.of("a\nb", "c\r")),
        Arguments.of("NULs and blanks", " \0a\0\0", List.of(" ", "a")),
        Arguments.of("a byte order mark", "\ufeffa.log\r\nb.log\r\n", List.of("a.log", "b.log")),
        Arguments.of("nothing but one", "\ufeff\r\n", List.of()),
        Arguments.of("standard input", "-\n", List.of("-")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void eachLineOrWhatIsBeforeANulIsAName(String what, String list, List<String> names)
      throws IOException {
    assertThat(read(list)).as(what).isEqualTo(names);
  }

  @Test
  void whateverNamesAreWrittenBeforeNulsAreReadBack() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<String> names = new ArrayList<>();
      for (int i = random.nextInt(20); i >= 0; i--) {
        names.add(
            "n"
                + random
                    .ints(random.nextInt(40), 1, 0x250)
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
      }
      assertThat(read(String.join("\0", names) + "\0")).as("seed %d", seed).isEqualTo(names);
    }
  }

  @Test
  void aNameOfTheLongestPathIsOneAndALongerOneIsNone() throws IOException {
    assertThat(read("a".repeat(4096) + "\nb\n")).hasSize(2);
    assertThatThrownBy(() -> read("b\n" + "a".repeat(4097) + "\n"))
        .isInstanceOf(UsageError.class)
        .hasMessage(
            "--files-from: list is no list of files: a name in it is longer than 4096 bytes");
  }

  @Test
  void aHundredThousandNamesAreAListAndMoreAreNone() throws IOException {
    assertThat(read("a\n".repeat(100_000))).hasSize(100_000);
    assertThatThrownBy(() -> read("a\n".repeat(100_001)))
        .isInstanceOf(UsageError.class)
        .hasMessage(
            "--files-from: list is no list of files: it has more than 100000 names or 32 MB");
  }
}

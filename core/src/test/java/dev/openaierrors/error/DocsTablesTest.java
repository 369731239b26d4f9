package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.DocPages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The pages say of fields, kinds and evidence what the code says. After a change that is meant,
 * {@code mvn test -pl core -Dtest=DocsTablesTest -Ddocs.update} writes the tables anew.
 */
class DocsTablesTest {

  private static final Path FIELDS_AND_KINDS = DocPages.page("fields-and-kinds.md");

  /** What the messages of the first page say as a whole. */
  private static final String LOGGED = "ERROR ChatService - ";

  @Test
  void listsEveryKindAsTheCatalogueHasIt() throws Exception {
    assertLists(
        FIELDS_AND_KINDS,
        "kinds",
        Arrays.stream(ErrorKind.values())
            .map(
                kind ->
                    "| `%s` | %s | %s | %s [Page](%s) |"
                        .formatted(
                            kind.id(), retrying(kind), kind.cause(), kind.fix(), kind.page())));
  }

  private static String retrying(ErrorKind kind) {
    if (kind == ErrorKind.UNKNOWN) {
      return "by status";
    }
    return kind.retryable() ? "yes" : "no";
  }

  @Test
  void listsEveryField() throws Exception {
    assertLists(
        FIELDS_AND_KINDS,
        "fields",
        Arrays.stream(ErrorField.values())
            .map(field -> "| `%s` | %s |".formatted(field.key(), field.meaning())));
  }

  @Test
  void listsEveryProvider() throws Exception {
    String page = Files.readString(FIELDS_AND_KINDS);
    for (Provider provider : Provider.values()) {
      assertThat(page).contains("| `" + provider.id() + "` | ");
    }
  }

  @Test
  void listsAllEvidenceWithItsPoints() throws Exception {
    Path page = DocPages.page("architecture.md");
    assertLists(
        page,
        "evidence",
        Arrays.stream(Role.values())
            .filter(role -> role.weight() != 0)
            .sorted(Comparator.comparingInt(Role::weight).reversed())
            .map(role -> "| %+d | %s |".formatted(role.weight(), role.what())));
    assertThat(Files.readString(page)).contains("at least " + Judge.ENOUGH + " points");
  }

  /** Of exactly the lines that it shows, so that whoever logs one of them sees the same. */
  @Test
  void theFirstPageShowsWhatEventsGet() throws Exception {
    List<String> shown = DocPages.part(DocPages.readme(), "after");
    List<String> lines = shown.stream().filter(line -> line.startsWith(LOGGED)).toList();
    assertThat(lines).hasSize(3);
    List<String> wanted = new ArrayList<>();
    wanted.add("```");
    for (String line : lines) {
      String message = line.substring(LOGGED.length());
      OpenAiError error = Objects.requireNonNull(ErrorAnalyzer.create().analyze(message));
      wanted.add(line);
      wanted.add("  kind=" + error.kind().id() + " retryable=" + error.retryable() + delay(error));
      wanted.add("  fix=" + error.fix());
    }
    wanted.add("```");
    assertThat(shown).containsExactlyElementsOf(wanted);
  }

  private static String delay(OpenAiError error) {
    return error.answer().retryAfter() == null
        ? ""
        : " retry_after_ms=" + error.answer().retryAfter().toMillis();
  }

  /** The rows of a table, below the two of its head. */
  private static void assertLists(Path page, String name, Stream<String> rows) throws Exception {
    List<String> wanted = new ArrayList<>(DocPages.part(page, name).subList(0, 2));
    rows.forEach(wanted::add);
    DocPages.assertShows(page, name, wanted, "DocsTablesTest");
  }
}

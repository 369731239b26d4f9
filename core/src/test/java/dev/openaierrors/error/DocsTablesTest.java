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
import org.junit.jupiter.api.Test;

/** The pages say of fields, kinds and evidence what the code says. */
class DocsTablesTest {

  private static final Path FIELDS_AND_KINDS = DocPages.page("fields-and-kinds.md");

  /** What the messages of the first page say as a whole. */
  private static final List<String> MESSAGES =
      List.of(
          "chat for june failed: RateLimitException: 429: Rate limit reached for gpt-5.4-mini in"
              + " organization org-example on tokens per min (TPM): Limit 30000, Used 29411,"
              + " Requested 1281. Please try again in 1.384s.",
          "chat for kim failed: RateLimitException: 429: Request too large for gpt-5.4-mini in"
              + " organization org-example on tokens per min (TPM): Limit 30000, Requested 41250."
              + " The input or output tokens must be reduced in order to run successfully.",
          "chat for noor failed: RateLimitException: 429: You have no credits remaining. Add credits"
              + " to continue using the API at"
              + " https://platform.openai.com/settings/organization/billing/.");

  @Test
  void listsEveryKindAsTheCatalogueHasIt() throws Exception {
    assertThat(table(FIELDS_AND_KINDS, "kinds"))
        .containsExactlyElementsOf(
            Arrays.stream(ErrorKind.values())
                .map(
                    kind ->
                        "| `%s` | %s | %s | %s [Page](%s) |"
                            .formatted(
                                kind.id(), retrying(kind), kind.cause(), kind.fix(), kind.page()))
                .toList());
  }

  private static String retrying(ErrorKind kind) {
    if (kind == ErrorKind.UNKNOWN) {
      return "by status";
    }
    return kind.retryable() ? "yes" : "no";
  }

  @Test
  void listsEveryField() throws Exception {
    assertThat(table(FIELDS_AND_KINDS, "fields"))
        .containsExactlyElementsOf(
            Arrays.stream(ErrorField.values())
                .map(field -> "| `%s` | %s |".formatted(field.key(), field.meaning()))
                .toList());
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
    assertThat(table(page, "evidence"))
        .containsExactlyElementsOf(
            Arrays.stream(Role.values())
                .filter(role -> role.weight() != 0)
                .sorted(Comparator.comparingInt(Role::weight).reversed())
                .map(role -> "| %+d | %s |".formatted(role.weight(), role.what()))
                .toList());
    assertThat(Files.readString(page)).contains("at least " + Judge.ENOUGH + " points");
  }

  @Test
  void theFirstPageShowsWhatEventsGet() throws Exception {
    List<String> shown = DocPages.part(DocPages.readme(), "after");
    List<String> wanted = new ArrayList<>();
    wanted.add("```");
    for (int i = 0; i < MESSAGES.size(); i++) {
      String message = MESSAGES.get(i);
      String line = shown.get(1 + 3 * i);
      assertThat("ERROR ChatService - " + message).startsWith(line);
      OpenAiError error = Objects.requireNonNull(ErrorAnalyzer.create().analyze(message));
      wanted.add(line);
      wanted.add("  kind=" + error.kind().id() + " retryable=" + error.retryable() + delay(error));
      wanted.add("  fix=" + error.fix());
    }
    wanted.add("```");
    assertThat(shown).containsExactlyElementsOf(wanted);
  }

  private static String delay(OpenAiError error) {
    return error.retryAfter() == null ? "" : " retry_after_ms=" + error.retryAfter().toMillis();
  }

  /** The rows between the comments of this name, without the two of the head. */
  private static List<String> table(Path page, String name) throws Exception {
    List<String> part = DocPages.part(page, name);
    return part.subList(2, part.size());
  }
}

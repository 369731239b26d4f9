package dev.openaierrors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** A reader gets from page to page, and the first page stays short. */
class DocLinksTest {

  private static final int MOST_LINES = 220;
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
  private static final Pattern MARKUP = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

  static Stream<Path> pages() throws IOException {
    return Stream.concat(
        DocPages.all().stream(),
        Stream.of("CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "benchmarks/README.md")
            .map(Path.of("..")::resolve));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) throws Exception {
    List<String> dead = new ArrayList<>();
    String text = CODE.matcher(withoutFences(page)).replaceAll("");
    for (MatchResult link : LINK.matcher(text).results().toList()) {
      String target = link.group(1);
      if (!target.contains("://")
          && !target.startsWith("mailto:")
          && !leadsSomewhere(page, target)) {
        dead.add(target);
      }
    }
    assertThat(dead).as("dead links of " + page).isEmpty();
  }

  private static boolean leadsSomewhere(Path page, String target) throws IOException {
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    Path path =
        file.isEmpty() ? page : Objects.requireNonNull(page.getParent()).resolve(file).normalize();
    return Files.exists(path) && (hash < 0 || anchors(path).contains(target.substring(hash + 1)));
  }

  /** The anchors that GitHub makes of the headings of a page. */
  private static List<String> anchors(Path page) throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    List<String> anchors = new ArrayList<>();
    for (MatchResult heading : HEADING.matcher(withoutFences(page)).results().toList()) {
      String words = MARKUP.matcher(heading.group(1)).replaceAll("$1").toLowerCase(Locale.ROOT);
      String anchor = words.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
      int before = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(before == 0 ? anchor : anchor + "-" + before);
    }
    return anchors;
  }

  private static String withoutFences(Path page) throws IOException {
    return FENCED.matcher(Files.readString(page)).replaceAll("");
  }

  @Test
  void theIndexNamesEveryPage() throws Exception {
    String index = Files.readString(DocPages.page("README.md"));
    String readme = Files.readString(DocPages.readme());
    for (Path page : DocPages.all()) {
      String name = page.getFileName().toString();
      if (!name.equals("README.md")) {
        assertThat(index).contains("(" + name + ")");
        assertThat(readme).contains("(docs/" + name);
      }
    }
  }

  @Test
  void theFirstPageIsShort() throws Exception {
    assertThat(Files.readAllLines(DocPages.readme())).hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  /** Those that are configurations are loaded by the tests of the plugins and of boot-tests. */
  @Test
  void allXmlIsWellFormed() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    assertThat(DocPages.xml()).isNotEmpty();
    for (String xml : DocPages.xml()) {
      assertThat(factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))))
          .isNotNull();
    }
  }
}

package dev.openaierrors.analyzer.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.Timeline;
import dev.openaierrors.error.ErrorKind;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class HtmlReportTest {

  static String page(ErrorReport report) throws IOException {
    StringWriter page = new StringWriter();
    HtmlReport.write(report, page);
    return page.toString();
  }

  @Test
  void needsNothingFromElsewhereAndRunsNothing() throws IOException {
    String page = page(Reports.everyKind());
    assertThat(page).doesNotContainIgnoringCase("<script", "<link", "<img", "@import", "url(");
    assertThat(page).doesNotContainPattern("(?i)<[^>]+\\son[a-z]+\\s*=");
    assertThat(page).doesNotContainPattern("(?i)<[^>]+\\sstyle\\s*=");
    assertThat(page).contains("default-src 'none'", "base-uri 'none'");
  }

  @Test
  void thePolicyAllowsItsOwnStyleOnly() throws Exception {
    String page = page(Reports.morning());
    Matcher style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(page);
    assertThat(style.find()).isTrue();
    byte[] hash =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(page)
        .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'")
        .doesNotContain("unsafe-inline");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><svg onload=alert(1)>",
        "' autofocus onfocus='alert(1)",
        "</title></style></pre><b>&amp;\u0000\u001b[31m",
        "javascript:alert(1)",
      })
  void textOfTheLogIsNeverMarkup(String text) throws IOException {
    String page = page(Reports.hostile(text));
    assertThat(page).doesNotContain("<script", "<svg onload", "<b>", "\u0000", "\u001b");
    assertThat(page).doesNotContainPattern("(?i)<[^>]+\\son[a-z]+\\s*=");
    assertThat(page).doesNotContain("href=\"javascript");
    assertThat(page.split("</title>", -1).length).isEqualTo(page.split("<title", -1).length);
  }

  @Test
  void isUsableByKeyboardAndByEar() throws IOException {
    String page = page(Reports.morning());
    assertThat(page)
        .contains("<html lang=\"en\">", "class=\"skip\" href=\"#content\"", "<main id=\"content\">")
        .contains("<summary>", "role=\"img\" aria-labelledby=\"chart-title-wide chart-desc-wide\"")
        .contains("tabindex=\"0\" role=\"region\" aria-label=\"Episodes\"", "scope=\"col\"");
    for (String section :
        new String[] {"verdict", "timeline", "episodes", "kinds", "alerts", "files"}) {
      assertThat(page).contains("href=\"#" + section + "\"", "id=\"" + section + "\"");
    }
  }

  @Test
  void isWellFormed() throws Exception {
    String xml =
        page(Reports.everyKind())
            .replace("<!DOCTYPE html>", "")
            .replaceAll("<(meta|br)([^>]*)>", "<$1$2/>");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void staysSmallWhateverWasFound() throws IOException {
    assertThat(page(Reports.everyKind()).length()).isLessThan(200_000);
  }

  @Test
  void aCleanLogHasAPageToo() throws IOException {
    assertThat(page(Reports.empty())).contains("<h1>No OpenAI errors</h1>", "app.log");
  }

  @Test
  void whatIsToldOfABarIsInTheOrderOfTheKinds() {
    Timeline.Bucket bucket =
        new Timeline.Bucket(
            Instant.EPOCH,
            Stream.of(ErrorKind.values()).collect(Collectors.toMap(kind -> kind, kind -> 1L)));

    assertThat(bucket.counts().keySet()).containsExactly(ErrorKind.values());
  }
}

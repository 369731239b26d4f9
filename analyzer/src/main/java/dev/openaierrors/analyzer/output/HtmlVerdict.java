package dev.openaierrors.analyzer.output;

import java.util.List;

/** The part of the page that is read first: what happened, and what to do about it. */
final class HtmlVerdict {

  private final List<Verdict.Story> verdict;
  private final Html html;

  HtmlVerdict(List<Verdict.Story> verdict, Html html) {
    this.verdict = verdict;
    this.html = html;
  }

  void write() {
    html.raw("<section id=\"verdict\" aria-labelledby=\"verdict-title\">\n")
        .raw("<h2 id=\"verdict-title\">What happened, and what to do</h2>\n")
        .raw("<div class=\"stories\">\n");
    verdict.forEach(this::story);
    html.raw("</div></section>\n");
  }

  private void story(Verdict.Story story) {
    String look = look(story.weight());
    html.raw("<article class=\"story " + look + "\">")
        .element("p class=\"badge " + look + "\"", story.weight().label())
        .element("p class=\"what\"", story.what())
        .raw("<div class=\"todo\">");
    story.fixes().forEach(fix -> html.element("p", fix));
    html.raw("<p><a rel=\"noreferrer\" href=\"")
        .text(story.kind().kind().page())
        .raw("\">Open OpenAI's page on ")
        .text(story.kind().kind().id())
        .raw("</a></p></div></article>\n");
  }

  private static String look(Verdict.Weight weight) {
    return switch (weight) {
      case ACT -> "critical";
      case FIX -> "warning";
      case SLOW_DOWN, WATCH -> "info";
    };
  }
}

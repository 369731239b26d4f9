package dev.openaierrors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the documentation, as the tests of a module find them. */
public final class DocPages {

  private static final Path ROOT = Path.of("..");
  private static final Path FOLDER = ROOT.resolve("docs");
  private static final Pattern XML = Pattern.compile("(?ms)^[ \t]*```xml[^\n]*\n(.*?)^[ \t]*```");

  private DocPages() {}

  /** The first page that users see. */
  public static Path readme() {
    return ROOT.resolve("README.md");
  }

  /** A page of the folder docs. */
  public static Path page(String name) {
    return FOLDER.resolve(name);
  }

  /** The README and all pages of the folder docs. */
  public static List<Path> all() throws IOException {
    List<Path> pages = new ArrayList<>();
    pages.add(readme());
    try (Stream<Path> files = Files.list(FOLDER)) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages;
  }

  /** All XML that the pages show, each text once. */
  public static List<String> xml() throws IOException {
    List<String> blocks = new ArrayList<>();
    for (Path page : all()) {
      XML.matcher(Files.readString(page))
          .results()
          .map(block -> block.group(1))
          .forEach(blocks::add);
    }
    return blocks.stream().distinct().toList();
  }

  /**
   * What a page shows between the comments of this name.
   *
   * @throws AssertionError if it has no such part
   */
  public static List<String> part(Path page, String name) throws IOException {
    List<String> lines = Files.readAllLines(page);
    int begin = lines.indexOf("<!-- " + name + " -->");
    int end = lines.indexOf("<!-- /" + name + " -->");
    if (begin < 0 || end < begin) {
      throw new AssertionError(page + " has no part " + name);
    }
    return lines.subList(begin + 1, end);
  }

  /**
   * The page shows this between the comments of this name; with {@code -Ddocs.update} it does from
   * now on.
   *
   * @param test the simple name of the test
   */
  public static void assertShows(Path page, String name, List<String> wanted, String test)
      throws IOException {
    if (System.getProperty("docs.update") != null) {
      replace(page, name, wanted);
    }
    assertThat(part(page, name))
        .as("%s; if it is meant: mvn test -pl core -Dtest=%s -Ddocs.update", page, test)
        .containsExactlyElementsOf(wanted);
  }

  private static void replace(Path page, String name, List<String> shown) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(page));
    int begin = lines.indexOf("<!-- " + name + " -->");
    int end = lines.indexOf("<!-- /" + name + " -->");
    lines.subList(begin + 1, end).clear();
    lines.addAll(begin + 1, shown);
    Files.write(page, lines);
  }
}

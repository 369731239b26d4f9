package dev.openaierrors.analyzer.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of text in columns. */
class TextTableTest {

  private static final String LONG = "x".repeat(30);

  @Test
  void columnsAreAsWideAsTheirWidestCellAndTheLastIsWrapped() {
    TextTable table = new TextTable(Style.plain(60), List.of("n", "kind", "where"));
    table.row(List.of("1200", LONG, "ChatService and many others"));

    assertThat(table.lines())
        .containsExactly(
            "n     kind" + " ".repeat(28) + "where",
            "1200  " + LONG + "  ChatService and many",
            " ".repeat(38) + "others");
  }

  @Test
  void withoutRoomTheLastColumnGoesBelow() {
    TextTable table = new TextTable(Style.plain(60), List.of("kind", "also", "where"));
    table.row(List.of(LONG, LONG, "ChatService 5"));

    assertThat(table.lines())
        .containsExactly(
            "kind" + " ".repeat(28) + "also", "    where", LONG + "  " + LONG, "    ChatService 5");
  }

  @Test
  void aTableWithoutRowsIsItsHead() {
    assertThat(new TextTable(Style.plain(80), List.of("a", "b")).lines()).containsExactly("a  b");
  }

  @Test
  void wordsThatFitAreNotBroken() {
    assertThat(TextTable.wrap(" one two  three ", 7)).containsExactly("one two", "three");
    assertThat(TextTable.wrap("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    assertThat(TextTable.wrap("", 4)).containsExactly("");
  }
}

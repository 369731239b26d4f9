package dev.openaierrors.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what tools write of YAML: names and values by their indent, lists, and text in all its
 * forms. What is no such thing is left out.
 */
final class YamlText {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MAX_DEPTH = 32;

  private final List<String> lines;
  private int at;

  private YamlText(List<String> lines) {
    this.lines = lines;
  }

  /** The object that is in these lines; null if there is none. */
  static @Nullable ObjectNode read(List<String> lines) {
    YamlText text = new YamlText(lines);
    text.skipEmpty();
    return text.at < lines.size() && keyEnd(text.content()) > 0
        ? text.object(text.indent(), 0)
        : null;
  }

  private ObjectNode object(int indent, int depth) {
    ObjectNode object = NODES.objectNode();
    while (at < lines.size()) {
      skipEmpty();
      if (at == lines.size() || indent() < indent) {
        break;
      }
      String content = content();
      int end = indent() == indent ? keyEnd(content) : 0;
      at++;
      if (end > 0) {
        String key = YamlScalar.unquoted(content.substring(0, end));
        object.set(key, value(content.substring(end + 1).strip(), indent, depth));
      }
    }
    return object;
  }

  /** What is behind a name, and in the lines below that belong to it. */
  private JsonNode value(String rest, int indent, int depth) {
    if (rest.isEmpty() || rest.startsWith("#")) {
      return below(indent, depth);
    }
    char first = rest.charAt(0);
    if (first == '|' || first == '>') {
      return NODES.textNode(block(indent, rest));
    }
    StringBuilder text = new StringBuilder(rest);
    while (at < lines.size() && goesOn(text, first, indent)) {
      YamlScalar.fold(text, content(), first);
      at++;
    }
    return YamlScalar.value(text.toString());
  }

  /** Whether the text in quotes is not closed, or the next line has a deeper indent. */
  private boolean goesOn(CharSequence text, char first, int indent) {
    boolean quoted = first == '"' || first == '\'';
    return quoted ? !YamlScalar.isClosed(text, first) : !content().isEmpty() && indent() > indent;
  }

  private JsonNode below(int indent, int depth) {
    skipEmpty();
    if (at == lines.size() || depth > MAX_DEPTH) {
      return NODES.nullNode();
    }
    int own = indent();
    if (own >= indent && isItem(content())) {
      return list(own, depth + 1);
    }
    if (own <= indent) {
      return NODES.nullNode();
    }
    if (keyEnd(content()) > 0) {
      return object(own, depth + 1);
    }
    String first = content();
    at++;
    return value(first, indent, depth + 1);
  }

  private ArrayNode list(int indent, int depth) {
    ArrayNode list = NODES.arrayNode();
    while (at < lines.size()) {
      skipEmpty();
      if (at == lines.size() || indent() != indent || !isItem(content())) {
        break;
      }
      String item = content().substring(1).strip();
      if (keyEnd(item) > 0 && depth < MAX_DEPTH) {
        int inner = indent + content().length() - item.length();
        list.add(new YamlText(item(inner)).object(inner, depth + 1));
      } else {
        at++;
        list.add(value(item, indent, depth));
      }
    }
    return list;
  }

  /** The lines of an item that is an object: the first as if no dash stood there. */
  private List<String> item(int indent) {
    int begin = at;
    String first = " ".repeat(indent) + content().substring(1).strip();
    at++;
    while (at < lines.size() && (content().isEmpty() || indent() >= indent)) {
      at++;
    }
    List<String> item = new ArrayList<>(lines.subList(begin, at));
    item.set(0, first);
    return item;
  }

  /** Lines as they are, or folded into one, without the indent that they share. */
  private String block(int indent, String head) {
    StringBuilder text = new StringBuilder();
    int own = -1;
    boolean folded = head.charAt(0) == '>';
    while (at < lines.size() && (content().isEmpty() || indent() > indent)) {
      String line = lines.get(at);
      own = own < 0 && !content().isEmpty() ? indent() : own;
      String rest = own < 0 || line.length() <= own ? "" : line.substring(own);
      boolean joins = folded && !rest.isEmpty() && !rest.startsWith(" ") && text.length() > 0;
      text.append(text.length() == 0 ? "" : joins ? " " : "\n").append(rest);
      at++;
    }
    return text.toString().stripTrailing();
  }

  private void skipEmpty() {
    while (at < lines.size() && (content().isEmpty() || content().startsWith("#"))) {
      at++;
    }
  }

  private String content() {
    return lines.get(at).strip();
  }

  private int indent() {
    String line = lines.get(at);
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  private static boolean isItem(String content) {
    return content.equals("-") || content.startsWith("- ");
  }

  /** Where the colon stands behind the name with which a line begins; 0 if it begins with none. */
  private static int keyEnd(String content) {
    if (content.isEmpty() || "|>{[#&*!%@`-".indexOf(content.charAt(0)) >= 0) {
      return 0;
    }
    char quote = content.charAt(0);
    int from = quote == '"' || quote == '\'' ? content.indexOf(quote, 1) + 1 : 1;
    for (int i = from; from > 0 && i < content.length(); i++) {
      boolean last = i + 1 == content.length();
      if (content.charAt(i) == ':' && (last || content.charAt(i + 1) == ' ')) {
        return i;
      }
    }
    return 0;
  }
}

package dev.openaierrors.plugin;

import dev.openaierrors.alert.Dimension;
import dev.openaierrors.alert.Grouping;
import dev.openaierrors.alert.InvalidValueException;
import dev.openaierrors.plugin.Setting.Choice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of the setting {@code groupBy}: dimensions, and keys of the MDC. */
final class GroupingWords {

  private static final String MDC = "mdc:";
  private static final int MOST_TOLD = 10;

  private static final Choice<String> DIMENSIONS =
      new Choice<>(
          "dimension to group by",
          Stream.concat(Stream.of(Dimension.values()).map(Dimension::id), Stream.of(MDC + "KEY"))
              .toList(),
          Function.identity());

  private final Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
  private final List<String> keys = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<InvalidValueException> wrong = new ArrayList<>();

  private GroupingWords() {}

  /** What they come to; null, with a problem, where none of them is known. */
  static @Nullable Grouping read(List<String> texts, Consumer<InvalidValueException> problems) {
    GroupingWords words = new GroupingWords();
    for (String word : Words.split(texts.get(texts.size() - 1))) {
      words.add(word);
    }
    boolean nothing = words.dimensions.isEmpty() && words.keys.isEmpty();
    DIMENSIONS.tell(words.unknown, nothing ? " and no known word is left" : "", problems);
    words.wrong.forEach(problems);
    return nothing && !(words.unknown.isEmpty() && words.wrong.isEmpty())
        ? null
        : new Grouping(words.dimensions, words.keys);
  }

  private void add(String word) {
    if (word.regionMatches(true, 0, MDC, 0, MDC.length())) {
      addKey(word);
      return;
    }
    String id = DIMENSIONS.find(word);
    Dimension dimension = id == null ? null : Dimension.fromId(id);
    if (dimension == null) {
      unknown.add(word);
    } else {
      dimensions.add(dimension);
    }
  }

  private void addKey(String word) {
    try {
      String found = Setting.found(word, "set it or remove the word");
      String key = Grouping.contextKey(found.substring(MDC.length()));
      if (keys.contains(key)) {
        return;
      }
      if (keys.size() == Grouping.MOST_CONTEXT_KEYS) {
        throw InvalidValueException.unusable(
            Words.quote(word) + " is one key of the MDC too many",
            "there are at most " + Grouping.MOST_CONTEXT_KEYS);
      }
      keys.add(key);
    } catch (InvalidValueException problem) {
      if (wrong.size() < MOST_TOLD) {
        wrong.add(problem);
      }
    }
  }
}

package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SpecialPhrasesTest {

  // What phrases begin with, but is none itself.
  private static final Set<String> BEGINNINGS = Set.of(SpecialPhrases.GROQ);

  @Test
  void eachIsLookedFor() throws IllegalAccessException {
    Set<String> phrases = Phrases.all().stream().map(Phrase::text).collect(Collectors.toSet());
    for (Field field : SpecialPhrases.class.getDeclaredFields()) {
      for (Object phrase : phrases(field.get(null))) {
        assertThat(phrases.contains(phrase) || BEGINNINGS.contains(phrase))
            .as("%s: %s", field.getName(), phrase)
            .isTrue();
      }
    }
  }

  private static Collection<?> phrases(Object value) {
    return value instanceof Map<?, ?> map
        ? map.keySet()
        : value instanceof Set<?> set ? set : List.of(value);
  }
}

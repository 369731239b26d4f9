package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.analyzer.input.AnalyzedEvent;
import dev.openaierrors.analyzer.report.Events;
import dev.openaierrors.error.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which events count, by each of what can be asked for, and by several of them at once. */
class EventFilterTest {

  private static final List<String> NONE = List.of();

  private static EventFilter models(String... models) {
    return EventFilter.of(NONE, NONE, List.of(models), NONE, null);
  }

  private static EventFilter loggers(String... loggers) {
    return EventFilter.of(NONE, NONE, NONE, List.of(loggers), null);
  }

  private static EventFilter level(String level) {
    return EventFilter.of(NONE, NONE, NONE, NONE, level);
  }

  private static Events event() {
    return Events.of(ErrorKind.TIMEOUT);
  }

  private static boolean wants(EventFilter filter, Events event) {
    return filter.wants(event.after(Duration.ZERO));
  }

  @Test
  void whereNothingIsAskedForAllCounts() {
    EventFilter all = EventFilter.of(NONE, NONE, NONE, NONE, null);
    assertThat(all.isOpen()).isTrue();
    assertThat(wants(all, event().model(null).thread(null))).isTrue();
    assertThat(
            Stream.of(
                models("gpt-4o"),
                loggers("a"),
                level("INFO"),
                EventFilter.of(List.of("shop"), NONE, NONE, NONE, null),
                EventFilter.of(NONE, List.of("timeout"), NONE, NONE, null)))
        .noneMatch(EventFilter::isOpen);
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o, gpt-4o, true",
    "GPT-4O, gpt-4o, true",
    "gpt-4o, GPT-4o, true",
    "' gpt-4o ', gpt-4o, true",
    "gpt-4, gpt-4o, false",
    "4o, gpt-4o, false",
    "gpt-4*, gpt-4o, true",
    "gpt-4*, gpt-4, true",
    "gpt-4*, gpt-3.5, false",
    "*-mini, gpt-4o-mini, true",
    "*-mini, gpt-4o-mini-2024-07-18, false",
    "*mini*, gpt-4o-mini-2024-07-18, true",
    "gpt-*-mini, gpt-4o-mini, true",
    "gpt-*-mini, gpt-mini, false",
    "gpt*mini*07*, gpt-4o-mini-2024-07-18, true",
    "gpt*07*mini*, gpt-4o-mini-2024-07-18, false",
    "*, gpt-4o, true",
    "**, gpt-4o, true",
    "aba*ba, aba, false",
    "ab*ba, abba, true",
    "a*a, a, false",
    "gpt.4o, gpt-4o, false",
    "gpt-?o, gpt-4o, false",
  })
  void aModelIsNamedAsAWholeOrWithStars(String pattern, String model, boolean counts) {
    assertThat(wants(models(pattern), event().model(model))).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.chat.ChatService, com.acme.chat.ChatService, true",
    "ChatService, com.acme.chat.ChatService, true",
    "chatservice, com.acme.chat.ChatService, true",
    "chat.ChatService, com.acme.chat.ChatService, true",
    "com.acme, com.acme.chat.ChatService, true",
    "com, com.acme.chat.ChatService, true",
    "chat, com.acme.chat.ChatService, false",
    "Service, com.acme.chat.ChatService, false",
    "com.ac, com.acme.chat.ChatService, false",
    "c.a.c.ChatService, com.acme.chat.ChatService, false",
    "*.chat.*, com.acme.chat.ChatService, true",
    "com.*Service, com.acme.chat.ChatService, true",
    "root, root, true",
  })
  void aLoggerIsNamedAsAWholeOrByItsBeginOrEndAtADot(
      String pattern, String logger, boolean counts) {
    assertThat(wants(loggers(pattern), event().logger(logger))).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({
    "INFO, INFO, true",
    "INFO, ERROR, true",
    "WARN, INFO, false",
    "WARN, WARN, true",
    "WARN, ERROR, true",
    "ERROR, WARN, false",
    "ERROR, ERROR, true",
  })
  void aLevelIsTheLowestThatCounts(String lowest, String level, boolean counts) {
    assertThat(wants(level(lowest), event().level(level))).isEqualTo(counts);
  }

  /** Nobody knows that it would not be one of those asked for; and nobody that it would. */
  @Test
  void whatALogDoesNotSayIsNotWhatWasAskedFor() {
    assertThat(wants(models("*"), event().model(null))).isFalse();
    AnalyzedEvent bare = bare();
    assertThat(loggers("*").wants(bare)).isFalse();
    assertThat(level("INFO").wants(bare)).isFalse();
    assertThat(EventFilter.of(List.of("shop"), NONE, NONE, NONE, null).wants(bare)).isFalse();
    assertThat(EventFilter.of(NONE, List.of("timeout"), NONE, NONE, null).wants(bare)).isTrue();
  }

  private static AnalyzedEvent bare() {
    AnalyzedEvent event = event().after(Duration.ZERO);
    return new AnalyzedEvent(
        event.time(),
        null,
        null,
        null,
        null,
        event.message(),
        null,
        event.file(),
        event.offset(),
        event.error(),
        event.context());
  }

  @Test
  void ofOneOptionAnyOfItsWordsWillDoAndOfSeveralOptionsAllMustFit() {
    EventFilter both =
        EventFilter.of(NONE, List.of("timeout", "server_error"), List.of("o3", "gpt*"), NONE, null);
    assertThat(wants(both, event().model("gpt-4o"))).isTrue();
    assertThat(wants(both, event().model("o3"))).isTrue();
    assertThat(wants(both, event().model("o1"))).isFalse();
    assertThat(wants(both, Events.of(ErrorKind.SLOW_DOWN).model("o3"))).isFalse();
  }

  /** Each event is of exactly one kind, one level and above, and so are the numbers of a report. */
  @Test
  void kindsPartAllEventsAndLevelsLieInsideEachOther() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<ErrorKind> kinds = List.of(ErrorKind.values());
    for (int i = 0; i < 500; i++) {
      ErrorKind kind = kinds.get(random.nextInt(kinds.size()));
      String level = EventFilter.LEVELS.get(random.nextInt(3));
      Events event = Events.of(kind).level(level);
      assertThat(Stream.of(ErrorKind.values()).filter(one -> wants(kind(one), event)).toList())
          .as("seed %d", seed)
          .containsExactly(kind);
      boolean warn = wants(level("WARN"), event);
      assertThat(wants(level("INFO"), event)).isTrue();
      assertThat(wants(level("ERROR"), event) && !warn).as("seed %d", seed).isFalse();
    }
  }

  private static EventFilter kind(ErrorKind kind) {
    return EventFilter.of(NONE, List.of(kind.id()), NONE, NONE, null);
  }

  /** As the simplest matcher there is says, which tries each length of what a star stands for. */
  @Test
  void starsStandForAnyLettersAndForNone() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      String pattern = word(random, "ab*", 6);
      String name = word(random, "ab", 7);
      assertThat(wants(models(pattern), event().model(name)))
          .as("seed %d, pattern %s, name %s", seed, pattern, name)
          .isEqualTo(fits(pattern, name));
    }
  }

  private static String word(Random random, String letters, int longest) {
    StringBuilder word = new StringBuilder();
    for (int i = 1 + random.nextInt(longest); i > 0; i--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  private static boolean fits(String pattern, String name) {
    if (pattern.isEmpty()) {
      return name.isEmpty();
    }
    if (pattern.charAt(0) != '*') {
      return !name.isEmpty()
          && name.charAt(0) == pattern.charAt(0)
          && fits(pattern.substring(1), name.substring(1));
    }
    return fits(pattern.substring(1), name)
        || (!name.isEmpty() && fits(pattern, name.substring(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "shop, , 'Its errors (3) are all of other services.'",
    ", timeout, 'Its errors (3) are all left out, by what was asked for.'",
    "shop, timeout, 'Its errors (3) are all left out, by what was asked for.'",
  })
  void whyAFileHasNothingLeftIsSaid(
      @Nullable String service, @Nullable String kind, String sentence) {
    EventFilter filter =
        EventFilter.of(
            service == null ? NONE : List.of(service),
            kind == null ? NONE : List.of(kind),
            NONE,
            NONE,
            null);
    assertThat(filter.leftOut(3)).isEqualTo(sentence);
  }
}

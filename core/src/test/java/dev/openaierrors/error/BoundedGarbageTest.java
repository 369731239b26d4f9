package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever a text repeats, looking at it allocates little more than a few times the text: a log
 * that strangers write to is no way to keep the garbage collector busy.
 */
@Tag("slow")
class BoundedGarbageTest {

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final ErrorAnalyzer ANALYZER = ErrorAnalyzer.create();
  private static final int LENGTH = 4_096;

  // A payload that is read takes buffers of the parser, whatever its length.
  private static final long MOST = 24 * LENGTH + 1_300_000;

  /** What may stand between, so that quotes, braces, addresses and words are open or closed. */
  private static final List<String> GLUES =
      List.of("", " ", "\"", "/", ":", "{\"", "\u0130", "=1", "\\\"", "'", "[", "\n", "?");

  @Test
  void noPhraseThatIsRepeatedMakesMuchGarbage() {
    Map<Long, String> most = new TreeMap<>();
    for (Phrase phrase : Phrases.all()) {
      for (String glue : GLUES) {
        String one = phrase.text() + glue;
        String text = lead() + one.repeat(LENGTH / one.length());
        most.put(allocated(text), one);
      }
    }
    assertThat(most).allSatisfy((bytes, one) -> assertThat(bytes).as(one).isLessThan(MOST));
  }

  @Test
  void noAddressThatIsRepeatedMakesMuchGarbage() {
    Stream.of("://", "://\u0130", "http://a/", "GET http://\u0130/", "https://openai://")
        .forEach(
            one ->
                assertThat(allocated(lead() + one.repeat(LENGTH / one.length())))
                    .as(one)
                    .isLessThan(MOST));
  }

  @Test
  void nothingThatIsRedactedMakesMuchGarbage() {
    Stream.of(
            "://",
            "x://a?b=",
            "key='",
            "key ",
            "password: a b ",
            "@",
            "a:b@",
            "provided: ",
            "\\",
            "-----BEGIN",
            "sk-***",
            "-u a:b ",
            "*:",
            "q=%20",
            "prompt=",
            "user: ",
            "\u200b",
            "%25")
        .forEach(
            one -> {
              String text = one.repeat(LENGTH / one.length());
              Redactor.sample(text, LENGTH);
              long before = THREAD.getCurrentThreadAllocatedBytes();
              Redactor.sample(text, LENGTH);
              long bytes = THREAD.getCurrentThreadAllocatedBytes() - before;
              assertThat(bytes).as(one).isLessThan(400L * LENGTH);
            });
  }

  /** It has to be read to its end. */
  private static String lead() {
    return "OpenAI 429 Too Many Requests: Rate limit reached for gpt-4o ";
  }

  private static long allocated(String text) {
    ANALYZER.analyze(text);
    long before = THREAD.getCurrentThreadAllocatedBytes();
    ANALYZER.analyze(text);
    return THREAD.getCurrentThreadAllocatedBytes() - before;
  }
}

package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Classes of the application's that fail when they are asked cost their own piece and no other. */
class HostileClassesTest {

  private static final String QUOTA = "OpenAI call failed: 429 " + Payloads.JSON;

  static Stream<Supplier<Throwable>> failures() {
    return Stream.of(
        () -> new IllegalStateException("hostile"),
        () -> new AssertionError("hostile"),
        StackOverflowError::new,
        () -> new OutOfMemoryError("hostile"),
        () -> new NoClassDefFoundError("hostile"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aMessageOfAThrowableThatFailsLeavesTheEventsMessage(Supplier<Throwable> failure) {
    assertQuota(PlainEvent.of(QUOTA).with(new Hostile(failure, null)));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aMessageOfAThrowableThatFailsLeavesItsCauseAndWhatItSuppressed(Supplier<Throwable> failure) {
    assertQuota(PlainEvent.thrown(new Hostile(failure, new RuntimeException(QUOTA))));
    Hostile suppressing = new Hostile(failure, null);
    suppressing.addSuppressed(new RuntimeException(QUOTA));
    assertQuota(PlainEvent.thrown(suppressing));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aCauseOrAStackTraceThatFailsLeavesTheMessage(Supplier<Throwable> failure) {
    assertQuota(
        PlainEvent.thrown(
            new RuntimeException(QUOTA) {
              private static final long serialVersionUID = 1;

              @Override
              public synchronized Throwable getCause() {
                throw raised(failure.get());
              }

              @Override
              public StackTraceElement[] getStackTrace() {
                throw raised(failure.get());
              }
            }));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void anArgumentOrAValueThatFailsLeavesTheOthers(Supplier<Throwable> failure) {
    CharSequence hostile = new HostileText(failure);
    assertQuota(PlainEvent.of("call failed").argument(hostile).argument(QUOTA));
    assertQuota(PlainEvent.of("call failed").pair("a", hostile).pair("b", QUOTA));
    assertQuota(PlainEvent.of("call failed").argument(new Hostile(failure, null)).pair("b", QUOTA));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void anythingOfTheEventThatFailsLeavesTheRest(Supplier<Throwable> failure) {
    for (String method : List.of("message", "arguments", "pairs", "markers", "routine")) {
      PlainEvent event =
          method.equals("message")
              ? PlainEvent.of("x").argument(QUOTA)
              : PlainEvent.of(QUOTA).argument("a").pair("b", "c").marker("d");
      OpenAiError error = ErrorAnalyzer.create().analyze(new FailingView(method, failure), event);
      assertThat(error).as(method).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void whatRunsCodeOfTheApplicationsIsAskedForOnce(PlainEvent event) {
    CountingView view = new CountingView();
    assertThat(ErrorAnalyzer.create().analyze(view, event)).isNotNull();
    assertThat(view.asked).doesNotHaveDuplicates();
  }

  static Stream<PlainEvent> pieces() {
    return Stream.of(
        PlainEvent.of(QUOTA).marker("one").marker("two"),
        PlainEvent.of("call failed").marker("one").marker(QUOTA).marker("three"),
        PlainEvent.of("call failed").argument(new RuntimeException("a")).argument(QUOTA),
        PlainEvent.thrown(new RuntimeException("a", new RuntimeException(QUOTA))).marker("one"));
  }

  private static void assertQuota(PlainEvent event) {
    OpenAiError error = ErrorAnalyzer.create().analyze(PlainEvent.VIEW, event);
    assertThat(error).extracting(OpenAiError::kind).isEqualTo(ErrorKind.INSUFFICIENT_QUOTA);
  }

  private static RuntimeException raised(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }

  /** A throwable whose message cannot be had. */
  private static final class Hostile extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Supplier<Throwable> failure;

    Hostile(Supplier<Throwable> failure, @Nullable Throwable cause) {
      super(cause);
      this.failure = failure;
    }

    @Override
    public String getMessage() {
      throw raised(failure.get());
    }
  }

  private record HostileText(Supplier<Throwable> failure) implements CharSequence {

    @Override
    public int length() {
      throw raised(failure.get());
    }

    @Override
    public char charAt(int index) {
      throw raised(failure.get());
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      throw raised(failure.get());
    }

    @Override
    public String toString() {
      throw raised(failure.get());
    }
  }

  /** One of its methods fails. */
  private static final class FailingView extends PlainEvent.View {

    private final String method;
    private final Supplier<Throwable> failure;

    FailingView(String method, Supplier<Throwable> failure) {
      this.method = method;
      this.failure = failure;
    }

    private void fail(String asked) {
      if (asked.equals(method)) {
        throw raised(failure.get());
      }
    }

    @Override
    public boolean isRoutine(PlainEvent event) {
      fail("routine");
      return super.isRoutine(event);
    }

    @Override
    public @Nullable CharSequence message(PlainEvent event) {
      fail("message");
      return super.message(event);
    }

    @Override
    public int argumentCount(PlainEvent event) {
      fail("arguments");
      return super.argumentCount(event);
    }

    @Override
    public int keyValueCount(PlainEvent event) {
      fail("pairs");
      return super.keyValueCount(event);
    }

    @Override
    public int markerCount(PlainEvent event) {
      fail("markers");
      return super.markerCount(event);
    }
  }

  /** Notes what it was asked for of what may be slow. */
  private static final class CountingView extends PlainEvent.View {

    private final List<String> asked = new ArrayList<>();

    @Override
    public @Nullable CharSequence message(PlainEvent event) {
      asked.add("message");
      return super.message(event);
    }

    @Override
    public @Nullable Throwable thrown(PlainEvent event) {
      asked.add("thrown");
      return super.thrown(event);
    }

    @Override
    public Throwable thrownArgument(Throwable throwable) {
      asked.add("argument " + throwable);
      return super.thrownArgument(throwable);
    }

    @Override
    public String marker(PlainEvent event, int index) {
      asked.add("marker " + index);
      return super.marker(event, index);
    }
  }
}

package dev.openaierrors.alert;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition under which a rule is met.
 *
 * <p>Constructors throw {@link IllegalArgumentException} with a sentence that says what would be
 * right.
 */
public sealed interface When {

  /** The most failures that a condition may ask for: it remembers the time of each. */
  int MAX_COUNT = 1000;

  /** The longest time that a condition may look back. */
  Duration MAX_WITHIN = Duration.ofDays(7);

  /** The most minutes that {@link ActiveMinutes} may look back. */
  int MAX_MINUTES = 64;

  /** The words for it in configurations. */
  String words();

  /** How long a failure matters to it: after that time without another it is as if none came. */
  Duration memory();

  /**
   * Whether it looks at all failures of an incident, however long nothing failed between them.
   * Others look at those of which each came soon after the one before.
   */
  default boolean spans() {
    return false;
  }

  /**
   * Whether few failures far apart meet it, which say little about how bad it is: logs do not tell
   * a service that always fails from one that rarely does.
   */
  default boolean isSlow() {
    return false;
  }

  /**
   * The conditions that these words mean: {@code first}, {@code explicit code}, {@code 3 in 10m},
   * {@code 3 in 10m over 2 minutes}, {@code 3 spread over 15m in 1h}, {@code 10 of 15 minutes},
   * {@code 20% of 50 in 10m}, {@code again}, joined by {@code or}.
   *
   * @throws IllegalArgumentException if they mean none; the message is a sentence that says what
   *     would be right
   */
  static List<When> parse(String words) {
    return WhenParser.parse(words);
  }

  /** The words for alternatives, which {@link #parse} understands. */
  static String words(List<When> alternatives) {
    return alternatives.stream().map(When::words).collect(Collectors.joining(" or "));
  }

  /** One failure is enough. */
  record First() implements When {
    @Override
    public String words() {
      return "first";
    }

    @Override
    public Duration memory() {
      return Duration.ofMinutes(1);
    }
  }

  /** One failure is enough whose code leaves no doubt, such as {@code credit_balance_exhausted}. */
  record ExplicitCode() implements When {
    @Override
    public String words() {
      return "explicit code";
    }

    @Override
    public Duration memory() {
      return Duration.ofMinutes(1);
    }
  }

  /**
   * {@code count} failures within {@code within}, at least {@code minutes} of them a minute or more
   * apart.
   */
  record Count(int count, Duration within, int minutes) implements When {

    /** Checks the bounds. */
    public Count {
      Bounds.check("the number of failures", count, 1, MAX_COUNT);
      Bounds.check("the time of 'in'", within, Duration.ofSeconds(1), MAX_WITHIN);
      Bounds.check("the minutes of 'over'", minutes, 1, MAX_COUNT);
      // A window that begins within a minute touches one minute more than it is long.
      if (minutes > 1 && (minutes > count || minutes > within.toMinutes() + 1)) {
        throw InvalidValueException.unusable(
            "'%s in %s over %s minutes' can never be met"
                .formatted(count, Durations.words(within), minutes),
            "write at most %s minutes".formatted(Math.min(count, within.toMinutes() + 1)));
      }
    }

    @Override
    public String words() {
      String words = count + " in " + Durations.words(within);
      return minutes > 1 ? words + " over " + minutes + " minutes" : words;
    }

    @Override
    public Duration memory() {
      return within;
    }
  }

  /** Failures in {@code minutes} of the last {@code of} minutes of the clock. */
  record ActiveMinutes(int minutes, int of) implements When {

    /** Checks the bounds. */
    public ActiveMinutes {
      Bounds.check("the minutes behind 'of'", of, 1, MAX_MINUTES);
      Bounds.check("the minutes with a failure", minutes, 1, of);
    }

    @Override
    public String words() {
      return minutes + " of " + of + " minutes";
    }

    @Override
    public Duration memory() {
      return Duration.ofMinutes(of);
    }
  }

  /**
   * {@code count} failures or more, the last {@code apart} or more after the first, all within
   * {@code memory}: what comes rarely but does not go away.
   */
  record Spread(int count, Duration apart, Duration memory) implements When {

    /** A second failure ten minutes or more after the first; for services with few calls. */
    public static final Spread AGAIN = new Spread(2, Duration.ofMinutes(10), Duration.ofHours(24));

    /** Checks the bounds. */
    public Spread {
      Bounds.check("the number of failures", count, 2, 100);
      Bounds.check("the time of 'in'", memory, Duration.ofSeconds(2), MAX_WITHIN);
      Bounds.check("the time of 'spread over'", apart, Duration.ofSeconds(1), memory);
    }

    @Override
    public String words() {
      return isAgain()
          ? "again"
          : "%s spread over %s in %s"
              .formatted(count, Durations.words(apart), Durations.words(memory));
    }

    /**
     * Written out: what the JDK makes of a record's equals, at run time, it remembers softly, and
     * with it the class loader of an application that is undeployed.
     */
    private boolean isAgain() {
      return count == AGAIN.count && apart.equals(AGAIN.apart) && memory.equals(AGAIN.memory);
    }

    @Override
    public boolean spans() {
      return true;
    }

    @Override
    public boolean isSlow() {
      return !isAgain();
    }
  }

  /**
   * Failures that are {@code percent} of {@code calls} calls or more within {@code within}. Never
   * met where nobody tells of calls that succeed ({@link OpenAiAlerts#success}).
   */
  record ShareOfCalls(int percent, int calls, Duration within) implements When {

    private static final Duration MAX_SHARE = Duration.ofMinutes(MinuteCounts.MINUTES);

    /** Checks the bounds. */
    public ShareOfCalls {
      Bounds.check("the per cent of calls that fail", percent, 1, 100);
      Bounds.check("the number of calls", calls, 1, 1_000_000);
      Bounds.check("the time of \"in\"", within, Duration.ofMinutes(1), MAX_SHARE);
    }

    @Override
    public String words() {
      return "%s%% of %s in %s".formatted(percent, calls, Durations.words(within));
    }

    @Override
    public Duration memory() {
      return within;
    }
  }
}

package dev.openaierrors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import dev.openaierrors.alert.DeliveryException;
import dev.openaierrors.alert.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;

/** Some days and nights at random: what people and destinations know in the end is what is so. */
class QuietNightsTest {

  private static final Pattern PART = Pattern.compile("\\[([A-Z]+)\\] Trouble ([a-z0-9-]+) ");
  private static final QuietHours HOURS = QuietHours.parse("22:00-07:00, Sun");
  private static final List<Severity> SEVERITIES = List.of(Severity.values());
  private static final int STEP = 5;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final Map<String, Alert> open = new LinkedHashMap<>();
  // By incident, whether it is open.
  private final Map<String, Boolean> real = new LinkedHashMap<>();
  private int incidents;

  /** Knows what it is told; away now and then. */
  private static final class Knowing implements AlertSink {

    final boolean keepsState;
    final Map<String, Boolean> known = new LinkedHashMap<>();
    final List<String> wrong = new ArrayList<>();
    Instant now = DeliveryBench.START;
    int away;

    Knowing(boolean keepsState) {
      this.keepsState = keepsState;
    }

    @Override
    public String name() {
      return "knowing";
    }

    @Override
    public boolean keepsState() {
      return keepsState;
    }

    @Override
    public void send(Alert alert) throws DeliveryException {
      if (away > 0) {
        away--;
        throw new DeliveryException("HTTP 503", true, null);
      }
      boolean opens = !keepsState || (alert.state().isOpen() && !known.containsKey(alert.id()));
      if (HOURS.contains(now) && alert.severity() != Severity.CRITICAL && opens) {
        wrong.add(alert.state() + " " + alert.id() + " at " + now);
      }
      if (alert.state() == AlertState.DIGEST) {
        Matcher part = PART.matcher(alert.text().summary());
        while (part.find()) {
          known.put(part.group(2), !part.group(1).equals("RESOLVED"));
        }
      } else {
        known.put(alert.id(), alert.state().isOpen());
      }
    }
  }

  @RepeatedTest(3)
  void people() {
    live(new Knowing(false));
  }

  @RepeatedTest(3)
  void destinationsThatKeepStates() {
    live(new Knowing(true));
  }

  private void live(Knowing sink) {
    DeliveryBench bench =
        DeliveryBench.of(new Destination(sink, Severity.INFO, true).quietDuring(HOURS));
    for (int second = 0; second < 6 * 86_400; second += STEP) {
      sink.now = bench.now;
      if (random.nextInt(720) == 0) {
        bench.offer(something(bench.now));
      }
      if (second % 60 == 0 && sink.keepsState) {
        open.values().forEach(alert -> bench.offer(like(alert, AlertState.ONGOING)));
      }
      sink.away = random.nextInt(2_000) == 0 ? random.nextInt(60) : sink.away;
      bench.tick();
      bench.now = bench.now.plusSeconds(STEP);
    }
    // Until the next evening, which is no Sunday's.
    sink.away = 0;
    for (int second = 0; second < 86_400 && HOURS.contains(bench.now); second += STEP) {
      bench.now = bench.now.plusSeconds(STEP);
    }
    sink.now = bench.now;
    bench.pass(300);

    assertThat(sink.wrong).as("told in quiet hours, seed %s", seed).isEmpty();
    real.forEach(
        (id, isOpen) -> {
          boolean known = sink.known.getOrDefault(id, false);
          assertThat(known).as("%s is open, seed %s", id, seed).isEqualTo(isOpen);
          if (!sink.keepsState) {
            assertThat(sink.known).as("seed %s", seed).containsKey(id);
          }
        });
    assertThat(bench.deliveries.isIdle()).as("seed %s", seed).isTrue();
  }

  /** Begins, goes on, worsens or ends. */
  private Alert something(Instant now) {
    if (open.isEmpty() || (open.size() < 6 && random.nextInt(3) == 0)) {
      String id = "t" + incidents++;
      Severity severity = SEVERITIES.get(random.nextInt(SEVERITIES.size()));
      Alert alert = make(id, AlertState.FIRING, severity, now);
      open.put(id, alert);
      real.put(id, true);
      return alert;
    }
    List<Alert> all = new ArrayList<>(open.values());
    Alert one = all.get(random.nextInt(all.size()));
    return switch (random.nextInt(3)) {
      case 0 -> {
        open.remove(one.id());
        real.put(one.id(), false);
        yield make(one.id(), AlertState.RESOLVED, one.severity(), now);
      }
      case 1 -> {
        Alert worse = make(one.id(), AlertState.ESCALATED, Severity.CRITICAL, now);
        open.put(one.id(), worse);
        yield worse;
      }
      default -> make(one.id(), AlertState.REMINDER, one.severity(), now);
    };
  }

  private static Alert make(String id, AlertState state, Severity severity, Instant now) {
    return TestAlert.of(state)
        .id(id)
        .severity(severity)
        .title("Trouble " + id)
        .seen(now, now)
        .make();
  }

  private static Alert like(Alert alert, AlertState state) {
    return make(alert.id(), state, alert.severity(), alert.times().at());
  }
}

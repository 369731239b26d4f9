package dev.openaierrors.analyzer.replay;

import dev.openaierrors.error.Printable;
import dev.openaierrors.error.Redactor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers the services that errors are of; of very many, those that come last share a number. */
final class Services {

  /** The most that are kept apart. */
  static final int MOST = 64;

  /** The number of errors of which the log does not say whose they are. */
  static final int UNNAMED = 0;

  private static final String OTHERS = "other services";
  private static final int LONGEST = 100;
  private static final int MOST_SPELLINGS = 1024;
  // Letters and digits that Kubernetes makes names of.
  private static final String POD = "bcdfghjklmnpqrstvwxz2456789";
  private static final int POD_LENGTH = 5;
  private static final int LEAST_SET = 6;
  private static final int MOST_SET = 10;
  private static final int LENGTH_OF_MINUTE = 8;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private boolean unnamed;
  // As the log has them; there may be any number of them.
  private final Map<String, Integer> spellings = new HashMap<>();

  /** The number of this service. */
  int number(@Nullable String service) {
    if (service == null) {
      unnamed = true;
      return UNNAMED;
    }
    Integer known = spellings.get(service);
    if (known == null) {
      known = numberOf(Redactor.clean(workload(service.strip()), LONGEST));
      if (spellings.size() >= MOST_SPELLINGS) {
        spellings.clear();
      }
      spellings.put(service, known);
    }
    return known;
  }

  private int numberOf(@Nullable String clean) {
    String name = clean == null ? "" : Printable.of(clean);
    if (name.isEmpty()) {
      unnamed = true;
      return UNNAMED;
    }
    Integer number = numbers.get(name);
    if (number != null) {
      return number;
    }
    if (names.size() < MOST) {
      names.add(name);
      numbers.put(name, names.size());
      return names.size();
    }
    return MOST + 1;
  }

  /** The service of all errors; null if there are several, or errors that name none. */
  @Nullable String only() {
    return names.size() == 1 && !unnamed ? names.get(0) : null;
  }

  /** Whether there is more than one. */
  boolean areSeveral() {
    return names.size() > 1;
  }

  /** The highest number that there may be. */
  int most() {
    return names.size() < MOST ? names.size() : MOST + 1;
  }

  /** The name of a service; null if the log does not say it. */
  @Nullable String name(int number) {
    return number == UNNAMED ? null : number > MOST ? OTHERS : names.get(number - 1);
  }

  /**
   * What runs in a pod: {@code chat-api} of {@code chat-api-7d9f8b6c5d-x2x9z/app}, since all pods
   * of a service have the same trouble.
   */
  private static String workload(String service) {
    int slash = service.indexOf('/');
    String pod = slash < 0 ? service : service.substring(0, slash);
    int last = pod.lastIndexOf('-');
    int before = last < 0 ? -1 : pod.lastIndexOf('-', last - 1);
    boolean named = last > 0 && isOfPod(pod, last + 1, pod.length(), POD_LENGTH, POD_LENGTH);
    if (named
        && before > 0
        && (isOfPod(pod, before + 1, last, LEAST_SET, MOST_SET)
            || isMinute(pod, before + 1, last))) {
      return pod.substring(0, before);
    }
    // Of what has a container behind it, no less is needed to know that it is a pod.
    boolean alone = slash >= 0 && last > 0 && (named || isNumber(pod, last + 1, pod.length()));
    return alone ? pod.substring(0, last) : pod;
  }

  /** When a job was to begin, in minutes since 1970. */
  private static boolean isMinute(String pod, int from, int to) {
    return to - from == LENGTH_OF_MINUTE && isNumber(pod, from, to);
  }

  private static boolean isOfPod(String pod, int from, int to, int least, int most) {
    boolean all = to - from >= least && to - from <= most;
    for (int i = from; i < to && all; i++) {
      all = POD.indexOf(pod.charAt(i)) >= 0;
    }
    return all;
  }

  /** As the pods of a stateful set are. */
  private static boolean isNumber(String pod, int from, int to) {
    boolean all = from < to;
    for (int i = from; i < to && all; i++) {
      all = pod.charAt(i) >= '0' && pod.charAt(i) <= '9';
    }
    return all;
  }
}

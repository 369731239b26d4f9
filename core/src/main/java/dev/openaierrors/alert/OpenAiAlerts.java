package dev.openaierrors.alert;

import dev.openaierrors.error.Provider;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What an application may tell alerts beyond what it logs. Optional: without it, silence is the
 * only sign that an incident is over.
 *
 * <p>Costs next to nothing while no incident is open, never blocks, never throws, and does nothing
 * where no alerts are configured. It reaches the alerts of the jar that it was loaded from: where a
 * web application has its own copy beside its own logging framework, those of the application.
 */
public final class OpenAiAlerts {

  /** Hears of successes. */
  @FunctionalInterface
  public interface SuccessListener {
    /** A call succeeded just now. */
    void success(Provider provider, @Nullable String model);
  }

  // Weak, so a listener that is never removed does not leak.
  private static final List<WeakReference<SuccessListener>> LISTENERS =
      new CopyOnWriteArrayList<>();

  private OpenAiAlerts() {}

  /**
   * A call of OpenAI's own API succeeded just now. Two of them a minute or more apart resolve what
   * was open.
   *
   * @param model model that answered; null if not known
   */
  public static void success(@Nullable String model) {
    success(Provider.OPENAI, model);
  }

  /**
   * A call succeeded just now. Two of them a minute or more apart resolve what was open.
   *
   * @param provider who answered
   * @param model model or deployment that answered; null if not known
   */
  public static void success(Provider provider, @Nullable String model) {
    for (WeakReference<SuccessListener> reference : LISTENERS) {
      SuccessListener listener = reference.get();
      if (listener != null) {
        listener.success(provider, model);
      }
    }
  }

  /** Tells a listener from now on, as long as somebody else holds it. */
  public static void add(SuccessListener listener) {
    remove(listener);
    LISTENERS.add(new WeakReference<>(listener));
  }

  /** Tells a listener no more. */
  public static void remove(SuccessListener listener) {
    LISTENERS.removeIf(
        reference -> {
          SuccessListener known = reference.get();
          return known == null || known == listener;
        });
  }
}

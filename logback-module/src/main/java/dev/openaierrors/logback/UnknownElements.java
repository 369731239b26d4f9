package dev.openaierrors.logback;

import ch.qos.logback.core.Context;
import ch.qos.logback.core.status.Status;
import dev.openaierrors.plugin.Settings;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says more of misspelt elements than Logback does.
 *
 * <p>Logback never hands over an element that a component has no setter for; it leaves a warning in
 * its status list and goes on. So the list is looked through for the warnings about one component:
 * those that were added between its creation and its start.
 */
final class UnknownElements {

  private static final String WARNING = "Ignoring unknown property [";

  private final Class<?> component;
  private final Set<Status> before = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Looks for the elements that are unknown to components of this class. */
  UnknownElements(Class<?> component) {
    this.component = component;
  }

  /** The component was created just now: what is in the status list concerns others. */
  void begin(@Nullable Context context) {
    before.clear();
    before.addAll(warnings(context));
  }

  /** The component starts: adds each element that was not known to it. */
  void addTo(Settings settings, @Nullable Context context) {
    Set<String> unknown = new LinkedHashSet<>();
    for (Status warning : warnings(context)) {
      if (!before.contains(warning)) {
        unknown.add(Objects.requireNonNull(nameIn(warning.getMessage(), component)));
      }
    }
    before.clear();
    unknown.forEach(settings::addUnknown);
  }

  private List<Status> warnings(@Nullable Context context) {
    if (context == null || context.getStatusManager() == null) {
      return List.of();
    }
    return context.getStatusManager().getCopyOfStatusList().stream()
        .filter(status -> nameIn(status.getMessage(), component) != null)
        .toList();
  }

  /** The name in Logback's warning of an element unknown to the class; null in other messages. */
  static @Nullable String nameIn(@Nullable String message, Class<?> component) {
    String end = "] in [" + component.getName() + "]";
    return message != null && message.startsWith(WARNING) && message.endsWith(end)
        ? message.substring(WARNING.length(), message.length() - end.length())
        : null;
  }
}

package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertSink;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A user's own destination, by the name of its class: one with a public constructor without
 * parameters, and a setter that takes a String for each setting.
 */
public final class SinkClass {

  static final String ELEMENT = "sink";
  private static final String CLASS = "class";

  private SinkClass() {}

  /** A new instance with its settings; null, with a sentence, where that cannot be had. */
  static @Nullable AlertSink create(Settings settings, Host host) {
    String wanted = Objects.requireNonNullElse(settings.get(CLASS), "").strip();
    if (wanted.isEmpty()) {
      problems(host)
          .sayMisspelt(
              "has no class, so nothing is sent there; name one that implements "
                  + AlertSink.class.getName());
      return null;
    }
    try {
      Class<?> type = host.load(wanted);
      if (!AlertSink.class.isAssignableFrom(type)) {
        tellNotASink(wanted, host);
        return null;
      }
      AlertSink sink = (AlertSink) type.getDeclaredConstructor().newInstance();
      set(sink, settings, new SettingReader(ELEMENT, settings, host));
      return sink;
    } catch (ClassNotFoundException | NoClassDefFoundError missing) {
      tellNoClass(wanted, host);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException failed) {
      tellNotMade(wanted, host);
    }
    return null;
  }

  private static SettingReader problems(Host host) {
    return new SettingReader(ELEMENT, new Settings(), host);
  }

  /** Tells of a class that is not there. */
  public static void tellNoClass(String name, Host host) {
    problems(host)
        .sayMisspelt(
            "there is no class %s, so nothing is sent there; look at its name and whether its jar is"
                    .formatted(Words.quote(name))
                + " beside the framework's");
  }

  /** Tells of a class that is no destination. */
  public static void tellNotASink(String name, Host host) {
    problems(host)
        .sayMisspelt(
            "%s does not implement %s, so nothing is sent there"
                .formatted(Words.quote(name), AlertSink.class.getName()));
  }

  /** Tells of a class of which no object can be made. */
  public static void tellNotMade(String name, Host host) {
    problems(host)
        .sayUnusable(
            "no object of %s can be made, so nothing is sent there; give it a public constructor"
                    .formatted(Words.quote(name))
                + " without parameters that does not fail");
  }

  /** Tells of a setting that a destination does not take. */
  public static void tellUnknown(AlertSink sink, String setting, Host host) {
    new SettingReader(ELEMENT, new Settings().addUnknown(setting), host)
        .tellUnknown(setters(sink.getClass()).keySet());
  }

  private static void set(AlertSink sink, Settings settings, SettingReader problems) {
    Map<String, Method> setters = setters(sink.getClass());
    problems.tellUnknown(setters.keySet(), CLASS);
    setters.forEach(
        (name, setter) -> {
          String value = settings.get(name);
          if (value != null && !takes(sink, setter, value)) {
            problems.sayUnusable(
                "%s: the class does not take this value, which is left out"
                    .formatted(Words.quote(name)));
          }
        });
  }

  private static boolean takes(AlertSink sink, Method setter, String value) {
    try {
      setter.invoke(sink, value);
      return true;
    } catch (IllegalAccessException | InvocationTargetException refused) {
      // The value may be a secret, and so may what the setter says of it.
      return false;
    }
  }

  /** By the names of their settings, in lower case. */
  private static Map<String, Method> setters(Class<?> type) {
    Map<String, Method> setters = new TreeMap<>();
    for (Method method : type.getMethods()) {
      Class<?>[] parameters = method.getParameterTypes();
      if (method.getName().startsWith("set")
          && parameters.length == 1
          && parameters[0] == String.class) {
        setters.put(method.getName().substring(3).toLowerCase(Locale.ROOT), method);
      }
    }
    return setters;
  }
}

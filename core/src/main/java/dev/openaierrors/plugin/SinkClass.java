package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertSink;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A user's own destination, by the name of its class: one with a public constructor without
 * parameters, and a setter that takes a String for each setting.
 */
public final class SinkClass {

  /** Loads the class of a name, as the host does it. */
  @FunctionalInterface
  public interface Loader {
    /**
     * The class.
     *
     * @throws ClassNotFoundException if there is none
     */
    Class<?> load(String name) throws ClassNotFoundException;
  }

  private final @Nullable String name;
  private final Map<String, String> settings = new LinkedHashMap<>();

  /** The destination of this class. */
  public SinkClass(@Nullable String name) {
    this.name = name;
  }

  /** A setting of it, for its setter. */
  public void set(String setting, String value) {
    settings.put(setting, value);
  }

  /** A new instance with its settings; null, with a sentence, where that cannot be had. */
  public @Nullable AlertSink create(Loader loader, Host host) {
    Consumer<String> problems = host.words();
    String wanted = Texts.stripped(name);
    if (wanted.isEmpty()) {
      problems.accept(
          "openai-errors: sink: has no class, so nothing is sent there; name one that implements "
              + AlertSink.class.getName()
              + ".");
      return null;
    }
    try {
      Class<?> type = loader.load(wanted);
      if (!AlertSink.class.isAssignableFrom(type)) {
        problems.accept(notASink(wanted));
        return null;
      }
      AlertSink sink = (AlertSink) type.getDeclaredConstructor().newInstance();
      settings.forEach((setting, value) -> set(sink, setting, value, host));
      return sink;
    } catch (ClassNotFoundException | NoClassDefFoundError missing) {
      problems.accept(noClass(wanted));
    } catch (ReflectiveOperationException | LinkageError | RuntimeException failed) {
      host.warn(notMade(wanted), null);
    }
    return null;
  }

  /** The sentence for a class that is not there. */
  public static String noClass(String name) {
    return "openai-errors: sink: there is no class %s, so nothing is sent there; look at its name"
            .formatted(Words.quote(name))
        + " and whether its jar is beside the framework's.";
  }

  /** The sentence for a class that is no destination. */
  public static String notASink(String name) {
    return "openai-errors: sink: %s does not implement %s, so nothing is sent there."
        .formatted(Words.quote(name), AlertSink.class.getName());
  }

  /** The sentence for a class of which no object can be made. */
  public static String notMade(String name) {
    return "openai-errors: sink: no object of %s can be made, so nothing is sent there; give it a"
            .formatted(Words.quote(name))
        + " public constructor without parameters that does not fail.";
  }

  /** The names of the settings that a destination takes, in lower case. */
  public static Collection<String> settings(AlertSink sink) {
    return setters(sink.getClass()).keySet();
  }

  private static void set(AlertSink sink, String setting, String value, Host host) {
    Map<String, Method> setters = setters(sink.getClass());
    Method setter = setters.get(setting.toLowerCase(Locale.ROOT));
    if (setter == null) {
      List<String> known = new ArrayList<>(setters.keySet());
      host.words().accept(PipelineSettings.unknownSetting("sink", setting, known));
      return;
    }
    try {
      setter.invoke(sink, value);
    } catch (IllegalAccessException | InvocationTargetException refused) {
      // The value may be a secret, and so may what the setter says of it.
      host.warn(
          "openai-errors: sink: %s: the class does not take this value, which is left out."
              .formatted(Words.quote(setting)),
          null);
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

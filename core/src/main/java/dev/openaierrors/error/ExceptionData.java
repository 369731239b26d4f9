package dev.openaierrors.error;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the exceptions of well-known clients hold beside their message: status, code, response body,
 * headers. Read by name, so that no client has to be on the class path.
 *
 * <p>Only public members of the classes listed here, and in the metadata for GraalVM, are read.
 * They are plain getters of what the exception was made from.
 */
final class ExceptionData {

  private static final int MAX_VALUE = 8192;
  private static final String HEADERS = "headers";
  private static final List<String> TELLING_HEADERS =
      List.of("retry-after-ms", "retry-after", "x-request-id");

  /** Public getters or fields of a class and its subclasses, and how their value is introduced. */
  static final Map<String, List<Map.Entry<String, String>>> KNOWN =
      Map.of(
          "com.openai.errors.OpenAIServiceException",
          List.of(
              Map.entry("statusCode", "status code: "),
              Map.entry("code", "code="),
              Map.entry("type", "type="),
              Map.entry("param", "param="),
              Map.entry(HEADERS, "")),
          "dev.langchain4j.exception.HttpException",
          List.of(Map.entry("statusCode", "status code: ")),
          "com.theokanning.openai.OpenAiHttpException",
          List.of(
              Map.entry("statusCode", "status code: "),
              Map.entry("code", "code="),
              Map.entry("type", "type="),
              Map.entry("param", "param=")),
          "com.aallam.openai.api.exception.OpenAIAPIException",
          List.of(Map.entry("getStatusCode", "status code: "), Map.entry("getError", "")),
          "com.azure.core.exception.HttpResponseException",
          List.of(Map.entry("getValue", "")),
          "org.springframework.web.client.RestClientResponseException",
          List.of(Map.entry("getResponseBodyAsString", "")),
          "org.springframework.web.reactive.function.client.WebClientResponseException",
          List.of(Map.entry("getResponseBodyAsString", "")),
          "io.github.sashirestela.cleverclient.support.CleverClientException",
          List.of(Map.entry("responseInfo", "")));

  private static final ClassValue<List<Getter>> GETTERS =
      new ClassValue<>() {
        @Override
        protected List<Getter> computeValue(Class<?> type) {
          return getters(type);
        }
      };

  private ExceptionData() {}

  /** The data as lines of text; null if there are none, or none to be had. */
  static @Nullable String of(Throwable throwable) {
    try {
      return lines(throwable);
    } catch (Throwable itsOwnFault) {
      // What a getter gave has to be rendered, which is code of the client's, too.
      return null;
    }
  }

  private static @Nullable String lines(Throwable throwable) {
    List<Getter> getters = GETTERS.get(throwable.getClass());
    if (getters.isEmpty()) {
      return null;
    }
    StringBuilder lines = new StringBuilder();
    for (Getter getter : getters) {
      append(lines, getter, getter.read(throwable));
    }
    return lines.toString();
  }

  private static void append(StringBuilder lines, Getter getter, @Nullable Object value) {
    if (value == null) {
      return;
    }
    if (getter.name().equals(HEADERS)) {
      for (String header : TELLING_HEADERS) {
        Object values =
            new Getter(HEADERS, "", method(value, "values", String.class)).read(value, header);
        if (values instanceof List<?> list && !list.isEmpty()) {
          line(lines, header + ": ", list.get(0));
        }
      }
    } else {
      line(lines, getter.lead(), value);
    }
  }

  private static void line(StringBuilder lines, String lead, @Nullable Object value) {
    String text = String.valueOf(value);
    lines.append('\n').append(lead).append(text, 0, Math.min(text.length(), MAX_VALUE));
  }

  private static List<Getter> getters(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      List<Map.Entry<String, String>> known = KNOWN.get(at.getName());
      if (known != null) {
        List<Getter> getters = new ArrayList<>();
        for (Map.Entry<String, String> entry : known) {
          AccessibleObject member = member(at, entry.getKey());
          if (member != null) {
            getters.add(new Getter(entry.getKey(), entry.getValue(), member));
          }
        }
        return List.copyOf(getters);
      }
    }
    return List.of();
  }

  private static @Nullable AccessibleObject member(Class<?> type, String name) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == 0) {
        return method;
      }
    }
    for (Field field : type.getFields()) {
      if (field.getName().equals(name)) {
        return field;
      }
    }
    return null;
  }

  private static @Nullable Method method(Object target, String name, Class<?> parameter) {
    try {
      return target.getClass().getMethod(name, parameter);
    } catch (NoSuchMethodException otherVersionOfTheClient) {
      return null;
    }
  }

  /** A public method or field. */
  private record Getter(String name, String lead, @Nullable AccessibleObject member) {

    /** The value, taken out of its Optional; null if there is none or it cannot be had. */
    @Nullable Object read(Object target, Object... arguments) {
      try {
        Object value =
            member instanceof Method method
                ? method.invoke(target, arguments)
                : member instanceof Field field ? field.get(target) : null;
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
      } catch (InvocationTargetException | IllegalAccessException | IllegalArgumentException e) {
        // Getters of the official client throw for a payload of another shape than they expect
        // (a number as code): then there is nothing to be had here, and the message has to do.
        return null;
      }
    }
  }
}

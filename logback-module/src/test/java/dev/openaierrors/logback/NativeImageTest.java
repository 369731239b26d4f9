package dev.openaierrors.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.joran.util.beans.BeanDescription;
import ch.qos.logback.core.joran.util.beans.BeanDescriptionCache;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** GraalVM is told of every class that Logback makes of an element, and of nothing else. */
class NativeImageTest {

  private static final String METADATA =
      "/META-INF/native-image/dev.openaierrors/openai-errors-logback/reflect-config.json";

  @Test
  void everyElementCanBeMadeAndSet() throws IOException {
    Set<String> told = new TreeSet<>();
    for (JsonNode type : metadata()) {
      assertThat(type.path("allPublicConstructors").asBoolean()).isTrue();
      assertThat(type.path("allPublicMethods").asBoolean()).isTrue();
      told.add(type.get("name").asText());
    }
    assertThat(told).isEqualTo(elements());
  }

  /** By the setters and adders that Logback itself finds. */
  private static Set<String> elements() {
    BeanDescriptionCache beans = new BeanDescriptionCache(new LoggerContext());
    Set<String> elements = new TreeSet<>();
    Deque<Class<?>> todo =
        new ArrayDeque<>(List.of(OpenAiErrorAppender.class, OpenAiErrorFilter.class));
    while (!todo.isEmpty()) {
      Class<?> element = todo.remove();
      if (elements.add(element.getName())) {
        BeanDescription bean = beans.getBeanDescription(element);
        Stream.of(bean.getPropertyNameToSetter(), bean.getPropertyNameToAdder())
            .flatMap(methods -> methods.values().stream())
            .map(NativeImageTest::parameter)
            .filter(type -> type.getPackage() == OpenAiErrorAppender.class.getPackage())
            .forEach(todo::add);
      }
    }
    return elements;
  }

  private static Class<?> parameter(Method method) {
    return method.getParameterTypes()[0];
  }

  private static JsonNode metadata() throws IOException {
    try (InputStream json = NativeImageTest.class.getResourceAsStream(METADATA)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(json));
    }
  }
}

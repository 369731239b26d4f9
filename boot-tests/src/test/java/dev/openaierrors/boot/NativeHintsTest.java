package dev.openaierrors.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.ExecutableHint;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeHint;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.javapoet.ClassName;

/**
 * A native image has what is named by reflection only where somebody says so. Nobody builds one
 * here: this is what Spring Boot would say when it does.
 */
class NativeHintsTest {

  private static final String OURS = "dev.openaierrors.spring.";
  private static final ClassLoader LOADER =
      Objects.requireNonNull(NativeHintsTest.class.getClassLoader());

  private static RuntimeHints ofSpring() {
    RuntimeHints hints = new RuntimeHints();
    AotServices.factories(LOADER)
        .load(RuntimeHintsRegistrar.class)
        .forEach(registrar -> registrar.registerHints(hints, LOADER));
    return hints;
  }

  /** Spring Boot makes them by their names. */
  @Test
  void theListenersCanBeMade() {
    RuntimeHints hints = ofSpring();
    for (String name : List.of("InstallListener", "PatternListener")) {
      assertThat(
              reflection()
                  .onType(TypeReference.of(OURS + name))
                  .withAnyMemberCategory(
                      MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                      MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS))
          .as(name)
          .accepts(hints);
    }
    assertThat(
            SpringFactoriesLoader.forDefaultResourceLocation(LOADER)
                .load(org.springframework.context.ApplicationListener.class))
        .filteredOn(listener -> listener.getClass().getName().startsWith(OURS))
        .hasSize(2);
  }

  /** Its classes are looked for by their names, to see which framework is there. */
  @Test
  void theFrameworkCanBeFound() throws Exception {
    try (InputStream file =
        LOADER.getResourceAsStream(
            "META-INF/native-image/dev.openaierrors/openai-errors-spring-boot-starter/reflect-config.json")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text)
          .contains(
              ch.qos.logback.classic.LoggerContext.class.getName(),
              org.apache.logging.log4j.core.LoggerContext.class.getName());
    }
  }

  /** Beans become code, and what the endpoint answers can be written as JSON. */
  @Test
  void theBeansCanBeMadeAheadOfTime() {
    GenericApplicationContext context = new GenericApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                java.util.Map.of(
                    "management.endpoints.web.exposure.include", "*",
                    "management.health.openaierrors.enabled", "true")));
    AnnotatedBeanDefinitionReader reader = new AnnotatedBeanDefinitionReader(context);
    Stream.of("Success", "Actuator", "Health", "Metrics")
        .map(name -> type(OURS + name + "AutoConfiguration"))
        .forEach(reader::register);
    InMemoryGeneratedFiles files = new InMemoryGeneratedFiles();
    DefaultGenerationContext generation =
        new DefaultGenerationContext(
            new ClassNameGenerator(ClassName.get("com.acme", "Service")), files);

    new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
    generation.writeGeneratedContent();

    assertThat(context.getBeanDefinitionNames())
        .contains("openAiErrorsEndpoint", "openAiErrorsInfo", "openAiErrorMetrics")
        .contains("openaierrorsHealthIndicator");
    RuntimeHints hints = generation.getRuntimeHints();
    assertThat(
            reflection()
                .onType(TypeReference.of(OURS + "AlertsEndpoint$State"))
                .withAnyMemberCategory(
                    MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                    MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS))
        .accepts(hints);
    TypeHint state =
        hints
            .reflection()
            .typeHints()
            .filter(hint -> hint.getType().getName().equals(OURS + "AlertsEndpoint$State"))
            .findFirst()
            .orElseThrow();
    assertThat(state.methods())
        .extracting(ExecutableHint::getName)
        .contains("errors", "samples", "open", "destinations", "muted");
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException absent) {
      throw new IllegalStateException(absent);
    }
  }
}

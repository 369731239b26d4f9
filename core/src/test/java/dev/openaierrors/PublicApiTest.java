package dev.openaierrors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.error.ErrorKind;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What users may rely on changes only on purpose.
 *
 * <p>{@code api.txt} lists every public type and its members. After a change that is meant, write
 * it anew with {@code mvn test -pl core -Dtest=PublicApiTest -Dapi.update} and commit it.
 */
class PublicApiTest {

  private static final Path LIST = Path.of("api.txt");

  @Test
  void isTheOneInApiTxt() throws Exception {
    List<String> api = publicApi();
    if (System.getProperty("api.update") != null) {
      Files.write(LIST, api);
    }
    assertThat(api)
        .as("api.txt; if the change is meant: mvn test -pl core -Dtest=PublicApiTest -Dapi.update")
        .containsExactlyElementsOf(Files.readAllLines(LIST));
  }

  private static List<String> publicApi() throws Exception {
    List<String> lines = new ArrayList<>();
    for (Class<?> type : types()) {
      if (isPublic(type)) {
        lines.add(header(type));
        lines.addAll(members(type));
      }
    }
    return lines;
  }

  private static List<Class<?>> types() throws IOException, URISyntaxException {
    Path root =
        Path.of(ErrorKind.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(
              file ->
                  root.relativize(file)
                      .toString()
                      .replace(root.getFileSystem().getSeparator(), "."))
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          // Public to our own packages only.
          .filter(name -> !name.startsWith("dev.openaierrors.internal."))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .sorted()
          .<Class<?>>map(PublicApiTest::load)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PublicApiTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return isOffered(type.getModifiers())
        && !type.isAnonymousClass()
        && (outer == null || isPublic(outer));
  }

  private static boolean isOffered(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String header(Class<?> type) {
    String kind =
        type.isEnum()
            ? "enum"
            : type.isRecord() ? "record" : type.isInterface() ? "interface" : "class";
    boolean isFinal = Modifier.isFinal(type.getModifiers()) && kind.equals("class");
    Stream<String> parents =
        Stream.concat(
                Stream.ofNullable(type.getGenericSuperclass()),
                Arrays.stream(type.getGenericInterfaces()))
            .map(parent -> parent.getTypeName())
            .filter(parent -> !parent.matches("java\\.lang\\.(Object|Record|Enum<.*)"));
    String above = parents.collect(Collectors.joining(", "));
    return (isFinal ? "final " : "")
        + kind
        + " "
        + type.getName()
        + (above.isEmpty() ? "" : " : " + above);
  }

  private static List<String> members(Class<?> type) {
    List<String> lines = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (isOffered(field)) {
        lines.add("  " + modifiers(field) + name(field.getAnnotatedType()) + " " + field.getName());
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isOffered(constructor)) {
        lines.add("  new" + parameters(constructor));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isOffered(method) && !method.isBridge()) {
        lines.add(
            "  "
                + modifiers(method)
                + name(method.getAnnotatedReturnType())
                + " "
                + method.getName()
                + parameters(method));
      }
    }
    Collections.sort(lines);
    return lines;
  }

  private static boolean isOffered(Member member) {
    return isOffered(member.getModifiers()) && !member.isSynthetic();
  }

  private static String modifiers(Member member) {
    String kept = Modifier.isProtected(member.getModifiers()) ? "protected " : "";
    return Modifier.isStatic(member.getModifiers()) ? kept + "static " : kept;
  }

  private static String parameters(Executable executable) {
    // Of a record that a newer javac compiled, JDK 17 loses type arguments here; components tell.
    Stream<AnnotatedType> types =
        isCanonical(executable)
            ? Arrays.stream(executable.getDeclaringClass().getRecordComponents())
                .map(RecordComponent::getAnnotatedType)
            : Arrays.stream(executable.getParameters()).map(Parameter::getAnnotatedType);
    return types.map(PublicApiTest::name).collect(Collectors.joining(", ", "(", ")"));
  }

  private static boolean isCanonical(Executable executable) {
    Class<?> type = executable.getDeclaringClass();
    return type.isRecord()
        && executable instanceof Constructor<?>
        && Arrays.equals(
            executable.getParameterTypes(),
            Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray());
  }

  private static String name(AnnotatedType type) {
    return (isNullable(type) ? "@Nullable " : "") + type.getType().getTypeName();
  }

  private static boolean isNullable(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class);
  }
}

package dev.openaierrors.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.plugin.SinkSettings;
import java.lang.reflect.Method;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryDestinationTest {

  /** Joran looks for a method of this name. */
  @ParameterizedTest
  @EnumSource
  void isAnElementOfTheAppender(SinkSettings.Type type) {
    String element = type.element();
    String adder = "add" + element.substring(0, 1).toUpperCase(Locale.ROOT) + element.substring(1);
    assertThat(OpenAiErrorAppender.class.getMethods()).extracting(Method::getName).contains(adder);
  }
}

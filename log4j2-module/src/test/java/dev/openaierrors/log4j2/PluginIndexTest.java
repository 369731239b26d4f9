package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.processor.PluginCache;
import org.apache.logging.log4j.core.config.plugins.processor.PluginEntry;
import org.apache.logging.log4j.core.config.plugins.processor.PluginProcessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is beside our classes and without which Log4j, or GraalVM, would not find them. */
class PluginIndexTest {

  private static final String METADATA =
      "META-INF/native-image/log4j-generated/dev.openaierrors/openai-errors-log4j2/"
          + "reflect-config.json";

  @ParameterizedTest
  @ValueSource(
      classes = {
        OpenAiErrorAppender.class,
        OpenAiErrorRewritePolicy.class,
        OpenAiErrorFilter.class
      })
  void holdsOurPlugins(Class<?> plugin) throws Exception {
    String element = plugin.getAnnotation(Plugin.class).name().toLowerCase(Locale.ROOT);
    PluginCache index = new PluginCache();
    index.loadCacheFiles(
        Collections.enumeration(
            List.of(classes().resolve(PluginProcessor.PLUGIN_CACHE_FILE).toURL())));
    PluginEntry entry = Objects.requireNonNull(index.getCategory("Core").get(element), element);
    assertThat(entry.getClassName()).isEqualTo(plugin.getName());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OpenAiErrorAppender.class,
        OpenAiErrorRewritePolicy.class,
        OpenAiErrorFilter.class,
        SettingsElement.class,
        SettingsVisitor.class
      })
  void tellsGraalVmOfThem(Class<?> type) throws Exception {
    JsonNode types;
    try (InputStream json = classes().resolve(METADATA).toURL().openStream()) {
      types = new ObjectMapper().readTree(json);
    }
    assertThat(types.findValuesAsText("name")).contains(type.getName());
  }

  private static URI classes() throws Exception {
    return OpenAiErrorAppender.class.getProtectionDomain().getCodeSource().getLocation().toURI();
  }
}

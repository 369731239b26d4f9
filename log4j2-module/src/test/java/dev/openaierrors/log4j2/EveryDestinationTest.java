package dev.openaierrors.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.plugin.SinkSettings;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.config.plugins.util.PluginManager;
import org.apache.logging.log4j.core.config.plugins.util.PluginType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryDestinationTest {

  @ParameterizedTest
  @EnumSource
  void isAnElementOfTheAppender(SinkSettings.Type type) {
    PluginManager plugins = new PluginManager(Core.CATEGORY_NAME);
    plugins.collectPlugins();
    PluginType<?> plugin = plugins.getPluginType(type.element());
    assertThat(plugin).as(type.element()).isNotNull();
    assertThat(SinkElement.class).isAssignableFrom(plugin.getPluginClass());
  }
}

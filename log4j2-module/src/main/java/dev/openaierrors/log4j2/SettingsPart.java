package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.Settings;

/** An element inside of {@link OpenAiErrorAppender}, once it is built. */
interface SettingsPart {

  /**
   * Adds it to the appender's settings.
   *
   * @param element what the element is called, in any case
   */
  void addTo(Settings appender, String element);
}

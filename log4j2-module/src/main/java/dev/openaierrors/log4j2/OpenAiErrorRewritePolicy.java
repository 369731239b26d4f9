package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.PipelineSettings;
import dev.openaierrors.plugin.Preparation;
import dev.openaierrors.plugin.Settings;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.rewrite.RewritePolicy;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;

/**
 * Adds to the context data of the events that carry an OpenAI error what it is, for those who have
 * a {@code <Rewrite>} appender already; others use {@link OpenAiErrorAppender}.
 *
 * <pre>{@code
 * <Rewrite name="OPENAI">
 *   <OpenAiErrorRewritePolicy fields="kind, retryable, fix"/>
 *   <AppenderRef ref="Console"/>
 * </Rewrite>
 * }</pre>
 *
 * <p>Settings are those of the appender. An event without an OpenAI error is passed on as the very
 * same object. A mistake in the settings is an ERROR of Log4j's status logger and never costs an
 * event.
 */
@Plugin(
    name = "OpenAiErrorRewritePolicy",
    category = Core.CATEGORY_NAME,
    elementType = "rewritePolicy",
    printObject = true)
public final class OpenAiErrorRewritePolicy implements RewritePolicy {

  private static final String ELEMENT = "<OpenAiErrorRewritePolicy>";

  private final Enricher enricher;

  private OpenAiErrorRewritePolicy(Enricher enricher) {
    this.enricher = enricher;
  }

  /** A policy with these settings; never fails. */
  @PluginFactory
  public static OpenAiErrorRewritePolicy create(@ElementSettings Settings settings) {
    // Nobody tells a policy that it stops; the wait is short.
    Preparation.begin(Log4jHost.ONE_THREAD);
    return new OpenAiErrorRewritePolicy(
        new Enricher(PipelineSettings.ofEnrichment(settings, ELEMENT, Log4jHost.INSTANCE)));
  }

  @Override
  public LogEvent rewrite(LogEvent source) {
    return enricher.enrich(source);
  }

  @Override
  public String toString() {
    return ELEMENT;
  }
}

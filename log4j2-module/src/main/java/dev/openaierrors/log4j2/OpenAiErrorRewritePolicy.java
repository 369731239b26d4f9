package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.PipelineSettings;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.rewrite.RewritePolicy;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderFactory;
import org.apache.logging.log4j.core.config.plugins.PluginNode;
import org.jspecify.annotations.Nullable;

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

  /** A builder without settings. */
  @PluginBuilderFactory
  public static Builder newBuilder() {
    return new Builder();
  }

  @Override
  public LogEvent rewrite(LogEvent source) {
    return enricher.enrich(source);
  }

  @Override
  public String toString() {
    return ELEMENT;
  }

  /** Takes the settings as text; {@link #build()} reads them and never fails. */
  public static final class Builder
      implements org.apache.logging.log4j.core.util.Builder<OpenAiErrorRewritePolicy> {

    @PluginBuilderAttribute private @Nullable String fields;
    @PluginBuilderAttribute private @Nullable String level;
    @PluginBuilderAttribute private @Nullable String providers;
    @PluginNode private @Nullable Node node;

    private Builder() {}

    /** Fields to write, such as {@code kind, retryable, fix}; all by default. */
    public Builder setFields(@Nullable String fields) {
      this.fields = fields;
      return this;
    }

    /** Least level of the events that are looked at; {@code INFO} by default. */
    public Builder setLevel(@Nullable String level) {
      this.level = level;
      return this;
    }

    /** Providers whose errors count, such as {@code openai, azure}; all by default. */
    public Builder setProviders(@Nullable String providers) {
      this.providers = providers;
      return this;
    }

    @Override
    public OpenAiErrorRewritePolicy build() {
      UnknownSettings.report(node, ELEMENT, PipelineSettings.NAMES);
      return new OpenAiErrorRewritePolicy(new Enricher(fields, level, providers));
    }
  }
}

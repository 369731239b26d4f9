package dev.openaierrors.spring;

import dev.openaierrors.alert.OpenAiAlerts;
import dev.openaierrors.error.Provider;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.model.observation.ModelObservationContext;

/** Tells alerts of a call of Spring AI's that OpenAI or Azure OpenAI has answered. */
final class SpringAiSuccess implements ObservationHandler<ModelObservationContext<?, ?>> {

  private static final String MODEL = "gen_ai.response.model";

  SpringAiSuccess() {}

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof ModelObservationContext;
  }

  /** Never throws, which would reach the caller of the model. */
  @Override
  public void onStop(ModelObservationContext<?, ?> context) {
    if (context.getError() != null || context.getResponse() == null) {
      return;
    }
    Provider provider = provider(context.getOperationMetadata().provider());
    if (provider != null) {
      OpenAiAlerts.success(provider, model(context));
    }
  }

  private static @Nullable Provider provider(@Nullable String name) {
    String word = name == null ? "" : name.toLowerCase(Locale.ROOT);
    if (word.contains("azure")) {
      return Provider.AZURE;
    }
    return word.startsWith("openai") ? Provider.OPENAI : null;
  }

  private static @Nullable String model(Observation.Context context) {
    KeyValue model = context.getLowCardinalityKeyValue(MODEL);
    return model == null || model.getValue().equals(KeyValue.NONE_VALUE) ? null : model.getValue();
  }
}

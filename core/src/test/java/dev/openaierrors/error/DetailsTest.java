package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailsTest {

  @ParameterizedTest
  @CsvSource({
    "Rate limit reached for gpt-4o in organization x, gpt-4o",
    "Rate limit reached for model `gpt-4o-mini-2024-07-18` in x, gpt-4o-mini-2024-07-18",
    "Call to model gpt-5.4-mini failed, gpt-5.4-mini",
    "Could not embed with model 'text-embedding-3-large' now, text-embedding-3-large",
    "Rate limit reached for default-gpt-3.5-turbo in organization x, default-gpt-3.5-turbo",
    "Request too large for gpt-4.1 in organization x, gpt-4.1",
    "The model `gpt-9` does not exist, gpt-9",
    "The model: `gpt-9` does not exist, gpt-9",
    "does not have access to model `gpt-5.1`, gpt-5.1",
    "must be verified to use the model `o3`., o3",
    "'{\"model\":\"ft:gpt-4o-mini:acme::a1b2\"}', ft:gpt-4o-mini:acme::a1b2",
    "'{\"model\": \"meta-llama/Llama-3-70B\"}', meta-llama/Llama-3-70B",
    "'{''model'': ''gpt-4o''}', gpt-4o",
    "/openai/deployments/chat-prod/chat/completions, chat-prod",
    "the model is overloaded,",
    "The model produced invalid content,",
    "nothing,"
  })
  void readsTheModel(String text, @Nullable String model) {
    assertThat(in(text).model(0)).isEqualTo(model);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "Unsupported parameter: 'max_tokens' is not supported with this model.| max_tokens",
        "400: Missing required parameter: 'messages[0].content'.| messages[0].content",
        "Unrecognized request argument supplied: functions| functions",
        "Unsupported value: 'temperature' does not support 0.2 with this model| temperature",
        "Invalid type for 'tools[0].function': expected an object| tools[0].function",
        "Invalid 'input[3]': string too long.| input[3]",
        "Invalid parameter: messages with role 'tool' must follow|",
        "BadRequestError: param=tools.0, code=None| tools.0",
        "nothing|"
      },
      delimiter = '|')
  void readsTheParameter(String text, @Nullable String param) {
    assertThat(in(text).param(true)).isEqualTo(param);
  }

  @ParameterizedTest
  @CsvSource({
    "on requests per min (RPM): Limit 3, rpm",
    "on requests per day (RPD): Limit 200, rpd",
    "on tokens per min (TPM): Limit 30000, tpm",
    "on tokens per day (TPD): Limit 1, tpd",
    "on input-images per min (IPM): Limit 5, ipm",
    "on tokens per min. Limit: 1, tpm",
    "have exceeded token rate limit of your current, tpm",
    "have exceeded call rate limit of your current, rpm",
    "Enqueued token limit reached for gpt-4o, enqueued_tokens",
    "something else,"
  })
  void readsWhichLimitWasHit(String text, @Nullable String limit) {
    Limit found = in(text).limit();
    assertThat(found == null ? null : found.id()).isEqualTo(limit);
  }

  @ParameterizedTest
  @CsvSource({
    "include the request ID req_0123456789abcdef0123456789abcdef in, req_0123456789abcdef0123456789abcdef",
    "(request id: 0123456789abcdef0123456789abcdef), 0123456789abcdef0123456789abcdef",
    "x-request-id: 4bf92f35-77b3-4da6-a3ce-929d0e0e4736, 4bf92f35-77b3-4da6-a3ce-929d0e0e4736",
    "request_id=5f1c2d3e4a5b, 5f1c2d3e4a5b",
    "'{\"request_id\":\"5f1c2d3e4a5b\"}', 5f1c2d3e4a5b",
    "request id of somebody,",
    "batch_req_1,",
    "req_1,"
  })
  void readsTheIdOfTheRequest(String text, @Nullable String id) {
    assertThat(in(text).requestId()).isEqualTo(id);
  }

  private static Details in(String text) {
    return new Details(PhraseMatches.in(Text.of(text)));
  }
}

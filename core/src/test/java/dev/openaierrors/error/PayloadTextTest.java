package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payload is read where it stands in the event, whose other readers must not see it change. */
class PayloadTextTest {

  private static final String LEAD = "call failed: ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'message': 'no such key', 'param': None, 'code': 'invalid_api_key'} None",
        "{:message=>\"no such key\", :param=>nil, :code=>\"invalid_api_key\"} nil",
        "{\\\"message\\\":\\\"no\\n such key\\\",\\\"param\\\":null,\\\"code\\\":\\\"invalid_api_key\\\"}",
        "{\"message\": \"no such key\", \"param\": null, \"code\": \"invalid_api_key\"} None"
      })
  void leavesTheEventAsItIs(String payload) {
    Text text = Text.of(LEAD + payload);
    int key = text.indexOf("message", 0, text.length());
    Payload first = PayloadReader.around(text, key, PayloadReader.MAX_EXTENT);
    assertThat(text.substring(0, text.length())).isEqualTo(LEAD + payload);
    assertThat(PayloadReader.around(text, key, PayloadReader.MAX_EXTENT)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40})
  void readsTheSameWhereverItStands(int before) {
    String payload = "{'message': 'no such key', 'param': None, 'code': 'invalid_api_key'}";
    Text text = Text.of("x".repeat(before) + payload + " and {'code': 'other'}");
    Payload read = PayloadReader.around(text, before + 2, PayloadReader.MAX_EXTENT);
    assertThat(read.code()).isEqualTo("invalid_api_key");
    assertThat(read.message()).isEqualTo("no such key");
    assertThat(read.param()).isNull();
  }
}

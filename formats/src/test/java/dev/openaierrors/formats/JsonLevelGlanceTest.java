package dev.openaierrors.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is below INFO is told by a glance at the line, where that is certain. */
class JsonLevelGlanceTest {

  private static final String TIME = "{'@timestamp':'2026-03-02T09:15:00.100Z',";

  @ParameterizedTest
  @ValueSource(
      strings = {
        TIME + "'level':'DEBUG','message':'asked OpenAI'}",
        TIME + "'log.level':'TRACE','message':'asked OpenAI'}",
        TIME + "'log':{'level':'DEBUG','logger':'com.shop.Ask'},'message':'asked OpenAI'}",
        TIME + "'log':{'level':'TRACE'},'message':'asked OpenAI'}",
        TIME + "'message':'asked OpenAI','log':{'level':'DEBUG','logger':'com.shop.Ask'}}",
        TIME + "'service':{'name':'shop'},'log':{'level':'DEBUG'},'message':'log: {}'}"
      })
  void isSeenWhereTheLevelIsTheOnlyOne(String line) {
    assertThat(saysBelowInfo(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TIME + "'log':{'level':'INFO','logger':'com.shop.Ask'},'message':'asked OpenAI'}",
        TIME + "'log':{'level':'DEBUG'},'level':'ERROR','message':'asked OpenAI'}",
        TIME + "'log':{'level':'DEBUG'},'severity':'ERROR','message':'asked OpenAI'}",
        TIME + "'lvl':'ERROR','log':{'level':'DEBUG'},'message':'asked OpenAI'}",
        TIME + "'level':'ERROR','message':'no','request':{'log':{'level':'DEBUG'}}}",
        TIME + "'severity':'ERROR','settings':{'log':{'level':'DEBUG'}},'message':'no'}",
        TIME + "'settings':{'log':{'level':'DEBUG'}},'message':'asked OpenAI'}",
        TIME + "'log':{'level':'DEBUG'},'message':'asked OpenAI, and the line is cu",
        "{'message':'asked OpenAI','log':{'level':'DEBUG'}}"
      })
  void isNotSeenWhereAnotherMayCount(String line) {
    assertThat(saysBelowInfo(line)).isFalse();
  }

  private static boolean saysBelowInfo(String line) {
    byte[] bytes = line.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return JsonLevelGlance.saysBelowInfo(bytes, 0, bytes.length);
  }
}

package dev.openaierrors.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is wrong with a property, the service starts, its errors are enriched, and the mistake
 * is one sentence with the word that was meant.
 */
class WrongPropertyTest {

  private static final String QUOTA =
      "429 You exceeded your current quota, please check your plan and billing details. (from"
          + " https://api.openai.com/v1)";

  /** Each with pieces of the one sentence about it. */
  private static final Map<String, List<String>> MISTAKES =
      Map.ofEntries(
          Map.entry("sevice=chat", List.of("'sevice'", "did you mean 'service'?")),
          Map.entry("patern=off", List.of("'patern'", "did you mean 'pattern'?")),
          Map.entry("enabld=false", List.of("'enabld'", "did you mean 'enabled'?")),
          Map.entry("logers=com.acme", List.of("'logers'", "did you mean 'loggers'?")),
          Map.entry("level=LOUD", List.of("level: 'LOUD' is no level")),
          Map.entry("providers=opnai,openai", List.of("'opnai'", "did you mean 'openai'?")),
          Map.entry("fields=kind,retriable", List.of("'retriable'", "did you mean 'retryable'?")),
          Map.entry("zone=Europe/Berlim", List.of("zone: 'Europe/Berlim'")),
          Map.entry("max-keys=many", List.of("max-keys: 'many'")),
          Map.entry("samples=onn", List.of("samples: 'onn' is neither on nor off")),
          Map.entry("alert.quota.quite=1h", List.of("alert 'quota': 'quite'", "'quiet'?")),
          Map.entry("alert.quota.repeat=2 parsecs", List.of("alert 'quota': repeat: '2 parsecs'")),
          Map.entry("alert.outage.severity=criticl", List.of("'criticl'", "'critical'?")),
          Map.entry("alert.mine.kinds=server_eror", List.of("'server_eror'", "'server_error'?")),
          Map.entry("alert=quota", List.of("'alert'", "such as alert.quota.enabled")),
          Map.entry("pager-duty=on", List.of("'pager-duty'", "such as pager-duty.routing-key")),
          Map.entry("slak.url=http://127.0.0.1:9", List.of("'slak'", "did you mean 'slack'?")),
          Map.entry("webhook.urll=http://127.0.0.1:9", List.of("'urll'", "did you mean 'url'?")),
          Map.entry("alertmanager.url=nowhere", List.of("alertmanager: url:")));

  @ParameterizedTest
  @EnumSource
  void isOneSentenceWithTheWordThatWasMeant(Framework framework) {
    String[] properties =
        MISTAKES.keySet().stream().map(it -> "--openai.errors." + it).toArray(String[]::new);
    try (Service service = Service.starting(framework).with(properties).start()) {
      framework.error(QUOTA, Map.of());
      assertThat(service.lines()).anyMatch(line -> line.contains("insufficient_quota"));
      MISTAKES.forEach(
          (mistake, pieces) ->
              assertThat(framework.sentences())
                  .as(mistake)
                  .filteredOn(it -> pieces.stream().allMatch(it::contains))
                  .hasSize(1));
    }
  }

  /** What is not of the form of a property at all. */
  @ParameterizedTest
  @EnumSource
  void keepsNothingFromBeingEnriched(Framework framework) {
    Map<String, String> mistakes =
        Map.of(
            "--openai.errors=quota", "openai.errors: is no setting",
            "--openai.errors.service=${openai.errors.service}", "openai.errors.service: cannot be",
            "--openai.errors.enabled=flase", "enabled: 'flase' is neither true nor false",
            "--openai.errors.pattern=onn", "pattern: 'onn' is neither true nor false");
    mistakes.forEach(
        (mistake, piece) -> {
          try (Service service = Service.starting(framework).with(mistake).start()) {
            framework.error(QUOTA, Map.of());
            assertThat(service.lines())
                .as(mistake)
                .anyMatch(line -> line.contains("[insufficient_quota retryable=false]"));
            assertThat(framework.sentences())
                .as(mistake)
                .singleElement()
                .asString()
                .contains(piece);
          }
        });
  }

  /** Above all none that keeps data where the user wants it. */
  @ParameterizedTest
  @EnumSource
  void costsNoOtherProperty(Framework framework) {
    for (String name : List.of("labels.team", "alert.quota.when", "slack.channel")) {
      String mistake = "--openai.errors.%s=${openai.errors.%s}".formatted(name, name);
      String[] fields = {mistake, "--openai.errors.fields=kind"};
      try (Service service = Service.starting(framework).with(fields).start()) {
        framework.error(QUOTA, Map.of());
        assertThat(service.lines())
            .as(mistake)
            .anyMatch(line -> line.contains("[insufficient_quota retryable=]"));
        assertThat(framework.sentences())
            .as(mistake)
            .singleElement()
            .asString()
            .contains("openai.errors." + name + ": cannot be read");
      }
      String[] off = {mistake, "--openai.errors.samples=off", "--openai.errors.enabled=false"};
      isNotEnriched(framework, off);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePrefixAloneSwitchesItOffBesideAnotherProperty(Framework framework) {
    isNotEnriched(framework, "--openai.errors=off", "--openai.errors.samples=off");
  }

  private static void isNotEnriched(Framework framework, String... properties) {
    try (Service service = Service.starting(framework).with(properties).start()) {
      framework.error(QUOTA, Map.of());
      assertThat(service.lines())
          .anyMatch(line -> line.contains("exceeded your current quota"))
          .noneMatch(line -> line.contains("insufficient_quota"));
    }
  }
}

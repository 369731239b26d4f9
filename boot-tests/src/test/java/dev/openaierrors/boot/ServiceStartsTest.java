package dev.openaierrors.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What keeps no service from starting, and what does. */
class ServiceStartsTest {

  private static final String QUOTA =
      "429 You exceeded your current quota, please check your plan and billing details. (type:"
          + " insufficient_quota, code: insufficient_quota) from https://api.openai.com/v1";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void withTheDocumentedAlertsAndNoVariableSet(Framework framework) throws Exception {
    try (Service service =
        Service.start(framework, folder, Configurations.withDestinations(framework))) {
      framework.error(QUOTA, Map.of());
      assertThat(service.lines()).anyMatch(line -> line.contains("exceeded your current quota"));
      assertThat(framework.sentences()).anyMatch(it -> it.contains("SLACK_WEBHOOK_URL"));
    }
  }

  @ParameterizedTest
  @MethodSource
  void withTheConfigurationsForSpringBoot(String configuration) throws Exception {
    try (Service service =
        Service.start(
            Framework.LOGBACK,
            folder,
            configuration,
            "--" + Configurations.advisedProperty(),
            "--logging.structured.format.console=ecs")) {
      Framework.LOGBACK.error(QUOTA, Map.of());
      assertThat(service.lines())
          .filteredOn(line -> line.contains("exceeded your current quota"))
          .filteredOn(line -> !line.contains("FIRING"))
          .singleElement()
          .asString()
          .containsAnyOf("[insufficient_quota]", "\"kind\":\"insufficient_quota\"");
      assertThat(Framework.LOGBACK.sentences()).isEmpty();
    }
  }

  @Test
  void withAStatusListener() throws Exception {
    try (Service service =
        Service.start(Framework.LOGBACK, folder, Configurations.withStatusListener())) {
      assertThat(service.lines())
          .anyMatch(line -> line.contains("openai-errors: slack: url: is missing"));
    }
  }

  static Set<String> withTheConfigurationsForSpringBoot() throws Exception {
    return Configurations.forSpringBoot();
  }

  @ParameterizedTest
  @EnumSource
  void withDestinationsThatAreEmptyUnsetOrWrong(Framework framework) throws Exception {
    String logback =
        """
        <slack> <url>${NO_SUCH_VARIABLE}</url> </slack>
        <slack> <url>${NO_SUCH_VARIABLE:-}</url> </slack>
        <slack> <minSeverity>warning</minSeverity> </slack>
        <pagerDuty> <routingKey>${NO_SUCH_VARIABLE}</routingKey> </pagerDuty>
        <pagerDuty> <routingKey> </routingKey> </pagerDuty>
        <alertmanager> <url>${NO_SUCH_VARIABLE:-not-an-address}</url> </alertmanager>
        <webhook> <url>https://127.0.0.1:1/</url> <header>${NO_SUCH_VARIABLE:-}</header> </webhook>
        <webhook> <url>https://127.0.0.1:1/</url>
          <header>Authorization: Bearer ${NO_SUCH_VARIABLE}</header> </webhook>
        <stateFile>/proc/no/such/place/${NO_SUCH_VARIABLE}</stateFile>
        <jmx>true</jmx>
        """;
    String log4j2 =
        """
        <Slack url="${env:NO_SUCH_VARIABLE}"/>
        <Slack url="${env:NO_SUCH_VARIABLE:-}"/>
        <Slack minSeverity="warning"/>
        <PagerDuty routingKey="${env:NO_SUCH_VARIABLE}"/>
        <PagerDuty routingKey=" "/>
        <Alertmanager url="${env:NO_SUCH_VARIABLE:-not-an-address}"/>
        <Webhook url="https://127.0.0.1:1/" header="${env:NO_SUCH_VARIABLE:-}"/>
        <Webhook url="https://127.0.0.1:1/" header="Authorization: Bearer ${env:NO_SUCH_VARIABLE}"/>
        """;
    String configuration = Configurations.with(framework, logback, log4j2);
    try (Service service = Service.start(framework, folder, configuration)) {
      framework.error(QUOTA, Map.of());
      assertThat(service.lines())
          .anyMatch(line -> line.startsWith("ERROR") && line.endsWith("[insufficient_quota]"));
      assertThat(framework.sentences()).noneMatch(sentence -> sentence.startsWith("ERROR"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void withNumbersAndDurationsOutOfTheirRange(Framework framework) throws Exception {
    String logback =
        """
        <maxKeys>0</maxKeys>
        <alert> <name>quota</name> <quiet>-5m</quiet> </alert>
        <alert> <name>outage</name> <repeat>9999999h</repeat> <when>0 in 5m</when> </alert>
        """;
    String log4j2 =
        """
        <Alert name="quota" quiet="-5m"/>
        <Alert name="outage" repeat="9999999h" when="0 in 5m"/>
        """;
    String configuration = Configurations.with(framework, logback, log4j2);
    try (Service service = Service.start(framework, folder, configuration)) {
      framework.error(QUOTA, Map.of());
      assertThat(service.lines())
          .anyMatch(line -> line.startsWith("ERROR") && line.endsWith("[insufficient_quota]"));
      assertThat(framework.sentences())
          .anyMatch(sentence -> sentence.contains("repeat: '9999999h' is too long"))
          .noneMatch(sentence -> sentence.startsWith("ERROR"));
    }
  }

  /** So that the tests above can fail: Spring Boot looks, and a misspelt word is an error. */
  @Test
  void notWithAMisspeltWord() {
    String configuration =
        Configurations.with(Framework.LOGBACK, "<levle>INFO</levle><level>LOUD</level>", "");
    assertThatThrownBy(() -> Service.start(Framework.LOGBACK, folder, configuration).close())
        .hasStackTraceContaining("did you mean 'level'?")
        .hasStackTraceContaining("'LOUD' is no level");
  }
}

package dev.openaierrors.analyzer.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openaierrors.alert.AlertRule;
import dev.openaierrors.alert.DefaultRules;
import dev.openaierrors.alert.Severity;
import dev.openaierrors.alert.When;
import dev.openaierrors.error.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesFileTest {

  private static final String LOGBACK =
      """
      <configuration>
        <property name="QUIET" value="20m"/>
        <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender"/>
        <appender name="OPENAI" class="dev.openaierrors.logback.OpenAiErrorAppender">
          <appender-ref ref="CONSOLE"/>
          <fields>kind, retryable</fields>
          <service>chat-api</service>
          <environment>${DEPLOY_ENV:-dev}</environment>
          <runbook>https://wiki.acme.com/{rule}?a=b&amp;c={kind}</runbook>
          <alert>
            <name>quota</name> <when>5 in 10m over 2 minutes</when> <quiet>${QUIET}</quiet>
          </alert>
          <alert>
            <name>mine</name> <kinds>timeout</kinds> <when>2 in 1m</when>
            <severity>critical</severity>
          </alert>
          <alert> <name>outage</name> <enabled>false</enabled> </alert>
          <label> <name>team</name> <value>payments</value> </label>
          <slack> <url>${SLACK_WEBHOOK_URL}</url> </slack>
        </appender>
        <root level="INFO"><appender-ref ref="OPENAI"/></root>
      </configuration>
      """;

  private static final String LOG4J2 =
      """
      <Configuration>
        <Properties><Property name="QUIET">20m</Property></Properties>
        <Appenders>
          <Console name="Console"/>
          <OpenAiErrors name="OPENAI" service="chat-api" environment="${env:DEPLOY_ENV:-dev}"
                        runbook="https://wiki.acme.com/{rule}?a=b&amp;c={kind}">
            <AppenderRef ref="Console"/>
            <Alert name="quota" when="5 in 10m over 2 minutes" quiet="${QUIET}"/>
            <Alert name="mine" kinds="timeout" when="2 in 1m" severity="critical"/>
            <Alert name="outage" enabled="false"/>
            <Label name="team" value="payments"/>
            <Slack url="${env:SLACK_WEBHOOK_URL}"/>
          </OpenAiErrors>
        </Appenders>
        <Loggers><Root level="INFO"><AppenderRef ref="OPENAI"/></Root></Loggers>
      </Configuration>
      """;

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private Rules read(String xml) throws IOException, RulesException {
    Path file = Files.writeString(folder.resolve("log.xml"), xml);
    return RulesFile.read(file, environment::get);
  }

  private static AlertRule rule(Rules rules, String name) {
    return Objects.requireNonNull(rules.rules().rule(name), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {LOGBACK, LOG4J2})
  void rulesOfBothFrameworksMeanTheSame(String xml) throws Exception {
    environment.put("DEPLOY_ENV", "prod");
    Rules rules = read(xml);
    assertThat(rules.problems()).isEmpty();
    assertThat(rules.origin().service()).isEqualTo("chat-api");
    assertThat(rules.origin().environment()).isEqualTo("prod");
    assertThat(rules.origin().labels()).isEqualTo(Map.of("team", "payments"));
    AlertRule quota = rule(rules, "quota");
    assertThat(quota.when()).isEqualTo(When.parse("5 in 10m over 2 minutes"));
    assertThat(quota.quiet().period()).isEqualTo(Duration.ofMinutes(20));
    assertThat(quota.severity()).isEqualTo(Severity.CRITICAL);
    AlertRule mine = rule(rules, "mine");
    assertThat(mine.kinds()).containsExactly(ErrorKind.TIMEOUT);
    assertThat(mine.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(rules.rules().rule("outage")).isNull();
    assertThat(mine.text().runbook())
        .hasToString("https://wiki.acme.com/{rule}?a=b&c={kind}")
        .isEqualTo(quota.text().runbook());
    assertThat(rules.rules().rules()).hasSize(DefaultRules.all().size());
  }

  @Test
  void anAppenderThatSaysNothingOfAlertsHasTheDefaultRules() throws Exception {
    Rules rules =
        read("<Configuration><Appenders><OpenAiErrors name='a'/></Appenders></Configuration>");
    assertThat(rules.rules().rules()).isEqualTo(DefaultRules.all());
    assertThat(rules.problems()).isEmpty();
  }

  @Test
  void springProfilesAndStrictXmlAreLookedInto() throws Exception {
    assertThat(
            read("<configuration><springProfile name='prod'>"
                    + "<appender class='dev.openaierrors.logback.OpenAiErrorAppender'>"
                    + "<service>boot</service></appender></springProfile></configuration>")
                .origin()
                .service())
        .isEqualTo("boot");
    assertThat(
            read("<Configuration><Appenders><Appender type='OpenAiErrors' service='strict'/>"
                    + "</Appenders></Configuration>")
                .origin()
                .service())
        .isEqualTo("strict");
  }

  @Test
  void aVariableWithoutAValueIsReported() throws Exception {
    Rules rules =
        read(
            "<Configuration><OpenAiErrors service='${env:APP}'>"
                + "<Alert name='quota' quiet='${spring:quiet}'/></OpenAiErrors></Configuration>");
    assertThat(rules.problems()).anyMatch(problem -> problem.startsWith("${env:APP} has no value"));
    assertThat(rules.problems()).anyMatch(problem -> problem.contains("${spring:quiet}"));
  }

  @Test
  void variablesThatReferToThemselvesEnd() throws Exception {
    Rules rules =
        read(
            "<configuration><property name='A' value='${B}'/><property name='B' value='${A}'/>"
                + "<appender class='dev.openaierrors.logback.OpenAiErrorAppender'>"
                + "<service>${A}</service></appender></configuration>");
    assertThat(rules.problems()).anyMatch(problem -> problem.contains("refers to itself"));
  }

  @Test
  void aMistakeInARuleGetsTheSentenceThatThePluginsHave() throws Exception {
    Rules rules =
        read(
            "<Configuration><OpenAiErrors><Alert name='quota' when='often' color='red'/>"
                + "</OpenAiErrors></Configuration>");
    assertThat(rules.problems())
        .anyMatch(problem -> problem.startsWith("alert 'quota': when: "))
        .anyMatch(problem -> problem.contains("'color'"));
  }

  @Test
  void aFileWithoutOurAppenderGivesNoRules() {
    assertThatThrownBy(() -> read("<configuration/>"))
        .isInstanceOf(RulesException.class)
        .hasMessageContaining("no appender of ours");
    assertThatThrownBy(() -> read("<Configuration><OpenAiErrors alerts='off'/></Configuration>"))
        .hasMessageContaining("switched off");
  }

  @Test
  void whatIsNoXmlIsToldWithItsLine() {
    assertThatThrownBy(() -> read("<configuration>\n<appender"))
        .isInstanceOf(RulesException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void noOtherFileIsOpened() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "do not read");
    String doctype = "<!DOCTYPE c [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]>";
    assertThatThrownBy(
            () -> read(doctype + "<Configuration><OpenAiErrors service='&s;'/></Configuration>"))
        .isInstanceOf(RulesException.class)
        .hasMessageContaining("DOCTYPE");
    Rules rules =
        read(
            "<Configuration xmlns:xi='http://www.w3.org/2001/XInclude'><OpenAiErrors>"
                + "<service><xi:include href='"
                + secret.toUri()
                + "' parse='text'/></service>"
                + "</OpenAiErrors></Configuration>");
    assertThat(rules.origin().service()).isNull();
  }
}

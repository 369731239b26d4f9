package dev.openaierrors.delivery;

import static dev.openaierrors.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openaierrors.alert.Dimension;
import dev.openaierrors.error.ErrorKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person gets of a fleet behind two Alertmanagers that are a cluster: each pod posts to
 * both, and what they send is counted. All services live through the same half hour, in half a
 * minute. Skipped where there is no Alertmanager.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealAlertmanagerClusterTest {

  private static final String CONFIGURATION =
      """
      route:
        receiver: person
        group_by: [service, rule, provider, group]
        group_wait: 500ms
        group_interval: %ds
        repeat_interval: 1h
      inhibit_rules:
        - source_matchers: [severity="critical", service!="escalation-told-twice"]
          target_matchers: [severity="warning"]
          equal: [service, rule, provider, group]
      receivers:
        - name: person
          webhook_configs:
            - url: %s
              send_resolved: true
      """;

  /** Until all is over, in minutes of the pods. */
  private static final int HALF_AN_HOUR = 40;

  /** How long an incident goes on without a failure. */
  private static final int QUIET = 10;

  /** So long a post holds after that. */
  private static final double AFTER = 1.5;

  /** The last post and the next of Alertmanager's intervals, on a machine with much else to do. */
  private static final int LATE = 10;

  /** How often Alertmanager looks whether there is something new. */
  private static final int INTERVAL = 3;

  /** What a person got, and in which minute. */
  private record Notification(
      String service, String group, String status, List<String> severities, double minute) {

    @Override
    public String toString() {
      return "%s %s %s %s at %.1f".formatted(service, group, status, severities, minute);
    }
  }

  private final List<Notification> notifications = new CopyOnWriteArrayList<>();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final List<QuickService> services = new ArrayList<>();
  private final List<RealAlertmanager> alertmanagers = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile Instant begin = Instant.MAX;

  private QuickService service(String name, Dimension... groupBy) {
    QuickService service = new QuickService(name, groupBy);
    services.add(service);
    return service;
  }

  /** First what happens; what a perfect tool would tell of it is in the tests below. */
  private void write() {
    QuickService fleet = service("three-pods");
    fleet.pod("pod-a").timesOut(0, 12);
    fleet.pod("pod-b").timesOut(1, 12);
    fleet.pod("pod-c").timesOut(0, 11);

    QuickService deploy = service("rolling-deploy");
    deploy.pod("pod-a1", 0, 6).timesOut(0, 6);
    deploy.pod("pod-b1", 0, 8).timesOut(0, 8);
    deploy.pod("pod-c1", 0, 10).timesOut(0, 10);
    deploy.pod("pod-a2", 7, QuickService.FOREVER).timesOut(7, 18);
    deploy.pod("pod-b2", 9, QuickService.FOREVER).timesOut(9, 18);
    deploy.pod("pod-c2", 11, QuickService.FOREVER).timesOut(11, 18);

    QuickService cure = service("deploy-that-cures");
    cure.pod("pod-a1", 0, 6).timesOut(0, 6);
    cure.pod("pod-b1", 0, 8).timesOut(0, 8);
    cure.pod("pod-a2", 7, QuickService.FOREVER);
    cure.pod("pod-b2", 9, QuickService.FOREVER);

    for (String name : List.of("escalation", "escalation-told-twice")) {
      QuickService escalation = service(name);
      for (String pod : List.of("pod-a", "pod-b", "pod-c")) {
        escalation
            .pod(pod)
            .fails(0, 14, ErrorKind.SERVER_ERROR, "gpt-4o", "proj_a")
            .fails(7, 14, ErrorKind.SERVER_ERROR, "o3", "proj_a");
      }
    }

    QuickService models = service("two-models", Dimension.MODEL);
    for (String pod : List.of("pod-a", "pod-b", "pod-c")) {
      models
          .pod(pod)
          .fails(0, 6, ErrorKind.TIMEOUT, "gpt-4o", "proj_a")
          .fails(0, 14, ErrorKind.TIMEOUT, "o3", "proj_a");
    }

    QuickService projects = service("two-projects", Dimension.PROJECT);
    for (String pod : List.of("pod-a", "pod-b", "pod-c")) {
      projects
          .pod(pod)
          .fails(0, 12, ErrorKind.TIMEOUT, "gpt-4o", "proj_AAAAAAAAAAAAAAAAAAAAaaaa")
          .fails(4, 12, ErrorKind.TIMEOUT, "gpt-4o", "proj_BBBBBBBBBBBBBBBBBBBBbbbb");
    }

    QuickService success = service("all-recover");
    success.pod("pod-a").timesOut(0, 8).succeeds(8, HALF_AN_HOUR);
    success.pod("pod-b").timesOut(0, 8).succeeds(8, HALF_AN_HOUR);
    success.pod("pod-c").timesOut(0, 8).succeeds(8, HALF_AN_HOUR);

    QuickService alone = service("one-pod-recovers");
    alone.pod("pod-a").timesOut(0, 8).succeeds(8, HALF_AN_HOUR);

    QuickService others = service("one-of-three-recovers");
    others.pod("pod-a").timesOut(0, 8).succeeds(8, HALF_AN_HOUR);
    others.pod("pod-b").timesOut(0, 18);
    others.pod("pod-c").timesOut(1, 18);
  }

  @BeforeAll
  void live(@TempDir Path directory) throws Exception {
    Path binary = RealAlertmanager.binary();
    assumeTrue(binary != null, "prometheus-alertmanager is not installed");
    Loopback person = Loopback.that(this::note);
    alertmanagers.addAll(
        RealAlertmanager.startTwo(
            Objects.requireNonNull(binary),
            directory,
            CONFIGURATION.formatted(INTERVAL, person.uri("/"))));
    for (RealAlertmanager one : alertmanagers) {
      await("a cluster of two").until(() -> one.isSettledAmong(2));
    }
    write();
    List<URI> urls = alertmanagers.stream().map(one -> one.url).toList();
    begin = Instant.now();
    await("the end of the half hour")
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              Instant now = QuickPod.now(begin, Instant.now());
              services.forEach(one -> one.step(begin, now, urls, threads, said::add));
              return minute() > HALF_AN_HOUR;
            });
    person.close();
  }

  private double minute() {
    return Duration.between(begin, Instant.now()).toMillis() / 1_000.0;
  }

  private Reply note(Loopback.Request request) {
    try {
      JsonNode message = new ObjectMapper().readTree(request.body());
      JsonNode labels = message.get("commonLabels");
      String service = labels.path("service").asText();
      double minute = minute();
      if (of(service).isEmpty()) {
        services.stream()
            .filter(one -> one.name().equals(service))
            .forEach(one -> one.toldFirst(minute, INTERVAL, QUIET + AFTER));
      }
      notifications.add(
          new Notification(
              service,
              labels.path("group").asText(),
              message.get("status").asText(),
              message.get("alerts").findValuesAsText("severity").stream().sorted().toList(),
              minute));
      return Reply.ok();
    } catch (IOException noJson) {
      throw new IllegalStateException(noJson);
    }
  }

  @AfterAll
  void stop() throws Exception {
    services.forEach(one -> one.stop(QuickPod.now(begin, Instant.now())));
    for (RealAlertmanager one : alertmanagers) {
      one.stop();
    }
    threads.shutdownNow();
  }

  private List<Notification> of(String service) {
    return notifications.stream().filter(one -> one.service().equals(service)).toList();
  }

  /** That a person got this of a service, in this order, and nothing else. */
  private void assertTold(String service, String... expected) {
    assertThat(of(service))
        .as("%s", of(service))
        .extracting(one -> one.status() + " " + one.severities())
        .containsExactly(expected);
  }

  private void assertOverFrom(String service, int last) {
    Notification end = of(service).get(of(service).size() - 1);
    assertThat(end.minute())
        .as("%s", end)
        .isBetween((double) last + QUIET, last + QUIET + (double) LATE);
  }

  @Test
  void whatThreePodsSeeIsOneIncident() {
    assertTold("three-pods", "firing [warning]", "resolved [warning]");
    assertOverFrom("three-pods", 12);
  }

  @Test
  void aRollingDeploymentIsNoEndAndNoBeginning() {
    assertTold("rolling-deploy", "firing [warning]", "resolved [warning]");
    assertOverFrom("rolling-deploy", 18);
  }

  @Test
  void aDeploymentThatCuresItIsTheEnd() {
    assertTold("deploy-that-cures", "firing [warning]", "resolved [warning]");
    assertOverFrom("deploy-that-cures", 8);
  }

  /** Where the warning is inhibited, as the manual has it, and where it is not. */
  @Test
  void anEscalationIsToldOnceAndEndsOnce() {
    assertTold(
        "escalation", "firing [warning]", "firing [critical]", "resolved [critical, warning]");
    assertTold(
        "escalation-told-twice",
        "firing [warning]",
        "firing [critical, warning]",
        "resolved [critical, warning]");
    assertOverFrom("escalation", 14);
  }

  @Test
  void eachOfTwoModelsAndOfTwoProjectsIsToldOnceAndEndsOnce() {
    for (String service : List.of("two-models", "two-projects")) {
      assertThat(of(service)).extracting(Notification::group).doesNotContain("");
      assertThat(of(service).stream().collect(Collectors.groupingBy(Notification::group)))
          .hasSize(2)
          .allSatisfy(
              (group, told) ->
                  assertThat(told)
                      .extracting(Notification::status)
                      .containsExactly("firing", "resolved"));
    }
    assertOverFrom("two-models", 14);
    assertOverFrom("two-projects", 12);
  }

  @Test
  void callsThatSucceedEndItBeforeItIsQuiet() {
    assertTold("all-recover", "firing [warning]", "resolved [warning]");
    assertThat(of("all-recover").get(1).minute()).isBetween(8.0, 8.0 + QUIET + INTERVAL);
    assertTold("one-pod-recovers", "firing [warning]", "resolved [warning]");
    assertThat(of("one-pod-recovers").get(1).minute()).isBetween(8.0, 17.0);
  }

  @Test
  void theEndForOneOfThreeIsNoEnd() {
    assertTold(
        "one-of-three-recovers",
        "firing [warning]",
        "firing [critical]",
        "resolved [critical, warning]");
    assertOverFrom("one-of-three-recovers", 18);
  }

  @Test
  void noAlertmanagerRefusedAnything() {
    assertThat(said).isEmpty();
  }
}

package dev.openaierrors.plugin;

import static dev.openaierrors.plugin.SettingTable.ALERTMANAGER_URL;
import static dev.openaierrors.plugin.SettingTable.BODY;
import static dev.openaierrors.plugin.SettingTable.CONTENT_TYPE;
import static dev.openaierrors.plugin.SettingTable.FORMAT;
import static dev.openaierrors.plugin.SettingTable.HEADER;
import static dev.openaierrors.plugin.SettingTable.MIN_SEVERITY;
import static dev.openaierrors.plugin.SettingTable.OWN_QUIET_HOURS;
import static dev.openaierrors.plugin.SettingTable.PAGER_DUTY_URL;
import static dev.openaierrors.plugin.SettingTable.ROUTING_KEY;
import static dev.openaierrors.plugin.SettingTable.RULES;
import static dev.openaierrors.plugin.SettingTable.SEND_RESOLVED;
import static dev.openaierrors.plugin.SettingTable.SLACK_URL;
import static dev.openaierrors.plugin.SettingTable.WEBHOOK_URL;

import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.delivery.AlertSinks;
import dev.openaierrors.delivery.BodyTemplate;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The destinations that are built in: the element, its settings, and what they make. */
enum SinkType {
  /** An incoming webhook of Slack. */
  SLACK(
      "slack",
      List.of(SLACK_URL),
      List.of(SEND_RESOLVED),
      settings -> AlertSinks.slack(settings.get(SLACK_URL))),
  /** An integration key of PagerDuty's Events API. */
  PAGER_DUTY(
      "pagerDuty",
      List.of(ROUTING_KEY),
      List.of(SEND_RESOLVED, PAGER_DUTY_URL),
      settings ->
          AlertSinks.pagerDuty(
              settings.find(PAGER_DUTY_URL), settings.get(ROUTING_KEY), settings.sendResolved())),
  /** A Prometheus Alertmanager. */
  ALERTMANAGER(
      "alertmanager",
      List.of(ALERTMANAGER_URL),
      List.of(),
      settings -> AlertSinks.alertmanager(settings.get(ALERTMANAGER_URL))),
  /** Any HTTP server that takes JSON, of ours or of its own. */
  WEBHOOK(
      "webhook",
      List.of(WEBHOOK_URL),
      List.of(HEADER, FORMAT, BODY, CONTENT_TYPE, SEND_RESOLVED),
      SinkType::webhook);

  private final String element;
  private final List<Setting<?>> required;
  private final List<Setting<?>> optional;
  private final Function<SinkValues, AlertSink> factory;

  /** All of them have a least severity, rules and quiet hours, too. */
  SinkType(
      String element,
      List<Setting<?>> required,
      List<Setting<?>> optional,
      Function<SinkValues, AlertSink> factory) {
    this.element = element;
    this.required = required;
    this.optional = optional;
    this.factory = factory;
  }

  private static AlertSink webhook(SinkValues settings) {
    URI url = settings.get(WEBHOOK_URL);
    Map<String, String> headers = Objects.requireNonNullElse(settings.find(HEADER), Map.of());
    BodyTemplate body = settings.find(BODY);
    return body == null
        ? AlertSinks.webhook(url, headers, settings.get(FORMAT))
        : AlertSinks.webhook(url, headers, body, settings.get(CONTENT_TYPE));
  }

  /** Makes the destination; opens nothing yet. */
  AlertSink sink(SinkValues settings) {
    return factory.apply(settings);
  }

  /** The word for it in configurations. */
  String element() {
    return element;
  }

  /** All that it can be told. */
  List<Setting<?>> settings() {
    return Stream.of(required, List.<Setting<?>>of(MIN_SEVERITY, RULES, OWN_QUIET_HOURS), optional)
        .<Setting<?>>flatMap(List::stream)
        .toList();
  }

  /** Whether there is nothing to send to without it. */
  boolean requires(Setting<?> setting) {
    return required.contains(setting);
  }

  /** The one with this word; null if there is none. */
  static @Nullable SinkType of(String element) {
    for (SinkType type : values()) {
      if (Settings.isSame(type.element, element)) {
        return type;
      }
    }
    return null;
  }
}

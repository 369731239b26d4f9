package dev.openaierrors.plugin;

import static dev.openaierrors.plugin.SettingTable.OfSink.ALERTMANAGER_URL;
import static dev.openaierrors.plugin.SettingTable.OfSink.BODY;
import static dev.openaierrors.plugin.SettingTable.OfSink.CONTENT_TYPE;
import static dev.openaierrors.plugin.SettingTable.OfSink.FORMAT;
import static dev.openaierrors.plugin.SettingTable.OfSink.HEADER;
import static dev.openaierrors.plugin.SettingTable.OfSink.MIN_SEVERITY;
import static dev.openaierrors.plugin.SettingTable.OfSink.OWN_QUIET_HOURS;
import static dev.openaierrors.plugin.SettingTable.OfSink.PAGER_DUTY_URL;
import static dev.openaierrors.plugin.SettingTable.OfSink.ROUTING_KEY;
import static dev.openaierrors.plugin.SettingTable.OfSink.RULES;
import static dev.openaierrors.plugin.SettingTable.OfSink.SEND_RESOLVED;
import static dev.openaierrors.plugin.SettingTable.OfSink.SLACK_URL;
import static dev.openaierrors.plugin.SettingTable.OfSink.WEBHOOK_URL;

import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.delivery.AlertSinks;
import dev.openaierrors.delivery.BodyTemplate;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The destinations that are built in: the element, its settings, and what they make. */
enum SinkType {
  /** An incoming webhook of Slack. */
  SLACK("slack"),
  /** An integration key of PagerDuty's Events API. */
  PAGER_DUTY("pagerDuty"),
  /** A Prometheus Alertmanager. */
  ALERTMANAGER("alertmanager"),
  /** Any HTTP server that takes JSON, of ours or of its own. */
  WEBHOOK("webhook");

  // Words only: a service that starts needs to know no more.
  private final String element;

  SinkType(String element) {
    this.element = element;
  }

  /** Without which there is nothing to send to. */
  private List<Setting<?>> required() {
    return switch (this) {
      case SLACK -> List.of(SLACK_URL);
      case PAGER_DUTY -> List.of(ROUTING_KEY);
      case ALERTMANAGER -> List.of(ALERTMANAGER_URL);
      case WEBHOOK -> List.of(WEBHOOK_URL);
    };
  }

  private List<Setting<?>> optional() {
    return switch (this) {
      case SLACK -> List.of(SEND_RESOLVED);
      case PAGER_DUTY -> List.of(SEND_RESOLVED, PAGER_DUTY_URL);
      case ALERTMANAGER -> List.of();
      case WEBHOOK -> List.of(HEADER, FORMAT, BODY, CONTENT_TYPE, SEND_RESOLVED);
    };
  }

  /** Makes the destination; opens nothing yet. */
  AlertSink sink(SinkValues settings) {
    return switch (this) {
      case SLACK -> AlertSinks.slack(settings.get(SLACK_URL));
      case PAGER_DUTY ->
          AlertSinks.pagerDuty(
              settings.find(PAGER_DUTY_URL), settings.get(ROUTING_KEY), settings.sendResolved());
      case ALERTMANAGER -> AlertSinks.alertmanager(settings.get(ALERTMANAGER_URL));
      case WEBHOOK -> webhook(settings);
    };
  }

  private static AlertSink webhook(SinkValues settings) {
    URI url = settings.get(WEBHOOK_URL);
    Map<String, String> headers = Objects.requireNonNullElse(settings.find(HEADER), Map.of());
    BodyTemplate body = settings.find(BODY);
    return body == null
        ? AlertSinks.webhook(url, headers, settings.get(FORMAT))
        : AlertSinks.webhook(url, headers, body, settings.get(CONTENT_TYPE));
  }

  /** The word for it in configurations. */
  String element() {
    return element;
  }

  /** All that it can be told: each has a least severity, rules and quiet hours, too. */
  List<Setting<?>> settings() {
    List<Setting<?>> ofAll = List.of(MIN_SEVERITY, RULES, OWN_QUIET_HOURS);
    return Stream.of(required(), ofAll, optional()).<Setting<?>>flatMap(List::stream).toList();
  }

  /** Whether there is nothing to send to without it. */
  boolean requires(Setting<?> setting) {
    return required().contains(setting);
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

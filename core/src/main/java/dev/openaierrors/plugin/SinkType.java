package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.delivery.AlertSinks;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The destinations that are built in: the element, its settings, and what they make. */
enum SinkType {
  /** An incoming webhook of Slack. */
  SLACK("slack", List.of(SettingTable.SLACK_URL), List.of(SettingTable.SEND_RESOLVED)) {
    @Override
    AlertSink sink(DestinationSettings settings) {
      return AlertSinks.slack(settings.get(SettingTable.SLACK_URL));
    }
  },
  /** An integration key of PagerDuty's Events API. */
  PAGER_DUTY(
      "pagerDuty",
      List.of(SettingTable.ROUTING_KEY),
      List.of(SettingTable.SEND_RESOLVED, SettingTable.PAGER_DUTY_URL)) {
    @Override
    AlertSink sink(DestinationSettings settings) {
      return AlertSinks.pagerDuty(
          settings.find(SettingTable.PAGER_DUTY_URL),
          settings.get(SettingTable.ROUTING_KEY),
          settings.sendResolved());
    }
  },
  /** A Prometheus Alertmanager. */
  ALERTMANAGER("alertmanager", List.of(SettingTable.ALERTMANAGER_URL), List.of()) {
    @Override
    AlertSink sink(DestinationSettings settings) {
      return AlertSinks.alertmanager(settings.get(SettingTable.ALERTMANAGER_URL));
    }
  },
  /** Any HTTP server that takes JSON. */
  WEBHOOK(
      "webhook",
      List.of(SettingTable.WEBHOOK_URL),
      List.of(SettingTable.HEADER, SettingTable.SEND_RESOLVED)) {
    @Override
    AlertSink sink(DestinationSettings settings) {
      return AlertSinks.webhook(
          settings.get(SettingTable.WEBHOOK_URL), settings.get(SettingTable.HEADER));
    }
  };

  private final String element;
  private final List<Setting<?>> required;
  private final List<Setting<?>> optional;

  /** All of them have a least severity, too. */
  SinkType(String element, List<Setting<?>> required, List<Setting<?>> optional) {
    this.element = element;
    this.required = required;
    this.optional = optional;
  }

  /** Makes the destination; opens nothing yet. */
  abstract AlertSink sink(DestinationSettings settings);

  /** The word for it in configurations. */
  String element() {
    return element;
  }

  /** All that it can be told. */
  List<Setting<?>> settings() {
    return Stream.of(required, List.<Setting<?>>of(SettingTable.MIN_SEVERITY), optional)
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
      if (type.element.equalsIgnoreCase(element)) {
        return type;
      }
    }
    return null;
  }
}

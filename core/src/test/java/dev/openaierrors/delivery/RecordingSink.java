package dev.openaierrors.delivery;

import dev.openaierrors.alert.Alert;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.AlertState;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes every alert, after it has failed as often as it was told to. */
final class RecordingSink implements AlertSink {

  final String name;
  final boolean keepsState;
  final List<Alert> tried = new CopyOnWriteArrayList<>();
  final List<Alert> received = new CopyOnWriteArrayList<>();
  final Queue<Exception> failures = new ArrayDeque<>();
  int closed;

  RecordingSink(String name, boolean keepsState) {
    this.name = name;
    this.keepsState = keepsState;
  }

  static RecordingSink forPeople() {
    return new RecordingSink("people", false);
  }

  static RecordingSink thatKeepsState() {
    return new RecordingSink("states", true);
  }

  void failTimes(int times, Exception failure) {
    for (int i = 0; i < times; i++) {
      failures.add(failure);
    }
  }

  List<String> ids() {
    return received.stream().map(Alert::id).toList();
  }

  List<AlertState> states() {
    return received.stream().map(Alert::state).toList();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean keepsState() {
    return keepsState;
  }

  @Override
  public void send(Alert alert) throws Exception {
    tried.add(alert);
    Exception failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
    received.add(alert);
  }

  @Override
  public void close() {
    closed++;
  }
}

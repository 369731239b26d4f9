package dev.openaierrors.analyzer.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.openaierrors.alert.Alert;
import dev.openaierrors.analyzer.input.FileFacts;
import dev.openaierrors.analyzer.report.Comparison;
import dev.openaierrors.analyzer.report.Count;
import dev.openaierrors.analyzer.report.Episode;
import dev.openaierrors.analyzer.report.ErrorReport;
import dev.openaierrors.analyzer.report.Facet;
import dev.openaierrors.analyzer.report.KindReport;
import dev.openaierrors.analyzer.report.Sample;
import dev.openaierrors.analyzer.report.Timeline;
import dev.openaierrors.error.ErrorKind;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as JSON, in the form that {@code report.schema.json} describes. Names never change
 * within one version of the form; what is not known is null.
 */
public final class JsonReport {

  /** The form and its version. */
  public static final String SCHEMA = "openai-errors-report/1";

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  /** Writes a report; leaves the target open. */
  public static void write(ErrorReport report, Writer target) throws IOException {
    write(report, null, target);
  }

  /** Writes a report and what differs from another; leaves the target open. */
  public static void write(ErrorReport report, @Nullable Comparison comparison, Writer target)
      throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(target)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      new JsonReport(json).write(report, comparison);
    }
    target.write("\n");
    target.flush();
  }

  private void write(ErrorReport report, @Nullable Comparison comparison) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("zone", report.zone().getId());
    json.writeBooleanField("interrupted", report.interrupted());
    json.writeNumberField("events", report.events());
    json.writeNumberField("failures", report.failures());
    json.writeNumberField("not_retryable", report.notRetryable());
    json.writeNumberField("untimed", report.untimed());
    time("first", report.first());
    time("last", report.last());
    json.writeArrayFieldStart("kinds");
    for (KindReport kind : report.kinds()) {
      kind(kind);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("episodes");
    for (Episode episode : report.episodes()) {
      episode(episode);
    }
    json.writeEndArray();
    json.writeNumberField("episodes_left_out", report.episodesLeftOut());
    json.writeStringField("rules", report.rules() == null ? "default" : report.rules());
    json.writeArrayFieldStart("alerts");
    for (Alert alert : report.alerts()) {
      alert(alert, report.alertsByService());
    }
    json.writeEndArray();
    json.writeNumberField("alerts_left_out", report.alertsLeftOut());
    timeline(report.timeline());
    facet("services", report.services());
    json.writeNumberField("files_total", report.totals().files());
    json.writeNumberField("files_failed", report.totals().failed());
    json.writeArrayFieldStart("files");
    for (FileFacts file : report.files()) {
      file(file);
    }
    json.writeEndArray();
    if (comparison != null) {
      comparison(comparison);
    }
    json.writeEndObject();
  }

  private void comparison(Comparison comparison) throws IOException {
    json.writeObjectFieldStart("comparison");
    json.writeStringField("name", comparison.before().name());
    json.writeNumberField("events", comparison.before().events());
    time("first", comparison.before().first());
    time("last", comparison.before().last());
    json.writeArrayFieldStart("changes");
    for (Comparison.Change change : comparison.changes()) {
      json.writeStartObject();
      json.writeStringField("change", change.type().id());
      json.writeStringField("attribute", change.attribute().id());
      json.writeStringField("value", change.value());
      json.writeNumberField("before", change.before());
      json.writeNumberField("now", change.now());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void kind(KindReport kind) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", kind.kind().id());
    json.writeBooleanField("retryable", kind.retryable());
    json.writeNumberField("retryable_events", kind.retryableEvents());
    json.writeNumberField("events", kind.events());
    json.writeNumberField("failures", kind.failures());
    time("first", kind.first());
    time("last", kind.last());
    json.writeStringField("cause", kind.kind().cause());
    json.writeStringField("page", kind.kind().page());
    facet("fixes", kind.fixes());
    facet("models", kind.models());
    facet("limits", kind.limits());
    facet("loggers", kind.loggers());
    facet("services", kind.services());
    facet("codes", kind.codes());
    facet("messages", kind.shapes());
    json.writeArrayFieldStart("samples");
    for (Sample sample : kind.samples()) {
      sample(sample);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void sample(Sample sample) throws IOException {
    json.writeStartObject();
    time("time", sample.time());
    json.writeStringField("file", sample.file());
    json.writeNumberField("offset", sample.offset());
    json.writeNumberField("line", sample.line());
    text("level", sample.level());
    text("logger", sample.logger());
    json.writeStringField("message", sample.message());
    text("thrown", sample.thrown());
    text("request_id", sample.requestId());
    json.writeEndObject();
  }

  private void episode(Episode episode) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", episode.kind().id());
    time("from", episode.from());
    time("to", episode.to());
    json.writeNumberField("seconds", Duration.between(episode.from(), episode.to()).toSeconds());
    json.writeNumberField("events", episode.events());
    json.writeNumberField("failures", episode.failures());
    json.writeNumberField("retried_in_vain", episode.retriedInVain());
    json.writeNumberField("retried_in_vain_percent", episode.retriedPercent());
    json.writeNumberField("peak_per_minute", episode.peakPerMinute());
    json.writeEndObject();
  }

  private void alert(Alert alert, boolean ofService) throws IOException {
    json.writeStartObject();
    if (ofService) {
      text("service", alert.origin().service());
    }
    time("at", alert.times().at());
    json.writeStringField("state", alert.state().id());
    json.writeStringField("rule", alert.rule());
    json.writeStringField("severity", alert.severity().id());
    json.writeStringField("id", alert.id());
    json.writeStringField("kind", alert.cause().kind().id());
    json.writeStringField("provider", alert.cause().provider().id());
    json.writeBooleanField("retryable", alert.cause().retryable());
    json.writeStringField("title", alert.text().title());
    json.writeStringField("summary", alert.text().summary());
    json.writeObjectFieldStart("labels");
    for (Map.Entry<String, String> label : alert.origin().labels().entrySet()) {
      json.writeStringField(label.getKey(), label.getValue());
    }
    json.writeEndObject();
    json.writeStringField("fix", alert.text().fix());
    text("next_step", alert.text().nextStep());
    json.writeObjectFieldStart("dimensions");
    for (Map.Entry<String, Map<String, Long>> dimension : alert.dimensions().entrySet()) {
      json.writeObjectFieldStart(dimension.getKey());
      for (Map.Entry<String, Long> value : dimension.getValue().entrySet()) {
        json.writeNumberField(value.getKey(), value.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    text("runbook", alert.text().runbook());
    text("log_link", alert.text().logLink());
    time("starts_at", alert.times().startsAt());
    time("last_seen", alert.times().lastSeen());
    json.writeNumberField("count", alert.counts().failures());
    json.writeNumberField("repeats", alert.counts().repeats());
    json.writeNumberField("reminder", alert.progress().reminders());
    Alert.Resolution resolution = alert.progress().resolution();
    text("reason", resolution == null ? null : resolution.id());
    json.writeEndObject();
  }

  private void timeline(Timeline timeline) throws IOException {
    json.writeObjectFieldStart("timeline");
    json.writeNumberField("bucket_seconds", timeline.width().toSeconds());
    json.writeArrayFieldStart("buckets");
    for (Timeline.Bucket bucket : timeline.buckets()) {
      json.writeStartObject();
      time("start", bucket.start());
      json.writeNumberField("events", bucket.events());
      json.writeObjectFieldStart("kinds");
      for (Map.Entry<ErrorKind, Long> count : bucket.counts().entrySet()) {
        json.writeNumberField(count.getKey().id(), count.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void file(FileFacts file) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", file.name());
    text("format", file.format());
    json.writeNumberField("bytes", file.bytes());
    json.writeNumberField("events", file.events());
    json.writeNumberField("errors", file.found());
    time("first", file.first());
    time("last", file.last());
    json.writeBooleanField("zone_assumed", file.zoneAssumed());
    text("failure", file.failure());
    texts("warnings", file.warnings());
    json.writeEndObject();
  }

  private void facet(String name, Facet facet) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeArrayFieldStart("top");
    for (Count count : facet.top()) {
      json.writeStartObject();
      json.writeStringField("name", count.name());
      json.writeNumberField("count", count.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("others", facet.others());
    json.writeEndObject();
  }

  private void texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private void time(String name, @Nullable Instant time) throws IOException {
    text(name, time == null ? null : time.toString());
  }

  private void text(String name, @Nullable String value) throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, value);
    }
  }
}

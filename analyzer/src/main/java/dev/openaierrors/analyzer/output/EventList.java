package dev.openaierrors.analyzer.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.openaierrors.analyzer.output.ListedEvent.NearLine;
import dev.openaierrors.error.ErrorField;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Events one by one, as they are found, in one of three forms. */
public abstract class EventList implements Closeable {

  private final Writer target;

  private EventList(Writer target) {
    this.target = target;
  }

  /** Lines for people, with times of a zone. */
  public static EventList text(Writer target, Style style, ZoneId zone) {
    return new Text(target, style, zone);
  }

  /** One object a line. */
  public static EventList json(Writer target) throws IOException {
    return new Json(target);
  }

  /** A table for spreadsheets, with a head. */
  public static EventList csv(Writer target) throws IOException {
    return new Csv(target);
  }

  /** Writes one event. */
  public abstract void add(ListedEvent event) throws IOException;

  /** Leaves the target open. */
  @Override
  public void close() throws IOException {
    target.flush();
  }

  final void write(String text) throws IOException {
    target.write(text);
  }

  private static final class Text extends EventList {

    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Style style;
    private final ZoneId zone;

    Text(Writer target, Style style, ZoneId zone) {
      super(target);
      this.style = style;
      this.zone = zone;
    }

    @Override
    public void add(ListedEvent event) throws IOException {
      Instant time = event.time();
      String kind = event.error().kind().id();
      List<String> parts = new ArrayList<>();
      parts.add(time == null ? "-" : TIME.format(time.atZone(zone)));
      parts.add(event.place());
      parts.add(event.error().retryable() ? style.yellow(kind) : style.red(kind));
      parts.add(orDash(event.error().call().model()));
      parts.add(orDash(event.logger()));
      parts.add(orDash(event.error().call().requestId()));
      parts.add(event.text());
      write(String.join("  ", parts).stripTrailing() + "\n");
      for (NearLine line : event.around()) {
        String number = String.format(Locale.ROOT, "%8d", line.number());
        String text = "  " + (line.own() ? ">" : " ") + number + "  " + line.text();
        write((line.own() ? style.bold(text) : style.faint(text)).stripTrailing() + "\n");
      }
      if (!event.around().isEmpty()) {
        write("\n");
      }
    }

    private static String orDash(@Nullable String text) {
      return text == null ? "-" : text;
    }
  }

  private static final class Json extends EventList {

    private final JsonGenerator json;

    Json(Writer target) throws IOException {
      super(target);
      json = new JsonFactory().createGenerator(target);
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      json.setRootValueSeparator(null);
    }

    @Override
    public void add(ListedEvent event) throws IOException {
      json.writeStartObject();
      text("time", event.time() == null ? null : event.time().toString());
      text("file", event.file());
      if (event.line() == 0) {
        json.writeNullField("line");
      } else {
        json.writeNumberField("line", event.line());
      }
      text("level", event.level());
      text("logger", event.logger());
      text("thread", event.thread());
      text("service", event.service());
      for (ErrorField field : ErrorField.values()) {
        if (field != ErrorField.FIX) {
          error(event, field);
        }
      }
      text("message", event.message());
      text("thrown", event.thrown());
      if (!event.around().isEmpty()) {
        around(event);
      }
      json.writeEndObject();
      json.flush();
      write("\n");
    }

    private void error(ListedEvent event, ErrorField field) throws IOException {
      String value = event.error().field(field);
      switch (field) {
        case RETRYABLE -> json.writeBooleanField(field.id(), event.error().retryable());
        case STATUS, RETRY_AFTER_MS -> {
          json.writeFieldName(field.id());
          json.writeRawValue(value == null ? "null" : value);
        }
        default -> text(field.id(), value);
      }
    }

    private void around(ListedEvent event) throws IOException {
      json.writeArrayFieldStart("lines");
      for (NearLine line : event.around()) {
        json.writeStartObject();
        json.writeNumberField("line", line.number());
        json.writeStringField("text", line.text());
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private void text(String name, @Nullable String value) throws IOException {
      if (value == null) {
        json.writeNullField(name);
      } else {
        json.writeStringField(name, value);
      }
    }
  }

  private static final class Csv extends EventList {

    private static final String HEAD =
        "time,file,line,kind,retryable,level,logger,service,model,limit,wait_ms,status,request_id,"
            + "message\n";

    Csv(Writer target) throws IOException {
      super(target);
      write(HEAD);
    }

    @Override
    public void add(ListedEvent event) throws IOException {
      List<String> cells = new ArrayList<>();
      cells.add(event.time() == null ? "" : event.time().toString());
      cells.add(cell(event.file()));
      cells.add(event.line() == 0 ? "" : Long.toString(event.line()));
      cells.add(event.error().kind().id());
      cells.add(Boolean.toString(event.error().retryable()));
      for (String text :
          new String[] {
            event.level(),
            event.logger(),
            event.service(),
            event.error().call().model(),
            event.limit(),
            event.waitMillis(),
            event.error().field(ErrorField.STATUS),
            event.error().call().requestId(),
            event.text()
          }) {
        cells.add(cell(text));
      }
      write(String.join(",", cells) + "\n");
    }

    /** What a stranger logged is no formula of a spreadsheet. */
    private static String cell(@Nullable String text) {
      if (text == null) {
        return "";
      }
      boolean formula = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0;
      String safe = formula ? "'" + text : text;
      // Some spreadsheets part cells by what is no comma, too.
      boolean quoted = safe.chars().anyMatch(c -> ",\";\t|".indexOf(c) >= 0);
      return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
  }
}

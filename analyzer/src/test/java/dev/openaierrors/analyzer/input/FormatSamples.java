package dev.openaierrors.analyzer.input;

import java.util.List;

/** A log in each of the formats, for tests of other packages. */
public final class FormatSamples {

  private FormatSamples() {}

  /** A log of some events. */
  public record Log(String format, String text) {

    @Override
    public String toString() {
      return format;
    }
  }

  /** One of each format that is promised. */
  public static List<Log> all() {
    return FormatSample.all().stream()
        .map(sample -> new Log(sample.name(), sample.text()))
        .toList();
  }

  /** What a report calls the format of each of them, with what stands around its lines. */
  public static List<String> titles() {
    return FormatSample.all().stream().map(FormatSample::title).toList();
  }
}

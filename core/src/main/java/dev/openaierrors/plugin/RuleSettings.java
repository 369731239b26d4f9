package dev.openaierrors.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one alert as text: it changes the default rule of its name, or adds a rule.
 *
 * <p>Read by {@link AlertSettings} only.
 */
public final class RuleSettings {

  /** The names of all settings, for "did you mean". */
  public static final List<String> NAMES =
      List.of("name", "kinds", "when", "quiet", "repeat", "severity", "enabled");

  @Nullable String name;
  @Nullable String kinds;
  @Nullable String when;
  @Nullable String quiet;
  @Nullable String repeat;
  @Nullable String severity;
  @Nullable String enabled;

  /** Creates settings of which none is set. */
  public RuleSettings() {}

  /** Name of a default rule to change it, or another to add a rule. */
  public void setName(@Nullable String name) {
    this.name = name;
  }

  /** Kinds of errors that count, as words of {@link dev.openaierrors.error.ErrorKind#id()}. */
  public void setKinds(@Nullable String kinds) {
    this.kinds = kinds;
  }

  /** When to alert, such as {@code 3 in 10m over 2 minutes or again}. */
  public void setWhen(@Nullable String when) {
    this.when = when;
  }

  /** Time without a failure after which it counts as resolved, such as {@code 30m}. */
  public void setQuiet(@Nullable String quiet) {
    this.quiet = quiet;
  }

  /** Time to the first reminder, such as {@code 1h}, or {@code never}. */
  public void setRepeat(@Nullable String repeat) {
    this.repeat = repeat;
  }

  /** {@code info}, {@code warning} or {@code critical}. */
  public void setSeverity(@Nullable String severity) {
    this.severity = severity;
  }

  /** {@code false} switches the rule off. */
  public void setEnabled(@Nullable String enabled) {
    this.enabled = enabled;
  }

  /** How sentences about it begin. */
  String label() {
    return Texts.isBlank(name) ? "alert" : "alert " + Words.quote(Texts.stripped(name));
  }

  /**
   * The sentence for a setting that does not exist.
   *
   * @param setting its name, as the user wrote it
   */
  public String unknown(String setting) {
    return PipelineSettings.unknownSetting(label(), setting, NAMES);
  }
}

package dev.openaierrors.plugin;

import dev.openaierrors.alert.AlertRule;
import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.AlertSink;
import dev.openaierrors.alert.DefaultRules;
import dev.openaierrors.alert.Dimension;
import dev.openaierrors.alert.Grouping;
import dev.openaierrors.alert.LinkTemplate;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.delivery.QuietHours;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an appender's settings come to for its alerts. Mistakes in them go to the host. */
public final class AlertSettings {

  static final String ALERT = "alert";

  private final Settings given;
  private final Host host;
  private final SettingReader reader;

  /** Reads an appender's settings, each when it is asked for. */
  public AlertSettings(Settings given, Host host) {
    this.given = given;
    this.host = host;
    this.reader = new SettingReader("", given, host);
  }

  /**
   * All that they come to.
   *
   * @param around where alerts come from, as far as the settings do not say
   */
  AlertPlan plan(Origin around) {
    reader.read(SettingTable.SERVICE, "so alerts name none");
    reader.read(SettingTable.ENVIRONMENT, "so alerts name none");
    reader.read(SettingTable.INSTANCE, "so alerts name the host");
    reader.read(SettingTable.ZONE);
    AlertRules rules = rules();
    Origin origin = origin(around);
    return new AlertPlan(
        isOn(),
        rules,
        origin,
        destinations(rules),
        sinks(),
        reader.read(SettingTable.STATE_FILE, "so nothing survives a restart"),
        reader.read(SettingTable.JMX),
        quietHours(origin.zone()),
        reader.read(SettingTable.MUTE_FILE, "so no file mutes anything"));
  }

  /** Whether alerts are wanted. */
  public boolean isOn() {
    return reader.read(SettingTable.ON);
  }

  /**
   * Where alerts say that they come from.
   *
   * @param around what holds where the settings say nothing
   */
  public Origin origin(Origin around) {
    return new Origin(
        name(SettingTable.SERVICE, around.service()),
        name(SettingTable.ENVIRONMENT, around.environment()),
        name(SettingTable.INSTANCE, around.instance()),
        labels(),
        zone(around.zone()));
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Settings.Element element : given.elements()) {
      if (Settings.isSame(element.name(), LabelReader.ELEMENT)) {
        LabelReader.addTo(labels, element.settings(), host);
      }
    }
    return labels;
  }

  private @Nullable String name(Setting<String> setting, @Nullable String otherwise) {
    String name = toldAlready(setting);
    return name == null ? otherwise : name;
  }

  private ZoneId zone(ZoneId otherwise) {
    ZoneId zone = toldAlready(SettingTable.ZONE);
    return zone == null ? otherwise : zone;
  }

  private QuietHours quietHours(ZoneId zone) {
    QuietHours hours = reader.read(SettingTable.QUIET_HOURS, "so no hours are quiet");
    return (hours == null ? QuietHours.NONE : hours).in(zone);
  }

  private <T> @Nullable T toldAlready(Setting<T> setting) {
    List<String> texts = given.texts(setting.name());
    return texts.isEmpty() ? null : setting.read(texts, told -> {});
  }

  /** The rules in force: the default ones, changed, less those switched off, and those added. */
  public AlertRules rules() {
    Map<String, AlertRule> byName = new LinkedHashMap<>();
    for (AlertRule rule : DefaultRules.all()) {
      byName.put(rule.name(), rule);
    }
    for (Settings.Element element : given.elements()) {
      if (Settings.isSame(element.name(), ALERT)) {
        new RuleReader(element.settings(), host).addTo(byName);
      }
    }
    return new AlertRules(
        linked(byName.values()), grouping(), reader.read(SettingTable.MAX_KEYS), samples());
  }

  /** Those that say nothing of their own have the appender's links. */
  private List<AlertRule> linked(Collection<AlertRule> rules) {
    LinkTemplate runbook = reader.read(SettingTable.RUNBOOK, "so alerts have none");
    LinkTemplate logLink = reader.read(SettingTable.LOG_LINK, "so alerts have none");
    List<AlertRule> linked = new ArrayList<>();
    for (AlertRule rule : rules) {
      AlertRule one = rule.text().runbook() == null ? rule.withRunbook(runbook) : rule;
      linked.add(one.text().logLink() == null ? one.withLogLink(logLink) : one);
    }
    return linked;
  }

  private Grouping grouping() {
    Grouping named = reader.read(SettingTable.GROUP_BY, "so incidents are not grouped");
    if (named == null) {
      return Grouping.NONE;
    }
    Set<Dimension> dimensions = new HashSet<>(named.dimensions());
    // They are told apart by provider anyway, so that word is right and says nothing.
    dimensions.remove(Dimension.PROVIDER);
    return new Grouping(dimensions, named.contextKeys());
  }

  private boolean samples() {
    // Whoever wrote a word there did not want all of it told.
    Boolean samples = reader.read(SettingTable.SAMPLES, "so off is used");
    return samples == null ? !reader.has(SettingTable.SAMPLES) : samples;
  }

  private List<AlertSink> sinks() {
    List<AlertSink> all = new ArrayList<>(given.sinks());
    for (Settings.Element element : given.elements()) {
      if (Settings.isSame(element.name(), SinkClass.ELEMENT)) {
        AlertSink sink = SinkClass.create(element.settings(), host);
        if (sink != null) {
          all.add(sink);
        }
      }
    }
    return List.copyOf(all);
  }

  /** The destinations beside the log, without those that are not described well enough. */
  List<DestinationSettings> destinations(AlertRules rules) {
    List<String> names =
        Stream.concat(DefaultRules.all().stream(), rules.rules().stream())
            .map(AlertRule::name)
            .distinct()
            .toList();
    List<DestinationSettings> all = new ArrayList<>();
    for (Settings.Element element : given.elements()) {
      SinkType type = SinkType.of(element.name());
      if (type != null) {
        DestinationSettings destination =
            DestinationSettings.read(type, element.settings(), names, host);
        if (destination != null) {
          all.add(destination);
        }
      }
    }
    return List.copyOf(all);
  }
}

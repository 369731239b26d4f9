package dev.openaierrors.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openaierrors.alert.AlertRules;
import dev.openaierrors.alert.DefaultRules;
import dev.openaierrors.alert.InvalidValueException;
import dev.openaierrors.alert.Origin;
import dev.openaierrors.plugin.ManualHost.ManualClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands in a setting: nothing is thrown, alerts stay on, what is not understood gets a
 * sentence, and a sentence is short, clean and tells no secret.
 */
class AnySettingTest {

  private static final int ROUNDS = 200;
  private static final String SECRET = "T0PSECRET";
  private static final String MEGA = "x".repeat(1 << 20);

  private static final Set<String> OFF = Set.of("off", "false", "no");
  private static final List<String> HOSTILE =
      List.of(
          "-1",
          "0",
          "999999999999999999999999999999",
          "9223372036854775807",
          "-9223372036854775808",
          "1e400",
          "NaN",
          "\u0663\u0660m",
          "PT2147483647999999H",
          "PT9223372036854775807S",
          "P999999999999999D",
          "PT-9223372036854775808S",
          "PT0.000000001S",
          "999999999d 999999999d 999999999d",
          "999999999 in 999999999d",
          "1 in 999999999h over 999999999 minutes",
          "0 of 0 minutes",
          "999999999 of 999999999 minutes",
          "first or or or",
          "2 spread over 999999999h in 999999999d",
          "a\u0000b\u001b[31mc\nd\re",
          "\u202egnp.exe\u202c\u200b\ufeff\u2028\u2029",
          "\ud800 \udfff",
          "%s %n %d {} {0} $1 \\",
          "${jndi:ldap://127.0.0.1/x}",
          "${",
          "_IS_UNDEFINED",
          "x".repeat(59) + "\ud83d\ude00",
          MEGA,
          "word ".repeat(100_000),
          "Insufficient_Quota,".repeat(10_000),
          "[".repeat(10_000),
          "null");

  /** Each takes a value and gives what sets it: every setting that there is. */
  private static Map<String, Function<String, Consumer<Settings>>> settings() {
    Map<String, Function<String, Consumer<Settings>>> all = new LinkedHashMap<>();
    for (Setting<?> setting : SettingTable.ALERTS) {
      boolean path = setting == SettingTable.STATE_FILE || setting == SettingTable.MUTE_FILE;
      String before = path ? "target/any-setting/" : "";
      all.put(setting.name(), value -> settings -> settings.set(setting.name(), before + value));
    }
    for (String rule : List.of("outage", "own")) {
      for (Setting<?> setting : SettingTable.OfRule.RULE) {
        all.put(
            rule + " " + setting.name(),
            value -> settings -> settings.add("alert", rule(rule).set(setting.name(), value)));
      }
    }
    for (Setting<?> setting : SettingTable.OfLabel.LABEL) {
      all.put(
          "label " + setting.name(),
          value -> settings -> settings.add("label", label().set(setting.name(), value)));
    }
    for (SinkType type : SinkType.values()) {
      for (Setting<?> setting : type.settings()) {
        all.put(
            type.element() + " " + setting.name(),
            value ->
                settings -> settings.add(type.element(), sink(type).set(setting.name(), value)));
      }
    }
    return all;
  }

  private static Settings rule(String name) {
    Settings rule = new Settings().set("name", name);
    return name.equals("own") ? rule.set("kinds", "timeout").set("when", "first") : rule;
  }

  private static Settings label() {
    return new Settings().set("name", "team").set("value", "payments");
  }

  private static Settings sink(SinkType type) {
    Settings sink = new Settings();
    for (Setting<?> setting : type.settings()) {
      switch (setting.name()) {
        case "url" -> sink.set("url", "https://127.0.0.1:9/" + SECRET);
        case "routingKey" -> sink.set("routingKey", "0123456789abcdef0123456789abcdef");
        default -> {
          // By default.
        }
      }
    }
    return sink;
  }

  private static Function<String, Consumer<Settings>> setting(String name) {
    return Objects.requireNonNull(settings().get(name));
  }

  static Stream<String> names() {
    return settings().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isReadOrToldOf(String name) {
    Function<String, Consumer<Settings>> setting = setting(name);
    for (String value : HOSTILE) {
      assertHarmless(name, value, setting.apply(value));
    }
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String value = mixed(random);
      assertHarmless(name + ", seed " + seed, value, setting.apply(value));
    }
  }

  private static void assertHarmless(String name, String value, Consumer<Settings> setting) {
    ManualHost host = new ManualHost(new ManualClock());
    Settings settings = new Settings();
    setting.accept(settings);
    AlertServices services = new AlertServices();
    AlertServices.Handle handle = services.start("A", host, settings);
    if (name.startsWith("alerts") && OFF.contains(value.strip().toLowerCase(Locale.ROOT))) {
      assertThat(services.rules("A")).as("alerts that are switched off").isNull();
      return;
    }
    AlertRules rules = Objects.requireNonNull(services.rules("A"), name);
    String what = name + " = " + (value.length() > 100 ? value.substring(0, 100) : value);
    try {
      assertThat(rules.rules()).as(what).hasSizeGreaterThanOrEqualTo(DefaultRules.all().size() - 1);
      assertThat(host.told).as(what).hasSizeLessThan(15);
      for (String sentence : host.told) {
        assertThat(sentence)
            .as(what)
            .hasSizeLessThan(900)
            .doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]")
            .doesNotContain(SECRET, "cannot start");
      }
    } finally {
      handle.stop();
      services.close();
    }
  }

  /** Words of settings and what is none, put together. */
  private static String mixed(Random random) {
    List<String> parts = new ArrayList<>(HOSTILE.subList(0, HOSTILE.size() - 5));
    parts.addAll(List.of("3", "in", "10m", "over", "2", "minutes", "or", "again", "spread", "of"));
    parts.addAll(
        List.of("first", "never", "true", "off", "critical", "timeout", "model", ":", "/"));
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      String part = parts.get(random.nextInt(parts.size()));
      text.append(part.length() > 200 ? part.substring(0, 200) : part);
      text.append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("notUnderstood")
  void isToldOfWhereItIsNotUnderstood(String name) {
    for (String value : List.of("PT2147483647999999H\u0000", "\u202eoops", "-1", "%s", "x y z")) {
      if (name.equals("zone") && value.equals("-1")) {
        // An hour west of UTC.
        continue;
      }
      ManualHost host = new ManualHost(new ManualClock());
      Settings settings = new Settings();
      setting(name).apply(value).accept(settings);
      new AlertSettings(settings, host).plan(Origin.NONE);
      assertThat(host.told).as(name + " = " + value).isNotEmpty();
    }
  }

  /** All but those that take any text. */
  static Stream<String> notUnderstood() {
    Set<String> anything =
        SettingNames.settings()
            .filter(AnySettingTest::takesAnything)
            .map(Setting::name)
            .collect(Collectors.toSet());
    // A name that is none of a default rule needs more.
    return names().filter(name -> name.equals("outage name") || !anything.contains(last(name)));
  }

  private static boolean takesAnything(Setting<?> setting) {
    List<InvalidValueException> problems = new ArrayList<>();
    setting.read(List.of("x y z"), problems::add);
    return problems.isEmpty();
  }

  private static String last(String name) {
    return name.substring(name.indexOf(' ') + 1);
  }
}

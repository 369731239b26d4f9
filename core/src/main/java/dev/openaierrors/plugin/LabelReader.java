package dev.openaierrors.plugin;

import dev.openaierrors.alert.Labels;
import java.util.List;
import java.util.Map;

/** Reads a label of alerts. */
final class LabelReader {

  static final String ELEMENT = "label";

  private static final String LEFT_OUT = "so it is left out";

  private LabelReader() {}

  /** Adds the label that is given; leaves it out, with a sentence, where it is wrong. */
  static void addTo(Map<String, String> labels, Settings given, Host host) {
    List<String> names = given.texts(SettingTable.OfLabel.LABEL_NAME.name());
    String called = names.isEmpty() ? "" : " " + Words.quote(names.get(names.size() - 1));
    SettingReader reader = new SettingReader(ELEMENT + called, given, host);
    reader.tellUnknown(SettingTable.names(SettingTable.OfLabel.LABEL));
    if (!reader.has(SettingTable.OfLabel.LABEL_NAME)
        || !reader.has(SettingTable.OfLabel.LABEL_VALUE)) {
      reader.sayUnusable("needs a name and a value and is left out; give it both");
      return;
    }
    String name = reader.read(SettingTable.OfLabel.LABEL_NAME, LEFT_OUT);
    String value = reader.read(SettingTable.OfLabel.LABEL_VALUE, LEFT_OUT);
    if (name == null || value == null) {
      return;
    }
    if (labels.size() >= Labels.MOST && !labels.containsKey(name)) {
      reader.sayUnusable("is left out, since there are %s labels already".formatted(Labels.MOST));
      return;
    }
    labels.put(name, value);
  }
}

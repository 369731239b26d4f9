package com.openai.core.http;

import java.util.List;
import java.util.Map;

/** Stands in for the official client's class. */
public final class Headers {

  private final Map<String, List<String>> values;

  public Headers(Map<String, List<String>> values) {
    this.values = values;
  }

  public List<String> values(String name) {
    return values.getOrDefault(name, List.of());
  }
}

package dev.openaierrors.error;

import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON tree as text, no more of it than is looked at.
 *
 * <p>The trees are those of Jackson Databind, of any version, under its own name or one that it was
 * moved to: known by the names of their classes, so that none has to be there. What a tree holds is
 * asked for piece by piece. Its {@code toString()} would write the whole of it, and run the user's
 * code for objects that somebody put into it.
 */
final class JsonText {

  private static final String NODE = ".databind.JsonNode";
  private static final String JACKSON = "jackson";

  /** Values in each other that are looked at. */
  private static final int MAX_DEPTH = 64;

  /** Values that are looked at in all: an empty one costs something, too. */
  private static final int MAX_VALUES = 4096;

  /**
   * How a class is read. The values are classes of the JDK, so that no class of the service keeps
   * us in memory.
   */
  private static final ClassValue<Object[]> WAYS =
      new ClassValue<>() {
        @Override
        protected Object[] computeValue(Class<?> type) {
          return wayOf(type);
        }
      };

  private static final String NONE = "";
  private static final String OBJECT = "ObjectNode";
  private static final String ARRAY = "ArrayNode";
  private static final String TEXT = "TextNode";
  private static final String PLAIN = "NumericNode";
  private static final String OTHER = "JsonNode";

  private final StringBuilder text = new StringBuilder();
  private final int limit;
  private int values;

  private JsonText(int limit) {
    this.limit = limit;
  }

  /** Whether this is a tree. */
  static boolean isTree(@Nullable Object value) {
    return value != null && WAYS.get(value.getClass())[0] != NONE;
  }

  /** The beginning of the tree, about {@code limit} characters; null if it cannot be had. */
  static @Nullable String of(Object json, int limit) {
    JsonText text = new JsonText(limit);
    try {
      text.append(json, 0);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError changingOrForeign) {
      // A tree that another thread changes, or a Jackson that is not as those known.
      return null;
    }
    return text.text.toString();
  }

  private void append(@Nullable Object node, int depth) throws ReflectiveOperationException {
    values++;
    Object[] way = node == null ? null : WAYS.get(node.getClass());
    if (node == null || way == null || depth > MAX_DEPTH) {
      text.append("null,");
    } else if (way[0] == OBJECT) {
      object(node, (Method) way[1], depth);
    } else if (way[0] == ARRAY) {
      array((Iterable<?>) node, depth);
    } else if (way[0] == TEXT) {
      String value = (String) ((Method) way[1]).invoke(node);
      text.append('"').append(cut(value).replace("\"", "\\\"")).append("\",");
    } else if (way[0] == PLAIN) {
      text.append(cut(node.toString())).append(',');
    } else {
      text.append("null,");
    }
  }

  private void object(Object node, Method fields, int depth) throws ReflectiveOperationException {
    Object answer = fields.invoke(node);
    Iterator<?> all =
        answer instanceof Iterable<?> iterable ? iterable.iterator() : (Iterator<?>) answer;
    text.append('{');
    while (all.hasNext() && goesOn()) {
      Map.Entry<?, ?> field = (Map.Entry<?, ?>) all.next();
      text.append('"').append(cut((String) field.getKey())).append("\":");
      append(field.getValue(), depth + 1);
    }
    text.append("},");
  }

  private void array(Iterable<?> node, int depth) throws ReflectiveOperationException {
    text.append('[');
    Iterator<?> all = node.iterator();
    while (all.hasNext() && goesOn()) {
      append(all.next(), depth + 1);
    }
    text.append("],");
  }

  private boolean goesOn() {
    return text.length() < limit && values < MAX_VALUES;
  }

  private String cut(@Nullable String value) {
    String whole = String.valueOf(value);
    return whole.substring(0, Math.min(whole.length(), Math.max(0, limit - text.length())));
  }

  private static Object[] wayOf(Class<?> type) {
    if (!extendsOne(type, NODE)) {
      return new Object[] {NONE};
    }
    if (extendsOne(type, ".node.ObjectNode")) {
      // The older ones first: the newer kept no more than one of the two.
      return with(OBJECT, method(type, "fields", "properties"));
    }
    if (extendsOne(type, ".node.ArrayNode")) {
      return new Object[] {Iterable.class.isAssignableFrom(type) ? ARRAY : OTHER};
    }
    if (extendsOne(type, ".node.TextNode") || extendsOne(type, ".node.StringNode")) {
      return with(TEXT, method(type, "textValue", "stringValue"));
    }
    boolean plain =
        extendsOne(type, ".node.NumericNode")
            || extendsOne(type, ".node.BooleanNode")
            || extendsOne(type, ".node.NullNode");
    return new Object[] {plain ? PLAIN : OTHER};
  }

  private static Object[] with(String way, @Nullable Method method) {
    return method == null ? new Object[] {OTHER} : new Object[] {way, method};
  }

  /** Whether the class, or one that it extends, is Jackson's of this name. */
  private static boolean extendsOne(Class<?> type, String name) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.getName().endsWith(name) && at.getName().contains(JACKSON)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Method method(Class<?> type, String... names) {
    for (String name : names) {
      try {
        return type.getMethod(name);
      } catch (NoSuchMethodException ofAnotherVersion) {
        // Then it has the next.
      }
    }
    return null;
  }
}

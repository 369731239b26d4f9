package dev.openaierrors.formats;

/** Which half of the day a time is in, where hours go to twelve. */
final class HalfOfDay {

  private static final String[] MORNING = {
    "AM", "am", "a.m.", "a. m.", "a.\u00a0m.", "a.\u202fm.", "上午", "午前", "오전", "vorm."
  };
  private static final String[] AFTERNOON = {
    "PM", "pm", "p.m.", "p. m.", "p.\u00a0m.", "p.\u202fm.", "下午", "午後", "오후", "nachm."
  };

  private HalfOfDay() {}

  /** 1 before noon, 2 after it, 0 if that is not said. */
  static int read(Cursor c) {
    return skipOne(c, MORNING) ? 1 : skipOne(c, AFTERNOON) ? 2 : 0;
  }

  private static boolean skipOne(Cursor c, String[] words) {
    for (String word : words) {
      if (c.skipText(word)) {
        return true;
      }
    }
    return false;
  }
}

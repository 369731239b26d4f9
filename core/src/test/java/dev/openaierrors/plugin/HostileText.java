package dev.openaierrors.plugin;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Text of a class of the application's, which counts how often it is asked, or fails. */
final class HostileText implements CharSequence {

  private final String text;
  private final @Nullable Error failure;
  private final AtomicInteger asked = new AtomicInteger();

  HostileText(String text, @Nullable Error failure) {
    this.text = text;
    this.failure = failure;
  }

  int asked() {
    return asked.get();
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    asked.incrementAndGet();
    if (failure != null) {
      throw failure;
    }
    return text;
  }
}

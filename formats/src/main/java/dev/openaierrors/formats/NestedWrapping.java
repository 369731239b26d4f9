package dev.openaierrors.formats;

/** Two wrappings, one in the other. */
final class NestedWrapping extends Wrapping {

  private final Wrapping outer;
  private final Wrapping inner;

  NestedWrapping(Wrapping outer, Wrapping inner) {
    super(outer.id(), outer.title() + ", " + inner.title());
    this.outer = outer;
    this.inner = inner;
  }

  @Override
  boolean hidesWords() {
    return outer.hidesWords() || inner.hidesWords();
  }

  @Override
  boolean keepsTogether() {
    return outer.keepsTogether();
  }

  @Override
  boolean unwrap(Cursor line, Unwrapped target) {
    Unwrapped around = target.around();
    if (!outer.unwrap(line, around)) {
      return false;
    }
    if (!inner.unwrap(line.on(around.bytes, around.from, around.to), target)) {
      target.set(around.bytes, around.from, around.to);
    }
    target.completedByAround();
    return true;
  }
}

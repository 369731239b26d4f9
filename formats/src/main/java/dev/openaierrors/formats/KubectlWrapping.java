package dev.openaierrors.formats;

/** {@code kubectl logs --prefix}: {@code [pod/name/container] text}. */
final class KubectlWrapping extends Wrapping {

  KubectlWrapping() {
    super("kubectl", "kubectl logs --prefix");
  }

  @Override
  boolean hidesWords() {
    return false;
  }

  @Override
  boolean isConstant() {
    return true;
  }

  @Override
  boolean unwrap(Cursor line, Unwrapped target) {
    if (!line.skip("[pod/")) {
      return false;
    }
    int begin = line.at();
    if (!line.find(']')) {
      return false;
    }
    int end = line.at();
    line.skip(']');
    line.skip(' ');
    target.set(line.bytes(), line.at(), line.end());
    target.parts.name(line.bytes(), begin, end);
    return true;
  }
}

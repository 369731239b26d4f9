package dev.openaierrors.formats;

/** {@code kubectl logs --prefix}: {@code [pod/name/container] text}. */
final class KubectlWrapping extends Wrapping {

  KubectlWrapping() {
    super("kubectl", "kubectl logs --prefix");
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
    String name = line.text(begin, line.at());
    line.skip(']');
    line.skip(' ');
    target.set(line.bytes(), line.at(), line.end());
    target.key = name;
    target.service = name;
    return true;
  }
}

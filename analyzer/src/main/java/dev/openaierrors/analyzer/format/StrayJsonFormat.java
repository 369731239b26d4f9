package dev.openaierrors.analyzer.format;

/** JSON lines in a log of text: only those that begin as no answer of a server does. */
final class StrayJsonFormat extends OtherJsonFormat {

  StrayJsonFormat() {}

  @Override
  boolean begins(Cursor line, Head head) {
    head.timed = false;
    head.messageFrom = line.at();
    return JsonLine.beginsWithTime(line);
  }
}

/**
 * What do the lines of a log say? Reads the events of logs in many formats, for whoever asks of
 * each what OpenAI error it carries.
 *
 * <p>{@link dev.openaierrors.formats.FormatSet} tells in which formats a log is. A {@link
 * dev.openaierrors.formats.LineReader} puts the events of one source together, line by line, which
 * {@link dev.openaierrors.formats.ParsedEventView} shows to core:
 *
 * <pre>{@code
 * ErrorAnalyzer analyzer = ErrorAnalyzer.create();
 * ParsedEventView view = new ParsedEventView();
 * LineReader reader =
 *     new LineReader(
 *         FormatSet.detect(sample, sample.length),
 *         (event, place) -> use(analyzer.analyze(view, event)));
 * reader.lines(bytes, 0, bytes.length, 0);
 * reader.end();
 * }</pre>
 *
 * <p>Whoever has much of a log in memory finds the few events that matter faster with {@link
 * dev.openaierrors.formats.LogBytes} and {@link dev.openaierrors.formats.EventReader}.
 *
 * <p>A format of text is a class and a line in {@code LogFormats}, one of JSON a row of {@code
 * JsonDialects}. No clock, no thread, no I/O.
 */
@NullMarked
package dev.openaierrors.formats;

import org.jspecify.annotations.NullMarked;

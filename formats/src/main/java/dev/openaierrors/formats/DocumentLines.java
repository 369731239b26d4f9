package dev.openaierrors.formats;

import java.io.InputStream;
import java.util.function.UnaryOperator;

/**
 * How lines are made of a document.
 *
 * @param title what it is, in words
 * @param maker makes of a document a stream of its events, each a line
 */
record DocumentLines(String title, UnaryOperator<InputStream> maker) {}

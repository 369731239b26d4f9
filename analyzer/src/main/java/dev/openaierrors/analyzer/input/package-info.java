/**
 * From bytes to events that carry an OpenAI error: finding the files, decompressing, recognising
 * the log's format, putting events of many lines together, reading their time, and asking core what
 * they are.
 */
@NullMarked
package dev.openaierrors.analyzer.input;

import org.jspecify.annotations.NullMarked;

/**
 * What log lines look like: one class for each format that is recognised, and one for each wrapping
 * that containers and system logs put around lines. All are listed in {@link
 * dev.openaierrors.analyzer.format.LogFormats}.
 */
@NullMarked
package dev.openaierrors.analyzer.format;

import org.jspecify.annotations.NullMarked;

/**
 * The command line: what already happened, read from log files. Commands here; reading in {@code
 * input}, what was found in {@code report}, how it is shown in {@code output}.
 */
@NullMarked
package dev.openaierrors.analyzer;

import org.jspecify.annotations.NullMarked;

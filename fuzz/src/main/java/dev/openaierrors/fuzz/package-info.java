/** What must hold whatever comes in: a log line, an exception, a file, a setting. */
@NullMarked
package dev.openaierrors.fuzz;

import org.jspecify.annotations.NullMarked;

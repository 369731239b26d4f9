/** Alert rules tried on what was logged, by the very engine that alerts in services. */
@NullMarked
package dev.openaierrors.analyzer.replay;

import org.jspecify.annotations.NullMarked;

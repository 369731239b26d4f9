/** How a report is shown: on a terminal, as JSON, as a page. */
@NullMarked
package dev.openaierrors.analyzer.output;

import org.jspecify.annotations.NullMarked;

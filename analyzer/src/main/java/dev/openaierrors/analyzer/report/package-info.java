/**
 * What was found, in bounded memory however much that is: counts, episodes, a timeline, samples.
 * Every text in a report is redacted.
 */
@NullMarked
package dev.openaierrors.analyzer.report;

import org.jspecify.annotations.NullMarked;

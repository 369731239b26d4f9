/** Retries that ask what failed. */
@NullMarked
package dev.openaierrors.examples.retry;

import org.jspecify.annotations.NullMarked;

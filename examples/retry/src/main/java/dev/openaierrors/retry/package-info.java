/** Retries that ask what failed. */
@NullMarked
package dev.openaierrors.retry;

import org.jspecify.annotations.NullMarked;

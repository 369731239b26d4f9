/** What an event costs with our appenders, without them, and with what people use instead. */
@NullMarked
package dev.openaierrors.benchmarks;

import org.jspecify.annotations.NullMarked;

/**
 * How core reads and writes JSON. The reader is Jackson's, under a name of ours: it is moved into
 * this package's subpackages when core is built. Not for users; may change or go at any time.
 */
@NullMarked
package dev.openaierrors.internal;

import org.jspecify.annotations.NullMarked;

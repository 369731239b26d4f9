/**
 * Where alerts go: an outbox for each destination and the destinations that are built in. All I/O
 * of the library is in here, on threads that the host lends.
 */
@NullMarked
package dev.openaierrors.delivery;

import org.jspecify.annotations.NullMarked;

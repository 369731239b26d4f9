/**
 * What a plugin holds: one pipeline, its settings as text, and the port to its host.
 *
 * <p>For authors of framework modules; may change in a minor release.
 */
@NullMarked
package dev.openaierrors.plugin;

import org.jspecify.annotations.NullMarked;

/** How many, in a registry of Micrometer? Listens to the alerts of core and holds counts only. */
@NullMarked
package dev.openaierrors.micrometer;

import org.jspecify.annotations.NullMarked;

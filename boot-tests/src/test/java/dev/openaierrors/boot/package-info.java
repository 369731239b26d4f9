/**
 * Both plugins, and the starter, inside real Spring Boot services, by the plain class path that a
 * user has.
 */
@org.jspecify.annotations.NullMarked
package dev.openaierrors.boot;

/**
 * Does it last? Errors over time become alerts: rules, conditions, the state of every incident and
 * the text that is said about it. No clock, no thread and no I/O in here: time is an argument.
 */
@NullMarked
package dev.openaierrors.alert;

import org.jspecify.annotations.NullMarked;

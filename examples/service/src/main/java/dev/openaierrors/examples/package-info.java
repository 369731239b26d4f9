/**
 * A chat service as any other: it calls OpenAI through the official client and logs through SLF4J.
 *
 * <p>Nothing in here knows the library; only the configuration of the logging framework does.
 */
package dev.openaierrors.examples;

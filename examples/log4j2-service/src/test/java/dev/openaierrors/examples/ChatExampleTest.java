package dev.openaierrors.examples;

/** The example with Log4j2, as its readers see it. */
class ChatExampleTest extends ChatExampleContract {}

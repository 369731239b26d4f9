package dev.openaierrors.examples;

/** The example with Logback, as its readers see it. */
class ChatExampleTest extends ChatExampleContract {}

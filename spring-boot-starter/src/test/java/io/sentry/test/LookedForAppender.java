package io.sentry.test;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

/** By its name it is one that somebody else looks for at root until the service has started. */
public final class LookedForAppender extends ListAppender<ILoggingEvent> {}

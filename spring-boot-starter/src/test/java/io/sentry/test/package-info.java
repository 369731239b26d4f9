/** An appender of a package whose own starter looks for its appenders directly at root. */
@org.jspecify.annotations.NullMarked
package io.sentry.test;

@NullMarked
package io.sentry.test;

import org.jspecify.annotations.NullMarked;

/**
 * Puts the appender of the logging framework in use in front of those that a service of Spring Boot
 * has, with settings from its properties. There is nothing to call here: Spring Boot finds it.
 */
@NullMarked
package dev.openaierrors.spring;

import org.jspecify.annotations.NullMarked;

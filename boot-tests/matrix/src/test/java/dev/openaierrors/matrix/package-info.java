/** Services of Spring Boot with what others bring, each in a process of its own. */
@NullMarked
package dev.openaierrors.matrix;

import org.jspecify.annotations.NullMarked;

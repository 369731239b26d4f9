/** What a servlet container loads for each of its applications anew. */
@NullMarked
package dev.openaierrors.webapp;

import org.jspecify.annotations.NullMarked;

/**
 * Operators that exist in several domains with the same meaning, shared by the built-in plugins.
 *
 * <p>The module exports this package to the built-in plugins only: it is no part of the API, and
 * plugin jars do not see it.
 */
@NullMarked
package io.modelcounter.spi.operator;

import org.jspecify.annotations.NullMarked;

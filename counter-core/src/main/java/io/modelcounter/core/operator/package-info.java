/**
 * The standard operators: one list of all families, offered as an ordinary plugin, and what the
 * classes of all families share.
 */
@NullMarked
package io.modelcounter.core.operator;

import org.jspecify.annotations.NullMarked;

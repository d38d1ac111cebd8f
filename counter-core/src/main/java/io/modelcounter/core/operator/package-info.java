/** The standard operators: one list of all families, offered as an ordinary plugin. */
@NullMarked
package io.modelcounter.core.operator;

import org.jspecify.annotations.NullMarked;

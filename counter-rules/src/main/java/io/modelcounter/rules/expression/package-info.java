/** Expressions over the shapes and attributes of a node. */
@NullMarked
package io.modelcounter.rules.expression;

import org.jspecify.annotations.NullMarked;

/** Operators on texts: joining, splitting, normalizing, matching and counting n-grams. */
@NullMarked
package io.modelcounter.core.operator.text;

import org.jspecify.annotations.NullMarked;

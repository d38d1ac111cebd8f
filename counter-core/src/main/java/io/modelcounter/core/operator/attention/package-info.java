/** Attention: scaled dot products, linear recurrences and rotary position embeddings. */
@NullMarked
package io.modelcounter.core.operator.attention;

import org.jspecify.annotations.NullMarked;

/** Recurrent layers: simple, gated and with long short-term memory. */
@NullMarked
package io.modelcounter.core.operator.recurrent;

import org.jspecify.annotations.NullMarked;

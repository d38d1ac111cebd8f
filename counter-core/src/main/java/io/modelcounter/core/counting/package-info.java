/** The cost of every layer of a typed model, and sums over layers, bodies and modules. */
@NullMarked
package io.modelcounter.core.counting;

import org.jspecify.annotations.NullMarked;

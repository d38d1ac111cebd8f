/** The engine: reads a model's graph, infers, counts, and sums up. */
@NullMarked
package io.modelcounter.core;

import org.jspecify.annotations.NullMarked;

/**
 * Types and values of everything in a model: through graphs, functions, branches and loops.
 *
 * <p>Operators are asked through the SPI; control flow and functions belong to the engine.
 */
@NullMarked
package io.modelcounter.core.inference;

import org.jspecify.annotations.NullMarked;

/**
 * What an analysis finds: the cost of every layer, module and the whole model, memory, coverage,
 * and diagnostics. All types are immutable and can be bound to values of symbols.
 */
@NullMarked
package io.modelcounter.analysis;

import org.jspecify.annotations.NullMarked;

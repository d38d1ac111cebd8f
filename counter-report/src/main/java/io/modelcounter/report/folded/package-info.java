/**
 * Folded stacks: a line a layer with the path of its modules and what it costs, as programs that
 * draw flame graphs read them.
 */
@NullMarked
package io.modelcounter.report.folded;

import org.jspecify.annotations.NullMarked;

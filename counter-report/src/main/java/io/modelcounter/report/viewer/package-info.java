/** Our numbers for programs that draw the graph: Netron and Model Explorer. */
@NullMarked
package io.modelcounter.report.viewer;

import org.jspecify.annotations.NullMarked;

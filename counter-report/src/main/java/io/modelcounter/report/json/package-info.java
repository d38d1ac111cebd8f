/**
 * The report as JSON: every number of the analysis, exact, for programs to read and for other
 * formats to be made from. A number that is not exact is null and has its bounds beside it.
 */
@NullMarked
package io.modelcounter.report.json;

import org.jspecify.annotations.NullMarked;

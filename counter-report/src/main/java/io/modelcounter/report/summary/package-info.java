/**
 * What several formats say about an analysis: headline numbers, columns of layers, the dearest
 * layers, the cost by operator, and what is not known.
 */
@NullMarked
package io.modelcounter.report.summary;

import org.jspecify.annotations.NullMarked;

/** The report for a terminal: plain ASCII in lines of at most 100 columns. */
@NullMarked
package io.modelcounter.report.text;

import org.jspecify.annotations.NullMarked;

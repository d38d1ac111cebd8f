/** Reports that are made of other reports, and the schemas of what is written. */
@NullMarked
package io.modelcounter.cli.report;

import org.jspecify.annotations.NullMarked;

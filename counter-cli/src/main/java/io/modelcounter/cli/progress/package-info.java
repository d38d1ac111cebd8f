/** How far a run is, shown on standard error. */
@NullMarked
package io.modelcounter.cli.progress;

import org.jspecify.annotations.NullMarked;

/** Configuration of the log, which goes to standard error. */
@NullMarked
package io.modelcounter.cli.logging;

import org.jspecify.annotations.NullMarked;

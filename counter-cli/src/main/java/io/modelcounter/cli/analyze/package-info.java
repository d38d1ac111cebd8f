/** Analysing the models of one command line, each on its own. */
@NullMarked
package io.modelcounter.cli.analyze;

import org.jspecify.annotations.NullMarked;

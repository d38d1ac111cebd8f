/** The list of all operators: their versions, who counts them, and how. */
@NullMarked
package io.modelcounter.cli.operators;

import org.jspecify.annotations.NullMarked;

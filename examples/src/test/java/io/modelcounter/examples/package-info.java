/** Runs the command with the plugins of the examples. */
@NullMarked
package io.modelcounter.examples;

import org.jspecify.annotations.NullMarked;

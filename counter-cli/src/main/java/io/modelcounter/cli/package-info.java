/** The modelcounter command: one class a command, and the options that commands share. */
@NullMarked
package io.modelcounter.cli;

import org.jspecify.annotations.NullMarked;

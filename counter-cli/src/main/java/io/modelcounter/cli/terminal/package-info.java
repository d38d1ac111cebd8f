/** The streams that a command reads and writes, and what they can show. */
@NullMarked
package io.modelcounter.cli.terminal;

import org.jspecify.annotations.NullMarked;

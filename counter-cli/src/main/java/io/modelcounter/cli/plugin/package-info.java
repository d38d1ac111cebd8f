/** Plugins on the command line: where they are found, and the commands about them. */
@NullMarked
package io.modelcounter.cli.plugin;

import org.jspecify.annotations.NullMarked;

/** Which models a command line means: files, directories, patterns, lists and standard input. */
@NullMarked
package io.modelcounter.cli.input;

import org.jspecify.annotations.NullMarked;

/** Values of options from files and from the environment, and where each came from. */
@NullMarked
package io.modelcounter.cli.config;

import org.jspecify.annotations.NullMarked;

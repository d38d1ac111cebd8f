/** Where reports go: renderers by format, and files that are written whole or not at all. */
@NullMarked
package io.modelcounter.cli.output;

import org.jspecify.annotations.NullMarked;

/** What a layer, an operator or a code means. */
@NullMarked
package io.modelcounter.cli.explain;

import org.jspecify.annotations.NullMarked;

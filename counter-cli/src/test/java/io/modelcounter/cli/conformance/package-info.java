/** Walks the conformance corpus and compares what is inferred with what runtimes measured. */
@NullMarked
package io.modelcounter.cli.conformance;

import org.jspecify.annotations.NullMarked;

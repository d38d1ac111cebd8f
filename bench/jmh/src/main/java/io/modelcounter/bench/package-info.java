/** Benchmarks of reading, analysing and binding models in a warm JVM. */
@NullMarked
package io.modelcounter.bench;

import org.jspecify.annotations.NullMarked;

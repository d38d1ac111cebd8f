/** Normalization: by running or computed statistics, by norms, and over neighbouring channels. */
@NullMarked
package io.modelcounter.core.operator.normalization;

import org.jspecify.annotations.NullMarked;

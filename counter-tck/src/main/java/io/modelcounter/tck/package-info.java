/**
 * A kit for testing plugins: rules to inherit (the classes whose names end in {@code Tck}), calls,
 * graphs and layers written down in short form, sizes drawn at random, and assertions.
 *
 * <p>The kit cannot prove that a plugin counts right. It finds what makes analyses wrong or break:
 * answers that change, negative amounts, zeros for what is not known, formulas that hold for the
 * sample sizes only. What a layer should cost belongs in tests of one's own.
 */
@NullMarked
package io.modelcounter.tck;

import org.jspecify.annotations.NullMarked;

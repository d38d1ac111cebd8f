/**
 * What a layer costs: amounts of elementary work by kind and element type, and the conventions that
 * turn them into MACs or FLOPs.
 */
@NullMarked
package io.modelcounter.cost;

import org.jspecify.annotations.NullMarked;

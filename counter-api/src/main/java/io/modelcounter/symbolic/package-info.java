/**
 * Sizes that may depend on symbols: exact integers and polynomials with floor, min and max in one
 * normal form, the symbols they are made of, the values that are bound to them, and amounts that
 * say how sure they are.
 */
@NullMarked
package io.modelcounter.symbolic;

import org.jspecify.annotations.NullMarked;

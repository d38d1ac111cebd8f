/** The counting conventions that ModelCounter brings. */
@NullMarked
package io.modelcounter.core.convention;

import org.jspecify.annotations.NullMarked;

/** What a model file says, without counting. */
@NullMarked
package io.modelcounter.cli.inspect;

import org.jspecify.annotations.NullMarked;

/** Rule files: how operators are counted, said without Java. */
@NullMarked
package io.modelcounter.rules;

import org.jspecify.annotations.NullMarked;

/** Documents in YAML or JSON that hold plain data and nothing else. */
@NullMarked
package io.modelcounter.rules.document;

import org.jspecify.annotations.NullMarked;

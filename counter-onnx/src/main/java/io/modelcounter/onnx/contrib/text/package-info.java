/** Operators on texts and on the characters of words. */
@NullMarked
package io.modelcounter.onnx.contrib.text;

import org.jspecify.annotations.NullMarked;

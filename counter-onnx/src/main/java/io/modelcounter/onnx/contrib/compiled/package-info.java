/** Nodes that hold a program for one device instead of operators. */
@NullMarked
package io.modelcounter.onnx.contrib.compiled;

import org.jspecify.annotations.NullMarked;

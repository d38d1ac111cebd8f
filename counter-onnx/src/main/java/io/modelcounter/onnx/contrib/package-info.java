/**
 * The operators of the domain com.microsoft, which ONNX Runtime and the tools around it put into
 * optimized and quantized files.
 */
@NullMarked
package io.modelcounter.onnx.contrib;

import org.jspecify.annotations.NullMarked;

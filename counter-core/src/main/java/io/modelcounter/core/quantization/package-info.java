/**
 * The reading of a quantized model in which operators between DequantizeLinear and QuantizeLinear
 * are the integer operators that a runtime executes.
 */
@NullMarked
package io.modelcounter.core.quantization;

import org.jspecify.annotations.NullMarked;

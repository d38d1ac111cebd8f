package io.modelcounter.analysis;

/** How the operators between DequantizeLinear and QuantizeLinear are read. */
public enum Reading {
  /** As the file has them: dequantization, an operator on floats, quantization. */
  AS_WRITTEN,
  /** As the operator on quantized tensors that a runtime executes in their place. */
  FUSED
}

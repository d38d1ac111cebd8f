package io.modelcounter.cost;

/**
 * Operations of deep-learning frameworks, each of which exporters write as one node or as several.
 *
 * <p>More kinds may be added.
 */
public enum CompositeKind {
  /** Convolution, dense, grouped or depthwise. */
  CONVOLUTION(NamedAmount.MULTIPLY_ADDS),
  /** Transposed convolution. */
  TRANSPOSED_CONVOLUTION(NamedAmount.MULTIPLY_ADDS),
  /** Linear layer: product with a matrix of weights, and perhaps a bias. */
  LINEAR(NamedAmount.MULTIPLY_ADDS),
  /** Matrix product of two activations. */
  MATRIX_PRODUCT("matrix products"),
  /** Matrix product of two activations with a sum. */
  PRODUCT_AND_SUM("matrix products"),
  /** Einsum of activations. */
  EINSUM("matrix products"),
  /** Attention as products, a softmax and perhaps a mask. */
  ATTENTION("attention"),
  /** Scaled dot-product attention as one operation of the framework. */
  FUSED_ATTENTION("attention"),
  /** Multi-head attention with its projections. */
  MULTIHEAD_ATTENTION("attention"),
  /** Encoder layer of a transformer. */
  ENCODER_LAYER("attention"),
  /** Batch normalization. */
  BATCH_NORM("batch norm"),
  /** Layer normalization. */
  LAYER_NORM("layer norm"),
  /** Group normalization. */
  GROUP_NORM("group norm"),
  /** Instance normalization. */
  INSTANCE_NORM("instance norm"),
  /** Root-mean-square normalization. */
  RMS_NORM("RMS norm"),
  /** Rectified linear unit. */
  RELU("activations"),
  /** Rectified linear unit that is cut off at 6. */
  RELU6("activations"),
  /** Values cut off at two bounds. */
  CLAMP("activations"),
  /** Leaky rectified linear unit. */
  LEAKY_RELU("activations"),
  /** Rectified linear unit with a learned slope. */
  PRELU("activations"),
  /** Exponential linear unit. */
  ELU("activations"),
  /** Gaussian error linear unit. */
  GELU("activations"),
  /** Sigmoid linear unit, also called Swish. */
  SILU("activations"),
  /** Sigmoid. */
  SIGMOID("activations"),
  /** Hyperbolic tangent. */
  TANH("activations"),
  /** Piecewise-linear SiLU. */
  HARDSWISH("activations"),
  /** Piecewise-linear sigmoid. */
  HARDSIGMOID("activations"),
  /** Mish. */
  MISH("activations"),
  /** Softmax. */
  SOFTMAX("softmax"),
  /** Logarithm of a softmax. */
  LOG_SOFTMAX("softmax"),
  /** Average pooling. */
  AVERAGE_POOL("pooling"),
  /** Maximum pooling. */
  MAX_POOL("pooling"),
  /** Average pooling to a given output size. */
  ADAPTIVE_AVERAGE_POOL("pooling"),
  /** Maximum pooling to a given output size. */
  ADAPTIVE_MAX_POOL("pooling"),
  /** Interpolation to another size. */
  UPSAMPLE("upsampling"),
  /** Look-up in a table of weights. */
  EMBEDDING("embedding"),
  /** Simple recurrent layer over a sequence. */
  RNN("recurrent layers"),
  /** Gated recurrent layer over a sequence. */
  GRU("recurrent layers"),
  /** Long short-term memory over a sequence. */
  LSTM("recurrent layers"),
  /** One step of a simple recurrent layer. */
  RNN_CELL("recurrent layers"),
  /** One step of a gated recurrent layer. */
  GRU_CELL("recurrent layers"),
  /** One step of a long short-term memory. */
  LSTM_CELL("recurrent layers"),
  /** Addition, subtraction, multiplication or division of two tensors. */
  ELEMENTWISE("element-wise operations"),
  /** Mean, sum or extreme over axes. */
  REDUCTION("reductions");

  private final String term;

  CompositeKind(String term) {
    this.term = term;
  }

  /**
   * Name of the work of such an operation in a breakdown of an amount.
   *
   * @return a name that several kinds share
   */
  public String term() {
    return term;
  }
}

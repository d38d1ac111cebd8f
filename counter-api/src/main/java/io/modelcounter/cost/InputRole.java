package io.modelcounter.cost;

/** What a stored tensor is to the operator that reads it. */
public enum InputRole {
  /** Learned elements: weights, biases, tables. A stored tensor in this place is a parameter. */
  PARAMETER,
  /**
   * Learned if the exporter says so: the operand of an Add or a Mul. A stored float tensor of more
   * than one element in this place is a parameter unless something else speaks against it.
   */
  OPERAND,
  /** Statistics that training keeps, such as the running mean of a batch normalization. */
  BUFFER,
  /** Anything else: bounds, scales, shapes, indices. */
  CONSTANT
}

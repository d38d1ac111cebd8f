package io.modelcounter.analysis;

import io.modelcounter.cost.InputRole;
import io.modelcounter.model.TensorType;
import io.modelcounter.symbolic.Amount;

/**
 * A tensor that the model stores, and what it is.
 *
 * @param name name in its graph
 * @param type element type and dimensions
 * @param role {@link InputRole#PARAMETER}, {@link InputRole#BUFFER} or {@link InputRole#CONSTANT}
 * @param reason why it is that
 * @param bytes bytes that it takes by the width of its type
 */
public record StoredTensor(
    String name, TensorType type, InputRole role, String reason, Amount bytes) {}

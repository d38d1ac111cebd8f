package io.modelcounter.onnx;

import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;

/**
 * What a dimension without a size becomes: a symbol named after its value and axis.
 *
 * @param value name of the value
 * @param input whether the value is an input of the model, whose sizes the caller chooses
 */
record UnnamedDimension(String value, boolean input) {

  /**
   * The size of one axis.
   *
   * @param axis axis, from 0
   * @return a symbol that nothing else has
   */
  Size size(int axis) {
    String name = value + "." + axis;
    return Size.of(
        input ? Symbol.named(name) : Symbol.dataDependent(name, "the file gives no size"));
  }

  /** The same for the members of a sequence or map, whose sizes may differ. */
  UnnamedDimension ofMembers() {
    return new UnnamedDimension(value, false);
  }
}

package io.modelcounter.onnx;

import java.util.Arrays;

/** A list of longs that grows. */
final class LongList {
  private long[] values = new long[8];
  private int size;
  private long offered;

  /**
   * Adds a value unless there are enough already.
   *
   * @param value the value
   * @param most how many values are kept
   */
  void add(long value, int most) {
    offered++;
    if (size >= most) {
      return;
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /** How many values were added, kept or not. */
  long offered() {
    return offered;
  }

  /** How many values are kept. */
  int size() {
    return size;
  }

  /** One of the values that are kept. */
  long get(int index) {
    return values[index];
  }

  /** The values that are kept. */
  long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}

package io.modelcounter.spi.support;

import io.modelcounter.model.TensorValue;

/**
 * Places in small tensors that the last axis of other tensors names by coordinates (ONNX, GatherND
 * and ScatterND).
 */
public final class Coordinates {
  private Coordinates() {}

  /**
   * Number of elements that one set of coordinates takes.
   *
   * @param data the data
   * @param indices the sets of coordinates
   * @param batch number of leading axes that data and indices share
   * @return the number
   */
  public static int sliceLength(TensorValue data, TensorValue indices, int batch) {
    long[] dims = indices.dims();
    return Elements.strides(data.dims())[batch + (int) dims[dims.length - 1] - 1];
  }

  /**
   * Where what each set of coordinates takes begins in the data.
   *
   * @param data the data
   * @param indices the sets of coordinates
   * @param batch number of leading axes that data and indices share
   * @return a place for each set, -1 if a coordinate is not known or out of range
   */
  public static int[] places(TensorValue data, TensorValue indices, int batch) {
    long[] dims = data.dims();
    int[] strides = Elements.strides(dims);
    int coordinates = (int) indices.dims()[indices.rank() - 1];
    int[] places = new int[indices.size() / coordinates];
    int batches = 1;
    for (int i = 0; i < batch; i++) {
      batches *= (int) dims[i];
    }
    int setsOfBatch = Math.max(1, places.length / Math.max(1, batches));
    int batchLength = batch == 0 ? 0 : strides[batch - 1];
    for (int i = 0; i < places.length; i++) {
      int place = i / setsOfBatch * batchLength;
      for (int k = 0; k < coordinates && place >= 0; k++) {
        int axis = batch + k;
        int index = Elements.index(indices.at(i * coordinates + k), (int) dims[axis]);
        place = index < 0 ? -1 : place + index * strides[axis];
      }
      places[i] = place;
    }
    return places;
  }
}

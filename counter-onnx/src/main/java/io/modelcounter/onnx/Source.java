package io.modelcounter.onnx;

import io.modelcounter.model.ModelException;
import io.modelcounter.spi.ModelInput;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * Opens the file again when a constant is asked for its value.
 *
 * @param input the file
 * @param size length that it had when it was walked
 */
record Source(ModelInput input, long size) {

  /**
   * Reads a part of the file.
   *
   * @param offset offset of the first byte
   * @param count how many bytes, no more than {@link Limits#READ_TENSOR_BYTES}
   * @return the bytes
   * @throws ModelException if the file is gone or has another length
   */
  byte[] read(long offset, int count) {
    String place = "byte " + offset;
    try (SeekableByteChannel channel = input.open()) {
      if (channel.size() != size) {
        throw new ModelException(
            "E0108",
            place,
            "the file has " + channel.size() + " bytes, it had " + size + " before");
      }
      WireReader wire = new WireReader(channel, size, null);
      wire.seek(offset);
      return wire.peek(count);
    } catch (IOException e) {
      throw new ModelException("E0109", place, "reading failed: " + e.getMessage(), null, e);
    }
  }
}

package io.modelcounter.onnx;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.model.Model;
import io.modelcounter.spi.ModelInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds messages of ONNX files and reads them. */
final class OnnxFiles {
  private OnnxFiles() {}

  /** A model of format version 8 and operator set 17. */
  static WireWriter model(WireWriter graph) {
    return new WireWriter().varint(1, 8).message(7, graph).message(8, opset("", 17));
  }

  static WireWriter opset(String domain, long version) {
    return new WireWriter().text(1, domain).varint(2, version);
  }

  /** A graph with the input x, the output y and nodes. */
  static WireWriter graph(WireWriter... nodes) {
    return new WireWriter()
        .message(1, nodes)
        .text(2, "g")
        .message(11, value("x", 2, 3))
        .message(12, value("y", 2, 3));
  }

  /** A graph that computes y = Relu(x). */
  static WireWriter relu() {
    return graph(node("Relu", "x", "y"));
  }

  static WireWriter node(String operator, String input, String output) {
    return new WireWriter().text(1, input).text(2, output).text(4, operator);
  }

  static WireWriter value(String name, long... dims) {
    WireWriter shape = new WireWriter();
    for (long dim : dims) {
      shape.message(1, new WireWriter().varint(1, dim));
    }
    return value(name, shape);
  }

  static WireWriter value(String name, WireWriter shape) {
    WireWriter tensor = new WireWriter().varint(1, 1).message(2, shape);
    return new WireWriter().text(1, name).message(2, new WireWriter().message(1, tensor));
  }

  static WireWriter tensor(String name, int dataType, long... dims) {
    return new WireWriter().packed(1, dims).varint(2, dataType).text(8, name);
  }

  /** The model y = Relu(x) with one more initializer. */
  static WireWriter withInitializer(WireWriter tensor) {
    return model(relu().message(5, tensor));
  }

  static WireWriter attribute(String name, int type) {
    return new WireWriter().text(1, name).varint(20, type);
  }

  static WireWriter entry(String key, String value) {
    return new WireWriter().text(1, key).text(2, value);
  }

  static Model read(WireWriter file) {
    return read(file.toBytes(), new ArrayList<>());
  }

  static List<Diagnostic> diagnostics(WireWriter file) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    read(file.toBytes(), diagnostics);
    return diagnostics;
  }

  static Model read(byte[] file, List<Diagnostic> diagnostics) {
    return new OnnxModelReader().read(input(file), diagnostics::add);
  }

  static ModelInput input(byte[] file) {
    return new ModelInput() {
      @Override
      public String name() {
        return "memory.onnx";
      }

      @Override
      public Optional<Path> path() {
        return Optional.empty();
      }

      @Override
      public SeekableByteChannel open() {
        return new Memory(file);
      }
    };
  }

  /** A channel over bytes that counts how many were read. */
  static class Memory implements SeekableByteChannel {
    private final byte[] bytes;
    private long position;
    private long read;
    private boolean open = true;

    Memory(byte[] bytes) {
      this.bytes = bytes;
    }

    long bytesRead() {
      return read;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (position >= bytes.length) {
        return -1;
      }
      int count = (int) Math.min(target.remaining(), bytes.length - position);
      target.put(bytes, (int) position, count);
      position += count;
      read += count;
      return count;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new UnsupportedOperationException("read only");
    }

    @Override
    public long position() {
      return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
      position = newPosition;
      return this;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new UnsupportedOperationException("read only");
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }
}

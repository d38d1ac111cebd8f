import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes synthetic ONNX models for the benchmarks: {@code java bench/Generate.java chain NODES
 * FILE} or {@code java bench/Generate.java large BYTES FILE}. Weights are zeros; those of a large
 * model are holes in the file, so that it takes almost no disk.
 */
public final class Generate {
  private static final String USAGE =
      """
      usage: java Generate.java chain NODES FILE   convolution blocks: Conv, BatchNormalization, Relu, Add
             java Generate.java large BYTES FILE   matrix products with at least BYTES bytes of weights\
      """;

  private static final int OPSET = 17;
  private static final int IR_VERSION = 8;

  private static final int CHANNELS = 4;
  private static final int IMAGE = 32;
  private static final int WIDTH = 4096;

  private static final int FLOAT = 1;
  private static final int FLOAT_BYTES = 4;
  private static final int ATTRIBUTE_INTS = 7;

  private Generate() {}

  /**
   * Writes one model.
   *
   * @param args what to write, its size, and the file
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3
        || !Set.of("chain", "large").contains(args[0])
        || !args[1].matches("[1-9][0-9]{0,15}")) {
      System.err.println(USAGE);
      System.exit(2);
    }
    long size = Long.parseLong(args[1]);
    Message graph =
        args[0].equals("chain")
            ? chain(Math.toIntExact(size))
            : large(Math.toIntExact(layers(size)));
    model(graph).write(Path.of(args[2]));
  }

  private static Message model(Message graph) {
    return new Message()
        .number(1, IR_VERSION)
        .text(2, "bench/Generate.java")
        .message(7, graph)
        .message(8, new Message().text(1, "").number(2, OPSET));
  }

  /** Blocks of four nodes; the last block is cut short if the number of nodes asks for it. */
  private static Message chain(int nodes) {
    Message graph = new Message().text(2, "chain");
    String image = "image";
    String blockInput = image;
    String last = image;
    for (int i = 0; i < nodes; i++) {
      String module = "/block" + i / 4;
      switch (i % 4) {
        case 0 -> {
          blockInput = last;
          String weight = module + "/conv.weight";
          graph.message(5, tensor(weight, CHANNELS, CHANNELS, 3, 3));
          last =
              node(
                  graph, "Conv", module + "/conv", List.of(last, weight), ints("pads", 1, 1, 1, 1));
        }
        case 1 -> {
          List<String> inputs = new ArrayList<>(List.of(last));
          for (String part : List.of("scale", "bias", "mean", "variance")) {
            String name = module + "/norm." + part;
            graph.message(5, tensor(name, CHANNELS));
            inputs.add(name);
          }
          last = node(graph, "BatchNormalization", module + "/norm", inputs);
        }
        case 2 -> last = node(graph, "Relu", module + "/relu", List.of(last));
        default -> last = node(graph, "Add", module + "/add", List.of(last, blockInput));
      }
    }
    return graph
        .message(11, value(image, CHANNELS, IMAGE, IMAGE))
        .message(12, value(last, CHANNELS, IMAGE, IMAGE));
  }

  private static long layers(long bytes) {
    long layerBytes = (long) WIDTH * WIDTH * FLOAT_BYTES;
    return (bytes + layerBytes - 1) / layerBytes;
  }

  private static Message large(int layers) {
    Message graph = new Message().text(2, "large");
    String last = "features";
    for (int i = 0; i < layers; i++) {
      String weight = "layer" + i + ".weight";
      graph.message(5, tensor(weight, WIDTH, WIDTH));
      last = node(graph, "MatMul", "/layer" + i + "/matmul", List.of(last, weight));
    }
    return graph.message(11, value("features", WIDTH)).message(12, value(last, WIDTH));
  }

  /** Adds a node with one output and returns the output's name. */
  private static String node(
      Message graph, String operator, String name, List<String> inputs, Message... attributes) {
    Message node = new Message();
    for (String input : inputs) {
      node.text(1, input);
    }
    String output = name + "_output";
    node.text(2, output).text(3, name).text(4, operator);
    for (Message attribute : attributes) {
      node.message(5, attribute);
    }
    graph.message(1, node);
    return output;
  }

  private static Message ints(String name, long... values) {
    Message attribute = new Message().text(1, name);
    for (long value : values) {
      attribute.number(8, value);
    }
    return attribute.number(20, ATTRIBUTE_INTS);
  }

  /** Tensor of zeros. */
  private static Message tensor(String name, long... sizes) {
    Message tensor = new Message();
    long bytes = FLOAT_BYTES;
    for (long size : sizes) {
      tensor.number(1, size);
      bytes *= size;
    }
    return tensor.number(2, FLOAT).text(8, name).zeros(9, bytes);
  }

  /** Graph input or output whose first dimension is the symbol N. */
  private static Message value(String name, long... sizes) {
    Message shape = new Message().message(1, new Message().text(2, "N"));
    for (long size : sizes) {
      shape.message(1, new Message().number(1, size));
    }
    Message tensorType = new Message().number(1, FLOAT).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensorType));
  }

  /** Bytes of a file, then a run of zero bytes. */
  private record Piece(byte[] bytes, long zeros) {}

  /** Protocol buffer message under construction. */
  private static final class Message {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    /** A run of zeros at least this long becomes a hole. */
    private static final long HOLE = 1 << 16;

    private final List<Piece> pieces = new ArrayList<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(32);
    private long length;

    Message number(int field, long value) {
      varint((long) field << 3 | VARINT);
      varint(value);
      return this;
    }

    Message text(int field, String value) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      header(field, bytes.length);
      append(bytes);
      return this;
    }

    Message message(int field, Message value) {
      header(field, value.length);
      for (Piece piece : value.pieces) {
        append(piece.bytes());
        appendZeros(piece.zeros());
      }
      append(value.pending.toByteArray());
      return this;
    }

    Message zeros(int field, long count) {
      header(field, count);
      appendZeros(count);
      return this;
    }

    void write(Path file) throws IOException {
      Files.deleteIfExists(file);
      Set<StandardOpenOption> options =
          Set.of(
              StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE);
      try (FileChannel channel = FileChannel.open(file, options)) {
        for (Piece piece : pieces) {
          writeFully(channel, piece.bytes());
          channel.position(channel.position() + piece.zeros());
        }
        writeFully(channel, pending.toByteArray());
      }
    }

    private static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }

    private void header(int field, long valueLength) {
      varint((long) field << 3 | LENGTH_DELIMITED);
      varint(valueLength);
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7FL) != 0) {
        pending.write((int) (rest & 0x7F | 0x80));
        length++;
        rest >>>= 7;
      }
      pending.write((int) rest);
      length++;
    }

    private void append(byte[] bytes) {
      pending.writeBytes(bytes);
      length += bytes.length;
    }

    private void appendZeros(long count) {
      if (count < HOLE) {
        append(new byte[(int) count]);
        return;
      }
      pieces.add(new Piece(pending.toByteArray(), count));
      pending.reset();
      length += count;
    }
  }
}

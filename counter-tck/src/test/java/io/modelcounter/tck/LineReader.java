package io.modelcounter.tck;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.spi.ModelInput;
import io.modelcounter.spi.ModelReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sample format: a line {@code layers}, then the operator of a node on every line. */
class LineReader implements ModelReader {
  static final String FIRST_LINE = "layers\n";

  @Override
  public String format() {
    return "lines";
  }

  @Override
  public boolean accepts(ModelInput input) {
    try {
      return text(input).startsWith(FIRST_LINE);
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Override
  public Model read(ModelInput input, Consumer<Diagnostic> diagnostics) {
    String text;
    try {
      text = text(input);
    } catch (IOException unreadable) {
      throw new ModelException("E0109", "", "it cannot be read", null, unreadable);
    }
    if (!text.startsWith(FIRST_LINE)) {
      throw new ModelException("E0104", "", "the first line is not \"layers\"");
    }
    TestGraph graph = TestGraph.named(input.name());
    String value = graph.input("x", "float32[batch, 3]");
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (String operator : lines.subList(1, lines.size())) {
      value = graph.node(operator, value).output("y" + value.length() + lines.indexOf(operator));
    }
    return graph.output(value).model();
  }

  String text(ModelInput input) throws IOException {
    try (SeekableByteChannel channel = input.open()) {
      ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // reads on until the buffer is full
      }
      return new String(bytes.array(), StandardCharsets.ISO_8859_1);
    }
  }
}

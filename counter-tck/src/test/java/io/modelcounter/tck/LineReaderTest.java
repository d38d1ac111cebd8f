package io.modelcounter.tck;

import io.modelcounter.spi.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A correct reader keeps every rule of the kit. */
final class LineReaderTest extends ModelReaderTck {
  @Override
  protected ModelReader reader() {
    return new LineReader();
  }

  @Override
  protected List<BytesInput> files() {
    return List.of(
        BytesInput.of("two.txt", "layers\nRelu\nAbs\n".getBytes(StandardCharsets.ISO_8859_1)));
  }
}

package io.modelcounter.onnx;

import io.modelcounter.spi.ModelReader;
import io.modelcounter.tck.BytesInput;
import io.modelcounter.tck.ModelReaderTck;
import java.util.List;

/** The reader keeps the rules of the kit. */
final class OnnxReaderRulesTest extends ModelReaderTck {
  @Override
  protected ModelReader reader() {
    return new OnnxModelReader();
  }

  @Override
  protected List<BytesInput> files() {
    return List.of(
        BytesInput.of("relu.onnx", OnnxFiles.model(OnnxFiles.relu()).toBytes()),
        BytesInput.of("rich.onnx", DamagedFilesTest.file()));
  }
}

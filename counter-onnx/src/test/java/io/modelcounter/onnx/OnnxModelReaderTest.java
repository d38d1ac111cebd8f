package io.modelcounter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.Model;
import io.modelcounter.spi.ModelInput;
import io.modelcounter.spi.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelReaderTest {
  private final OnnxModelReader reader = new OnnxModelReader();

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(ModelReader.class))
        .hasAtLeastOneElementOfType(OnnxModelReader.class);
  }

  @Test
  void readsAFileWithItsOrigin(@TempDir Path directory) throws IOException {
    WireWriter file =
        OnnxFiles.model(OnnxFiles.relu())
            .text(2, "pytorch")
            .text(3, "2.6.0")
            .message(14, OnnxFiles.entry("author", "nobody"));
    Path path = Files.write(directory.resolve("net.onnx"), file.toBytes());
    ModelInput input = ModelInput.of(path);
    assertThat(reader.accepts(input)).isTrue();
    Model model = reader.read(input, diagnostic -> {});
    assertThat(model.origin().name()).isEqualTo("net.onnx");
    assertThat(model.origin().format()).isEqualTo(reader.format());
    assertThat(model.origin().bytes()).isEqualTo(Files.size(path));
    assertThat(model.origin().externalBytes()).isZero();
    assertThat(model.producer()).isEqualTo("pytorch 2.6.0");
    assertThat(model.formatVersion()).isEqualTo(8);
    assertThat(model.metadata()).containsEntry("author", "nobody");
    assertThat(model.graph().name()).isEqualTo("g");
  }

  @Test
  void acceptsNoDirectoryAndNoMissingFile(@TempDir Path directory) {
    assertThat(reader.accepts(ModelInput.of(directory))).isFalse();
    assertThat(reader.accepts(ModelInput.of(directory.resolve("no.onnx")))).isFalse();
  }

  @Test
  void saysTheSameTwice() {
    byte[] file = DamagedFilesTest.file();
    Model first = reader.read(OnnxFiles.input(file), diagnostic -> {});
    Model second = reader.read(OnnxFiles.input(file), diagnostic -> {});
    assertThat(second.origin()).isEqualTo(first.origin());
    assertThat(second.graph()).hasToString(first.graph().toString());
  }
}

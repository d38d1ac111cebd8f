package io.modelcounter.onnx;

import static io.modelcounter.onnx.OnnxFiles.model;
import static io.modelcounter.onnx.OnnxFiles.relu;
import static io.modelcounter.onnx.OnnxFiles.tensor;
import static io.modelcounter.onnx.OnnxFiles.withInitializer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.model.Constant;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.spi.ModelInput;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no readable ONNX file is refused with its code, before anything of it is believed. */
class FileRowsTest {
  private final OnnxModelReader reader = new OnnxModelReader();

  @TempDir Path directory;

  private ModelException refusal(ModelInput input) {
    return catchThrowableOfType(ModelException.class, () -> reader.read(input, diagnostic -> {}));
  }

  private ModelException refusal(byte[] file) {
    return refusal(OnnxFiles.input(file));
  }

  private ModelException refusal(Path path) {
    return refusal(ModelInput.of(path));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void saysThatAFileIsNotThere() throws IOException {
    assertThat(refusal(directory.resolve("no.onnx")).code()).isEqualTo("E0101");
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("nowhere"));
    assertThat(refusal(link).code()).isEqualTo("E0107");
    Path loop = Files.createSymbolicLink(directory.resolve("loop"), Path.of("loop"));
    assertThat(refusal(loop).code()).isEqualTo("E0107");
  }

  @Test
  void saysThatAFileMayNotBeRead() throws IOException {
    Path file = Files.write(directory.resolve("secret.onnx"), model(relu()).toBytes());
    assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));
    assertThat(refusal(file).code()).isEqualTo("E0102");
  }

  @Test
  void refusesDirectoriesAndPipesWithoutOpeningThem() throws Exception {
    assertThat(refusal(directory).code()).isEqualTo("E0106");
    Path pipe = directory.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    assertThat(refusal(pipe).code()).isEqualTo("E0106");
    assertThat(reader.accepts(ModelInput.of(pipe))).isFalse();
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(refusal(new byte[0]).code()).isEqualTo("E0103");
  }

  @Test
  void refusesNoise() {
    byte[] ones = new byte[4096];
    Arrays.fill(ones, (byte) 0xff);
    assertThat(refusal(new byte[] {0x0a}).code()).isEqualTo("E0201");
    assertThat(refusal(new byte[4096]).code()).isEqualTo("E0201");
    assertThat(refusal(ones).code()).isEqualTo("E0201");
    for (int seed = 0; seed < 50; seed++) {
      byte[] noise = new byte[4096];
      new Random(seed).nextBytes(noise);
      assertThat(refusal(noise).code()).matches("E0[12]0[0-9]");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "504b030414000000, zip",
    "1f8b0800, gzip",
    "377abcaf271c, 7z",
    "28b52ffd00, zstd",
    "1c00000054464c33, TensorFlow Lite",
    "080000004f52544d, ONNX Runtime",
    "894844460d0a1a0a, HDF5",
    "47475546030000, GGUF",
    "80028a0a6cfc9c46, pickle",
    "ffff0000000000007b22, safetensors",
  })
  void namesOtherFormats(String hex, String name) {
    byte[] file = Arrays.copyOf(HexFormat.of().parseHex(hex), 600);
    ModelException refusal = refusal(file);
    assertThat(refusal.code()).isEqualTo("E0104");
    assertThat(refusal.reason()).contains(name);
    assertThat(refusal.hint()).isPresent();
    assertThat(reader.accepts(OnnxFiles.input(file))).isFalse();
  }

  @Test
  void namesAPyTorchArchiveAndATar() {
    byte[] torch = Arrays.copyOf(text("PK\003\004................model/data.pkl"), 100);
    assertThat(refusal(torch).reason()).contains("PyTorch");
    byte[] tar = new byte[1024];
    System.arraycopy(text("ustar"), 0, tar, 257, 5);
    assertThat(refusal(tar).reason()).contains("tar");
  }

  @Test
  void namesTextForms() {
    assertThat(refusal(text("\n<!DOCTYPE html><html>Sign in</html>")).reason()).contains("HTML");
    assertThat(refusal(text("{\"irVersion\": 8}")).reason()).contains("JSON");
    assertThat(refusal(text("<\n  ir_version: 7\n>\ng (x) => (y) {}")).reason())
        .contains("text form");
    assertThat(refusal(text("404: not found")).reason()).contains("text");
  }

  @Test
  void readsAGitLfsPointer() {
    String pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n";
    ModelException refusal = refusal(text(pointer));
    assertThat(refusal.code()).isEqualTo("E0105");
    assertThat(refusal.reason()).contains("sha256:4d7a2146").contains("size 12345");
    assertThat(refusal.hint().orElseThrow()).contains("git lfs pull");
  }

  @Test
  void saysHowMuchOfACutPayloadIsLeft() throws IOException {
    Path file = directory.resolve("cut.onnx");
    long payload = 1L << 30;
    WireWriter head = new WireWriter().varint(1, 8).tag(7, 2).number(payload + 100);
    Files.write(file, head.toBytes());
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength(payload / 2);
    }
    ModelException refusal = refusal(file);
    assertThat(refusal.code()).isEqualTo("E0201");
    assertThat(refusal.reason())
        .contains(String.valueOf(payload + 100))
        .contains(payload / 2 - head.toBytes().length + " bytes remain");
  }

  @Test
  void refusesTrailingBytes() {
    byte[] model = model(relu()).toBytes();
    for (String trailing : List.of("garbage", "\0\0\0\0", "zzz")) {
      ModelException refusal = refusal(new WireWriter().raw(model).raw(text(trailing)).toBytes());
      assertThat(refusal.code()).isEqualTo("E0202");
      assertThat(refusal.place()).startsWith("byte ");
      assertThat(Integer.parseInt(refusal.place().substring(5)))
          .isBetween(model.length, model.length + trailing.length());
    }
  }

  @Test
  void refusesFilesAboveTheLimitUnread() throws IOException {
    Path file = directory.resolve("huge.onnx");
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength(Limits.FILE_BYTES + 1);
    }
    assertThat(refusal(file).code()).isEqualTo("E0401");
  }

  @Test
  void readsFilesAboveTwoGigabytesWithARemark() throws IOException {
    long payload = 3L << 30;
    WireWriter tensor = tensor("w", 1, payload / 4).tag(9, 2).number(payload);
    long length = tensor.toBytes().length + payload;
    WireWriter graph = relu().tag(5, 2).number(length).raw(tensor.toBytes());
    WireWriter head =
        new WireWriter()
            .message(8, OnnxFiles.opset("", 17))
            .varint(1, 8)
            .tag(7, 2)
            .number(graph.toBytes().length + payload)
            .raw(graph.toBytes());
    Path file = Files.write(directory.resolve("large.onnx"), head.toBytes());
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength(head.toBytes().length + payload);
    }
    List<Diagnostic> diagnostics = new ArrayList<>();
    Model model = reader.read(ModelInput.of(file), diagnostics::add);
    assertThat(model.graph().initializers().get("w").type()).hasToString("float32[805306368]");
    assertThat(diagnostics).extracting(Diagnostic::code).containsExactly("W0401");
  }

  @Test
  void doesNotReadPayloads() {
    byte[] file =
        withInitializer(tensor("w", 1, 1_000_000).bytes(9, new byte[4_000_000])).toBytes();
    OnnxFiles.Memory channel = new OnnxFiles.Memory(file);
    reader.read(channel(channel), diagnostic -> {});
    assertThat(channel.bytesRead()).isLessThan(40_000);
  }

  private static ModelInput channel(SeekableByteChannel channel) {
    return new ModelInput() {
      @Override
      public String name() {
        return "channel.onnx";
      }

      @Override
      public Optional<Path> path() {
        return Optional.empty();
      }

      @Override
      public SeekableByteChannel open() {
        return channel;
      }
    };
  }

  @Test
  void noticesThatTheFileBecameShorterWhileItWasRead() {
    byte[] file = model(relu()).toBytes();
    ModelInput input =
        channel(
            new OnnxFiles.Memory(Arrays.copyOf(file, file.length / 2)) {
              @Override
              public long size() {
                return file.length;
              }
            });
    assertThat(refusal(input).code()).isEqualTo("E0108");
  }

  @Test
  void noticesThatTheFileChangedBeforeAConstantWasRead() throws IOException {
    WireWriter large = tensor("w", 7, 1_000).bytes(9, new byte[8_000]);
    Path file = Files.write(directory.resolve("m.onnx"), withInitializer(large).toBytes());
    Constant constant =
        reader.read(ModelInput.of(file), diagnostic -> {}).graph().initializers().get("w");
    Files.write(file, new byte[10]);
    ModelException refusal = catchThrowableOfType(ModelException.class, constant::value);
    assertThat(refusal.code()).isEqualTo("E0108");
  }

  @Test
  void saysWhereReadingFailed() {
    byte[] file = withInitializer(tensor("w", 1, 50_000).bytes(9, new byte[200_000])).toBytes();
    ModelInput input =
        channel(
            new OnnxFiles.Memory(file) {
              @Override
              public int read(ByteBuffer target) throws IOException {
                if (position() > 100_000) {
                  throw new IOException("stale file handle");
                }
                return super.read(target);
              }
            });
    ModelException refusal = refusal(input);
    assertThat(refusal.code()).isEqualTo("E0109");
    assertThat(refusal.place()).contains("byte 200");
    assertThat(refusal.reason()).contains("stale file handle");
  }
}

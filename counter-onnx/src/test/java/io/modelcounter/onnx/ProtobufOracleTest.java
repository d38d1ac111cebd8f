package io.modelcounter.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reader and protobuf's own parser say the same of the same bytes. */
class ProtobufOracleTest {
  private static final long SMALL = 100_000;

  private static DynamicMessage parse(byte[] file) throws InvalidProtocolBufferException {
    return DynamicMessage.parseFrom(OnnxSchema.model(), file);
  }

  private static Model read(byte[] file) {
    return OnnxFiles.read(file, new ArrayList<>());
  }

  @Test
  void agreesOnSmallRealFiles() throws IOException {
    Path corpus = CorpusTest.CORPUS;
    assumeTrue(Files.isDirectory(corpus), "skipped: there is no " + corpus);
    List<Path> files;
    try (Stream<Path> all = Files.walk(corpus)) {
      files = all.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
    }
    int compared = 0;
    for (Path file : files) {
      if (Files.size(file) > SMALL || file.getFileName().toString().startsWith("evil_")) {
        continue;
      }
      byte[] bytes = Files.readAllBytes(file);
      try {
        ProtobufComparison.compare(parse(bytes), read(bytes));
      } catch (AssertionError difference) {
        throw new AssertionError(file + ": " + difference.getMessage(), difference);
      }
      compared++;
    }
    assertThat(compared).isGreaterThan(1_000);
  }

  @Test
  void agreesOnDamagedFilesThatItReads() throws IOException {
    byte[] file = DamagedFilesTest.file();
    ProtobufComparison.compare(parse(file), read(file));
    Random random = new Random(4362);
    int compared = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = file.clone();
      damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      Model model;
      try {
        model = read(damaged);
      } catch (ModelException refusal) {
        continue;
      }
      ProtobufComparison.compare(parse(damaged), model);
      compared++;
    }
    assertThat(compared).isGreaterThan(1_000);
  }
}

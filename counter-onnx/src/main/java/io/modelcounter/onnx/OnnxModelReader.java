package io.modelcounter.onnx;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.model.ModelOrigin;
import io.modelcounter.spi.ModelInput;
import io.modelcounter.spi.ModelReader;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads ONNX files, as the ONNX specification of format versions 1 to 14 describes them.
 *
 * <p>Weights are stepped over and files with external data are never opened. Everything a file may
 * hold has a limit; what is damaged, beyond a limit or contradicts itself is refused with a {@link
 * ModelException} that says where.
 */
public final class OnnxModelReader implements ModelReader {
  private static final String FORMAT = "onnx";

  /** Makes a reader; it keeps nothing between files. */
  public OnnxModelReader() {}

  @Override
  public String format() {
    return FORMAT;
  }

  /**
   * Tells whether the input may be ONNX: a file whose first bytes are not those of another known
   * format.
   */
  @Override
  public boolean accepts(ModelInput input) {
    Optional<Path> path = input.path();
    if (path.isPresent() && !Files.isRegularFile(path.get())) {
      return false;
    }
    try (SeekableByteChannel channel = input.open()) {
      return ForeignFormat.of(InputFile.head(channel)) == null;
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Override
  public Model read(ModelInput input, Consumer<Diagnostic> diagnostics) {
    input.path().ifPresent(InputFile::check);
    try (SeekableByteChannel channel = input.open()) {
      return read(input, channel, new Findings(diagnostics));
    } catch (IOException e) {
      throw input
          .path()
          .map(path -> InputFile.refusal(path, e))
          .orElseGet(
              () -> new ModelException("E0109", "", "reading failed: " + e.getMessage(), null, e));
    }
  }

  private static Model read(ModelInput input, SeekableByteChannel channel, Findings findings)
      throws IOException {
    long size = channel.size();
    checkSize(size, findings);
    ForeignFormat foreign = ForeignFormat.of(InputFile.head(channel));
    if (foreign != null) {
      throw foreign.refusal();
    }
    MessageDigest digest = sha256();
    WireReader wire = new WireReader(channel, size, digest);
    ExternalData external = new ExternalData(input.path(), findings);
    Reading in =
        new Reading(
            wire,
            new Source(input, size),
            new Budget(),
            findings,
            new DimensionText(),
            external,
            new ModuleScopes());
    ModelProto.Content content = ModelProto.read(in);
    new GraphCheck(findings).check(content);
    if (channel.size() != size) {
      throw new ModelException("E0108", "byte " + size, "the file changed while it was read");
    }
    wire.reportUnknown(findings);
    findings.finish();
    String hash = HexFormat.of().formatHex(digest.digest());
    return new Model(
        new ModelOrigin(input.name(), FORMAT, size, external.total(), hash),
        content.producer(),
        content.irVersion(),
        content.opsets(),
        content.graph(),
        content.functions(),
        content.metadata());
  }

  private static void checkSize(long size, Findings findings) {
    if (size == 0) {
      throw new ModelException(
          "E0103", "", "the file is empty", "export or download it again", null);
    }
    if (size > Limits.FILE_BYTES) {
      throw new ModelException(
          "E0401", "", "the file has " + size + " bytes, the limit is " + Limits.FILE_BYTES);
    }
    if (size > Limits.PROTOBUF_BYTES) {
      findings.info(
          "W0401",
          "",
          "the file has " + size + " bytes; tools that use protobuf cannot read more than 2 GiB");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

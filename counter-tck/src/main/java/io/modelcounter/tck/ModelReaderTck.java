package io.modelcounter.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.spi.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Rules that every {@link ModelReader} keeps; a test class extends this one, gives the reader and
 * small files, and inherits them. It must keep them all.
 *
 * <ul>
 *   <li>R1: the name of its format has 1 to 64 lower-case letters, digits and hyphens.
 *   <li>R2: it accepts files of its format and reads them.
 *   <li>R3: it does not throw when asked about any bytes, and does not accept those that are
 *       plainly of another format.
 *   <li>R4: asked twice, it reads the same.
 *   <li>R5: a file that is cut off is read or refused with a {@link ModelException}, and nothing
 *       else.
 *   <li>R6: so is a file with damaged bytes.
 *   <li>R7: it closes every channel that it opens, also if it refuses the file.
 *   <li>R8: what it refuses, it refuses with a code and a reason.
 *   <li>R9: several threads at once read the same.
 * </ul>
 */
public abstract class ModelReaderTck {
  private static final int CUTS = 300;
  private static final int DAMAGES = 300;
  private static final long SEED = 1;

  /** Files of other formats, which their first bytes tell. */
  private static final List<BytesInput> FOREIGN =
      List.of(
          BytesInput.of("text.txt", ascii("a text, not a model\n")),
          BytesInput.of("data.json", ascii("{\"a\": [1, 2]}")),
          BytesInput.of("page.html", ascii("<!DOCTYPE html><html>")),
          BytesInput.of("archive.zip", new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}));

  /** Files that could be anything. */
  private static final List<BytesInput> SHAPELESS =
      List.of(
          BytesInput.of("empty.bin", new byte[0]),
          BytesInput.of("zeros.bin", new byte[64]),
          BytesInput.of("random.bin", random(256)));

  /** For subclasses. */
  protected ModelReaderTck() {}

  /**
   * The reader to test.
   *
   * @return the reader
   */
  protected abstract ModelReader reader();

  /**
   * Valid files of the format, a few kilobytes at most: each is read hundreds of times.
   *
   * @return at least one file
   */
  protected abstract List<BytesInput> files();

  @Test
  @DisplayName("R1 names its format")
  void r1NamesItsFormat() {
    assertThat(reader().format()).matches("[a-z0-9][a-z0-9-]{0,63}");
  }

  @TestFactory
  @DisplayName("R2 accepts and reads files of its format")
  Stream<DynamicTest> r2AcceptsAndReadsItsFormat() {
    return each(
        file -> {
          assertThat(reader().accepts(file)).as("accepts " + file).isTrue();
          assertThat(ModelTexts.describe(read(file))).isNotEmpty();
        });
  }

  @TestFactory
  @DisplayName("R3 leaves files of other formats to others")
  Stream<DynamicTest> r3LeavesOtherFormatsToOthers() {
    return Stream.concat(FOREIGN.stream(), SHAPELESS.stream())
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.name(),
                    () -> {
                      boolean accepted = reader().accepts(file);
                      assertThat(accepted && FOREIGN.contains(file))
                          .as("accepts " + file)
                          .isFalse();
                      requireClosed(file);
                    }));
  }

  @TestFactory
  @DisplayName("R4 reads the same twice")
  Stream<DynamicTest> r4ReadsTheSameTwice() {
    return each(
        file ->
            assertThat(ModelTexts.describe(read(file))).isEqualTo(ModelTexts.describe(read(file))));
  }

  @TestFactory
  @DisplayName("R5 reads or refuses a file that is cut off")
  Stream<DynamicTest> r5ReadsOrRefusesAFileThatIsCutOff() {
    return each(
        file -> {
          byte[] bytes = file.bytes();
          int step = Math.max(1, bytes.length / CUTS);
          for (int length = 0; length < bytes.length; length += step) {
            requireReadOrRefused("cut off at " + length, Arrays.copyOf(bytes, length), file);
          }
        });
  }

  @TestFactory
  @DisplayName("R6 reads or refuses a file with damaged bytes")
  Stream<DynamicTest> r6ReadsOrRefusesADamagedFile() {
    return each(
        file -> {
          Random random = new Random(SEED);
          for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged = file.bytes();
            int position = random.nextInt(damaged.length);
            damaged[position] = (byte) random.nextInt(256);
            requireReadOrRefused("damaged at " + position, damaged, file);
          }
        });
  }

  @TestFactory
  @DisplayName("R7 closes what it opens")
  Stream<DynamicTest> r7ClosesWhatItOpens() {
    return each(
        file -> {
          read(file);
          requireClosed(file);
        });
  }

  @Test
  @DisplayName("R8 refuses with a code and a reason")
  void r8RefusesWithACodeAndAReason() {
    for (BytesInput file : Stream.concat(FOREIGN.stream(), SHAPELESS.stream()).toList()) {
      Optional<ModelException> refusal = refusal(file);
      assertThat(refusal).as("refusal of " + file).isPresent();
      assertThat(refusal.orElseThrow().code()).as("code for " + file).matches("E[0-9]{4}");
      assertThat(refusal.orElseThrow().reason()).as("reason for " + file).isNotBlank();
    }
  }

  @TestFactory
  @DisplayName("R9 reads the same in several threads")
  Stream<DynamicTest> r9ReadsTheSameInSeveralThreads() {
    ModelReader reader = reader();
    return files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.name(),
                    () ->
                        Concurrently.requireSameAnswer(
                            () -> ModelTexts.describe(reader.read(file, odd -> {})))));
  }

  private Model read(BytesInput file) {
    return reader().read(file, odd -> {});
  }

  private Optional<ModelException> refusal(BytesInput file) {
    try {
      read(file);
      return Optional.empty();
    } catch (ModelException refused) {
      return Optional.of(refused);
    }
  }

  private void requireReadOrRefused(String what, byte[] bytes, BytesInput original) {
    BytesInput file = BytesInput.of(original.name(), bytes);
    assertThatCode(
            () -> {
              reader().accepts(file);
              refusal(file);
            })
        .as(original.name() + " " + what)
        .doesNotThrowAnyException();
    requireClosed(file);
  }

  private static void requireClosed(BytesInput file) {
    assertThat(file.openChannels()).as("channels left open of " + file).isZero();
  }

  private Stream<DynamicTest> each(Consumer<BytesInput> check) {
    List<BytesInput> files = files();
    assertThat(files).as("files()").isNotEmpty();
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.name(), () -> check.accept(file)));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(SEED).nextBytes(bytes);
    return bytes;
  }
}

package io.modelcounter.tck;

import static io.modelcounter.tck.Kits.run;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.analysis.Diagnostic;
import io.modelcounter.model.Model;
import io.modelcounter.model.ModelException;
import io.modelcounter.spi.ModelInput;
import io.modelcounter.spi.ModelReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class ModelReaderTckTest {
  private static final BytesInput FILE =
      BytesInput.of("one.txt", "layers\nRelu\n".getBytes(StandardCharsets.ISO_8859_1));

  private static ModelReaderTck kit(ModelReader reader) {
    return new ModelReaderTck() {
      @Override
      protected ModelReader reader() {
        return reader;
      }

      @Override
      protected List<BytesInput> files() {
        return List.of(FILE);
      }
    };
  }

  @Test
  void findsAReaderThatTakesEveryFile() {
    ModelReader greedy =
        new LineReader() {
          @Override
          public boolean accepts(ModelInput input) {
            return true;
          }
        };
    assertThatThrownBy(() -> run(kit(greedy).r3LeavesOtherFormatsToOthers()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("accepts text.txt");
  }

  @Test
  void findsAReaderThatBreaksOnDamagedFiles() {
    ModelReader fragile =
        new LineReader() {
          @Override
          public Model read(ModelInput input, Consumer<Diagnostic> diagnostics) {
            try {
              if (text(input).charAt(3) == 'e') {
                return super.read(input, diagnostics);
              }
            } catch (IOException unreadable) {
              throw new AssertionError(unreadable);
            }
            throw new ModelException("E0104", "", "no file of mine");
          }
        };
    assertThatThrownBy(() -> run(kit(fragile).r5ReadsOrRefusesAFileThatIsCutOff()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("one.txt cut off at 0");
  }

  @Test
  void findsAChannelThatIsLeftOpen() {
    ModelReader leaking =
        new LineReader() {
          @Override
          String text(ModelInput input) throws IOException {
            input.open();
            return super.text(input);
          }
        };
    assertThatThrownBy(() -> run(kit(leaking).r7ClosesWhatItOpens()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("channels left open");
  }

  @Test
  void findsARefusalWithoutACode() {
    ModelReader silent =
        new LineReader() {
          @Override
          public Model read(ModelInput input, Consumer<Diagnostic> diagnostics) {
            throw new ModelException("", "", "no");
          }
        };
    assertThatThrownBy(() -> kit(silent).r8RefusesWithACodeAndAReason())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("code for text.txt");
  }
}

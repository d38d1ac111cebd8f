package io.modelcounter.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.core.OptionException;
import io.modelcounter.core.PluginException;
import io.modelcounter.core.PluginFailureException;
import io.modelcounter.model.ModelException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
  @ParameterizedTest
  @CsvSource({"E0101, INPUT", "E0201, INPUT", "E0316, INPUT", "E0401, LIMIT", "E0411, LIMIT"})
  void aModelIsWrongOrTooMuch(String code, ExitCode exitCode) {
    assertThat(Failures.explain("m", new ModelException(code, "", "why")).exitCode())
        .isEqualTo(exitCode);
  }

  @Test
  void aMessageHasFilePlaceReasonAndHint() {
    ModelException failure =
        new ModelException("E0316", "node \"conv\"", "stride is 0", "export it again", null);
    assertThat(Failures.explain("net.onnx", failure).details().lines())
        .containsExactly(
            "[E0316] net.onnx: node \"conv\": stride is 0", "  hint:  export it again");
  }

  @Test
  void anOptionThatDoesNotFitIsAWrongCommandLine() {
    assertThat(Failures.explain("m", new OptionException("no")).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aPluginHasItsCodeItsFileAndItsCause() {
    PluginException failure =
        new PluginException(
            "E0702", "acme.jar", "it is damaged", "copy it", new IOException("cut"));
    CommandException explained = Failures.explain("net.onnx", failure);
    assertThat(explained.exitCode()).isEqualTo(ExitCode.PLUGIN);
    assertThat(explained.details().lines())
        .containsExactly("[E0702] acme.jar: it is damaged", "  cause: cut", "  hint:  copy it");
  }

  @Test
  void aFailureOfAPluginHasTheModelAndTheNode() {
    PluginException failure =
        new PluginFailureException("acme", "node \"a\"", new IllegalStateException("why"));
    assertThat(Failures.explain("net.onnx", failure).details().lines())
        .containsExactly(
            "[E0713] net.onnx: node \"a\": plugin acme failed: java.lang.IllegalStateException:"
                + " why",
            "  hint:  report it to whoever makes the plugin, or leave the plugin out; to go on"
                + " without what it should say: --keep-going");
  }

  @Test
  void everythingElseIsABug() {
    for (Throwable failure :
        new Throwable[] {
          new NullPointerException(), new StackOverflowError(), new LinkageError()
        }) {
      assertThat(Failures.explain("m", failure).exitCode()).isEqualTo(ExitCode.INTERNAL);
    }
  }

  @Test
  void aMessageIsShortAndVisible() {
    Message message = Message.of("E1", "x\u001b".repeat(500), "y\n".repeat(5_000));
    assertThat(message.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.length()).isLessThan(1_200))
        .satisfies(line -> assertThat(line.chars()).noneMatch(Character::isISOControl));
  }
}

package io.modelcounter.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.core.PluginFailureException;
import io.modelcounter.model.ModelException;
import io.modelcounter.spi.InvalidNodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PluginGuardTest {

  private static String run(PluginGuard guard, Supplier<@Nullable String> code) {
    return guard.call("acme", "node \"a\" (Op, main #3)", code, reason -> "instead: " + reason);
  }

  private static Supplier<@Nullable String> throwing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  @Test
  void handsTheAnswerOn() {
    assertThat(run(PluginGuard.strict(), () -> "answer")).isEqualTo("answer");
  }

  @Test
  void namesThePluginAndThePlaceOfAFailure() {
    IllegalStateException cause = new IllegalStateException("no table");

    assertThatThrownBy(() -> run(PluginGuard.strict(), throwing(cause)))
        .isInstanceOf(PluginFailureException.class)
        .hasMessage(
            "plugin acme failed at node \"a\" (Op, main #3): java.lang.IllegalStateException: no"
                + " table")
        .hasCause(cause)
        .satisfies(
            thrown -> {
              PluginFailureException failure = (PluginFailureException) thrown;
              assertThat(failure.plugin()).isEqualTo("acme");
              assertThat(failure.place()).isEqualTo("node \"a\" (Op, main #3)");
            });
  }

  @Test
  void takesAMissingClassForAFailure() {
    Supplier<@Nullable String> code =
        () -> {
          throw new NoClassDefFoundError("com/acme/Table");
        };

    assertThatThrownBy(() -> run(PluginGuard.strict(), code))
        .isInstanceOf(PluginFailureException.class)
        .hasMessageContaining("com/acme/Table");
  }

  @Test
  void takesNoAnswerForAFailure() {
    assertThatThrownBy(() -> run(PluginGuard.strict(), () -> null))
        .isInstanceOf(PluginFailureException.class)
        .hasMessageContaining("the answer is null");
  }

  @Test
  void doesNotTakeAnEndlessRecursionForAFailure() {
    Supplier<@Nullable String> code =
        () -> {
          throw new StackOverflowError();
        };

    assertThatThrownBy(() -> run(PluginGuard.strict(), code))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void notesAFailureAndGoesOnWithAnotherAnswer() {
    List<PluginFailureException> failures = new ArrayList<>();
    PluginGuard guard = PluginGuard.goingOn(failures::add);

    assertThat(run(guard, throwing(new IllegalStateException("no table"))))
        .isEqualTo(
            "instead: plugin acme failed at node \"a\" (Op, main #3):"
                + " java.lang.IllegalStateException: no table");
    assertThat(failures).hasSize(1);
  }

  static List<RuntimeException> providedFor() {
    return List.of(
        new InvalidNodeException("rank 3, expected 4"),
        new ModelException("E0502", "weights.bin", "there is no such file"),
        new PluginFailureException("other", "node \"b\"", new IllegalStateException()));
  }

  @ParameterizedTest
  @MethodSource("providedFor")
  void letsPassWhatTheInterfaceProvidesFor(RuntimeException failure) {
    assertThatThrownBy(() -> run(PluginGuard.strict(), throwing(failure))).isSameAs(failure);
  }
}

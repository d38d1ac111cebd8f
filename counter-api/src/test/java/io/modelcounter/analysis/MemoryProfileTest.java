package io.modelcounter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.symbolic.Amount;
import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryProfileTest {

  private static LiveTensor tensor(String name, String bytes, int first, int last) {
    return new LiveTensor(name, "float32[]", Amount.exact(Size.parse(bytes)), first, last);
  }

  @Test
  void addsUpWhatIsAliveAtEachStep() {
    MemoryProfile profile =
        MemoryProfile.of(
            List.of("a", "b", "c"),
            List.of(tensor("x", "10", 0, 1), tensor("y", "20", 0, 2), tensor("z", "5", 2, 2)));

    assertThat(profile.curve()).hasToString("[30, 30, 25]");
    assertThat(profile.peak()).hasToString("30");
    assertThat(profile.peakStep()).hasValue(0);
    assertThat(profile.aliveAt(2)).extracting(LiveTensor::name).containsExactly("y", "z");
  }

  @Test
  void leavesOutStepsThatAnotherOneDominates() {
    MemoryProfile profile =
        MemoryProfile.of(
            List.of("a", "b", "c"),
            List.of(
                tensor("x", "4*n", 0, 0), tensor("y", "n^2 + n", 1, 1), tensor("z", "3*n", 2, 2)));

    assertThat(profile.peak()).isEqualTo(Amount.exact(Size.parse("max(4*n, n^2 + n)")));
    assertThat(profile.peakStep()).isEmpty();
    assertThat(profile.bind(Bindings.of("n", 2)).peak()).hasToString("8");
    assertThat(profile.bind(Bindings.of("n", 5)).peakStep()).hasValue(1);
  }

  @Test
  void saysAtLeastWhereStepsHangOnTooManySymbols() {
    List<String> steps = new ArrayList<>();
    List<LiveTensor> tensors = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      steps.add("node" + i);
      tensors.add(tensor("value" + i, "4*n" + i, i, i));
    }

    Amount peak = MemoryProfile.of(steps, tensors).peak();

    assertThat(peak.isExact()).isFalse();
    assertThat(peak.high()).isEmpty();
    assertThat(peak.low().symbols()).hasSize(1);
  }

  @Test
  void boundsThePeakByTheSizesThatTheDataDecide() {
    Size count = Size.of(Symbol.dataDependent("boxes", "the data decide", Size.of(100)));
    MemoryProfile profile =
        MemoryProfile.of(
            List.of("a", "b"),
            List.of(
                tensor("x", "8", 0, 1),
                new LiveTensor("y", "float32[boxes]", Amount.exact(count.times(4)), 1, 1)));

    assertThat(profile.peak().low()).hasToString("8");
    assertThat(profile.peak().high()).hasValue(Size.of(408));
    assertThat(profile.peak().reasons()).singleElement().asString().contains("of y");
  }

  @Test
  void hasNoPeakWithoutSteps() {
    assertThat(MemoryProfile.of(List.of(), List.of()).peak()).hasToString("0");
  }
}

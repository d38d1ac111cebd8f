package io.modelcounter.onnx.contrib.signal;

import io.modelcounter.onnx.contrib.Contrib;
import io.modelcounter.tck.TestCall;
import java.util.List;

/** Calls of every operator of the family. */
final class SignalSamples {
  private SignalSamples() {}

  static TestCall call(String operator) {
    return TestCall.of(Contrib.DOMAIN, operator, 1);
  }

  static List<TestCall> all() {
    return List.of(
        call("Rfft").input("float32[batch, 3, 16]"),
        call("Rfft").input("float32[rows, n]").attribute("onesided", 0L),
        call("Rfft").input("float32[batch, 8, 16]").attribute("signal_ndim", 2L),
        call("Irfft").input("float16[batch, 9, 2]").attribute("signal_ndim", 1L),
        call("Irfft")
            .input("float32[batch, 4, 5, 2]")
            .attribute("signal_ndim", 2L)
            .attribute("onesided", 0L));
  }
}

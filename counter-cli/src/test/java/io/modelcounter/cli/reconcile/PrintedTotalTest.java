package io.modelcounter.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedTotalTest {

  @ParameterizedTest
  @CsvSource({
    "ptflops, 1825313768, 1.83 GMac",
    "ptflops, 4100000000, 4.1 GMac",
    "ptflops, 4000000000000, 4000.0 GMac",
    "ptflops-aten, 1000000, 1.0 MMac",
    "ptflops-nofunctional, 999, 999 Mac",
    "thop, 1000000000, 1000.00M",
    "thop, 1000000001, 1.00G",
    "thop, 7, 7.00B",
    "ultralytics-thop, 1000000000, 1.00G",
    "torchstat, 1821399040, 1.82GFlops",
    "torchstat, 5, 5Flops",
    "torchstat-madd, 3638757912, 3.64GMAdd",
    "fvcore, 1819065856, 1.819G",
    "fvcore, 100000000, 100M",
    "fvcore, 100000001, 0.1G",
    "fvcore, 0, 0",
    "mmengine, 64, 64",
    "torchinfo, 1814083944, 1.81 G",
    "torchinfo, 2000000, 2 M",
    "torchinfo, 2500, 2.50 k",
    "torchinfo, 12, 12",
    "torch, 3628146688, 3628.147M",
    "torch, 10884440064, 10.884B",
    "torch, 12, 12.000",
    "deepspeed, 3636250112, 3.64 GFLOPS",
    "deepspeed, 12, '12 FLOPS'",
    "calflops-macs, 1800000000, 1.8 GMACs",
    "calflops-macs, 12345678900000000, 12345.7 TMACs",
  })
  void writesATotalAsTheToolDoes(String convention, BigInteger total, String printed) {
    assertThat(PrintedTotal.of(convention, total)).contains(printed);
  }

  @Test
  void doesNotKnowHowOthersWrite() {
    assertThat(PrintedTotal.of("macs", BigInteger.TEN)).isEmpty();
  }
}

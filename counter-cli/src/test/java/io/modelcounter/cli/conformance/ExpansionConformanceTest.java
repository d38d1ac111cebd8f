package io.modelcounter.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.symbolic.Amount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Operators that ONNX also defines as a function of other operators: the published cases come in
 * both forms, and both forms multiply and add as often.
 */
class ExpansionConformanceTest {
  private static final String EXPANDED = "_expanded";

  /** Its coordinates are counted as sums, its function multiplies matrices. */
  private static final String AFFINE_GRID = "test_affine_grid";

  @Test
  void anOperatorHasTheMultiplyAddsOfItsFunction() throws IOException {
    Path cases = Corpus.root().resolve("onnx-backend");
    Assumptions.assumeTrue(Files.isDirectory(cases), "skipped: the corpus is not here");
    List<Path> models = Corpus.models(cases);
    int compared = 0;
    for (Path expanded : models) {
      String name = expanded.getParent().getFileName().toString();
      Path operator =
          expanded
              .getParent()
              .resolveSibling(name.replace(EXPANDED, ""))
              .resolve(expanded.getFileName());
      if (name.endsWith(EXPANDED) && !name.startsWith(AFFINE_GRID) && Files.exists(operator)) {
        compared++;
        assertThat(multiplyAdds(operator)).as(name).isEqualTo(multiplyAdds(expanded));
      }
    }
    System.out.println("expansions: " + compared + " operators have the MACs of their function");
    assertThat(compared).isPositive();
  }

  private static Amount multiplyAdds(Path model) {
    return Exported.analyze(model).totals().macs();
  }
}

package io.modelcounter.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.symbolic.Bindings;
import io.modelcounter.symbolic.Size;
import org.junit.jupiter.api.Test;

class FormulaTest {
  private static final Formula PRODUCT =
      Formula.of("rows * columns")
          .where("rows", "rows", Size.parse("n"))
          .where("columns", "columns", Size.of(4));

  @Test
  void explainsItsTermsInOneLine() {
    assertThat(PRODUCT.text()).isEqualTo("rows * columns with rows = n, columns = 4");
    assertThat(PRODUCT.bind(Bindings.of("n", 3)).text())
        .isEqualTo("rows * columns with rows = 3, columns = 4");
    assertThat(Formula.of("").text()).isEmpty();
  }

  @Test
  void addsAnotherFormulaWithItsTerms() {
    Formula sum = PRODUCT.plus(Formula.of("pairs").where("pairs", "pairs", Size.of(5)));
    assertThat(sum.text())
        .isEqualTo("rows * columns + pairs with rows = n, columns = 4, pairs = 5");
  }

  @Test
  void explainsATermOfBothSummandsOnce() {
    Formula rows = Formula.of("rows").where("rows", "rows", Size.parse("n"));
    assertThat(PRODUCT.plus(rows).text())
        .isEqualTo("rows * columns + rows with rows = n, columns = 4");
  }
}

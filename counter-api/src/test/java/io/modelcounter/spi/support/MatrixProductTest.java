package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcounter.cost.Work;
import io.modelcounter.cost.WorkKind;
import io.modelcounter.model.ElementType;
import io.modelcounter.model.Shape;
import io.modelcounter.spi.InvalidNodeException;
import io.modelcounter.symbolic.Size;
import io.modelcounter.symbolic.Symbol;
import org.junit.jupiter.api.Test;

class MatrixProductTest {
  private static final Size BATCH = Size.of(Symbol.named("batch"));

  @Test
  void multipliesBatchRowsInnerAndColumns() {
    Shape left = Shape.of(BATCH, Size.ONE, Size.of(4), Size.of(5));
    Shape right = Shape.of(3, 5, 6);
    MatrixProduct product = MatrixProduct.of(left, right);
    assertThat(product.multiplyAdds()).isEqualTo(BATCH.times(360));
    assertThat(product.sums()).isEqualTo(BATCH.times(72));
    assertThat(MatrixProduct.outputShape(left, right))
        .isEqualTo(Shape.of(BATCH, Size.of(3), Size.of(4), Size.of(6)));
  }

  @Test
  void takesAVectorForOneRowOrOneColumn() {
    assertThat(MatrixProduct.outputShape(Shape.of(5), Shape.of(5, 6))).isEqualTo(Shape.of(6));
    assertThat(MatrixProduct.outputShape(Shape.of(4, 5), Shape.of(5))).isEqualTo(Shape.of(4));
    assertThat(MatrixProduct.outputShape(Shape.of(5), Shape.of(5))).isEqualTo(Shape.scalar());
    assertThat(MatrixProduct.of(Shape.of(5), Shape.of(5)).multiplyAdds()).isEqualTo(Size.of(5));
  }

  @Test
  void hasNoSumWithoutProducts() {
    MatrixProduct empty = MatrixProduct.of(Shape.of(4, 0), Shape.of(0, 6));
    assertThat(empty.work(ElementType.FLOAT32)).isEqualTo(Work.NONE);
    Work work = MatrixProduct.of(Shape.of(4, 5), Shape.of(5, 6)).work(ElementType.FLOAT32);
    assertThat(work.amount(WorkKind.SUM_START)).isEqualTo(Size.of(24));
  }

  @Test
  void namesTheBatchOnlyWhereThereIsOne() {
    assertThat(MatrixProduct.of(Shape.of(4, 5), Shape.of(5, 6)).formula().text())
        .isEqualTo("M * K * N with M = 4, K = 5, N = 6");
    assertThat(MatrixProduct.of(Shape.of(2, 4, 5), Shape.of(5, 6)).formula().text())
        .isEqualTo("batch * M * K * N with batch = 2, M = 4, K = 5, N = 6");
  }

  @Test
  void refusesAScalarAndWhatDoesNotFit() {
    assertThatThrownBy(() -> MatrixProduct.of(Shape.scalar(), Shape.of(5)))
        .isInstanceOf(InvalidNodeException.class);
    assertThatThrownBy(() -> MatrixProduct.outputShape(Shape.of(4, 5), Shape.of(4, 5)))
        .isInstanceOf(InvalidNodeException.class)
        .hasMessage("shapes [4, 5] and [4, 5] do not multiply as matrices");
  }
}

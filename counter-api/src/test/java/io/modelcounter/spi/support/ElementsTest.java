package io.modelcounter.spi.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcounter.model.ElementType;
import io.modelcounter.model.OperatorId;
import io.modelcounter.model.Scalar;
import io.modelcounter.model.Shape;
import io.modelcounter.model.TensorValue;
import io.modelcounter.spi.Call;
import io.modelcounter.spi.Inferred;
import io.modelcounter.symbolic.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ElementsTest {

  /** The integers from 0 on. */
  private static TensorValue counting(long... dims) {
    int count = Elements.count(dims);
    return TensorValue.of(
        ElementType.INT64, dims, LongStream.range(0, count).mapToObj(Scalar::of).toList());
  }

  private static Call call(Inferred input) {
    return Call.of(new OperatorId("acme", "Any", 1)).input(input).output("Y").build();
  }

  @Test
  void followsConstantSizesOnly() {
    assertThat(Elements.followedDims(Shape.of(2, 3)).orElseThrow()).containsExactly(2, 3);
    assertThat(Elements.followedDims(Shape.of(Size.parse("n")))).isEmpty();
    assertThat(Elements.followedDims(Shape.of(1L << 40))).isEmpty();
    assertThat(Elements.followedDims(Shape.unknownRank("who knows"))).isEmpty();
  }

  @Test
  void picksByTheSumOfOffsets() {
    TensorValue source = counting(2, 3);
    assertThat(Elements.strides(source.dims())).containsExactly(3, 1);
    assertThat(Elements.pick(source, Elements.allOffsets(source.dims()), Scalar.UNKNOWN))
        .isEqualTo(source);
    int[][] lastColumnTwice = {{0, 3}, {2, 2}};
    assertThat(Elements.pick(source, lastColumnTwice, Scalar.UNKNOWN).elements())
        .containsExactly(Scalar.of(2), Scalar.of(2), Scalar.of(5), Scalar.of(5));
  }

  @Test
  void putsSomethingElseWhereAnOffsetIsNegative() {
    int[][] offsets = {{-1, 1}};
    assertThat(Elements.pick(counting(2), offsets, Scalar.of(9)).elements())
        .containsExactly(Scalar.of(9), Scalar.of(1));
  }

  @Test
  void makesElementsOnlyWhereThereMayBeSome() {
    Call known = call(Inferred.of(counting(3)));
    Shape two = Shape.of(2);
    Inferred output = Elements.following(known, two, value -> Optional.of(counting(2)));
    assertThat(output.value()).contains(counting(2));
    Call unknown = call(Inferred.tensor(ElementType.INT64, Shape.of(3)));
    assertThat(Elements.following(unknown, two, Optional::of).mayHaveValue()).isFalse();
    Shape open = Shape.of(Size.parse("n"));
    assertThat(Elements.following(known, open, Optional::of).mayHaveValue()).isFalse();
  }

  @Test
  void countsUnknownElementsOfASmallInput() {
    Call call = call(Inferred.tensor(ElementType.INT64, Shape.of(2)));
    assertThat(Elements.entries(call, 0)).contains(List.of(Scalar.UNKNOWN, Scalar.UNKNOWN));
    Call open = call(Inferred.tensor(ElementType.INT64, Shape.of(Size.parse("n"))));
    assertThat(Elements.entries(open, 0)).isEmpty();
  }

  @Test
  void countsAnIndexFromTheFront() {
    assertThat(Elements.index(Scalar.of(2), 5)).isEqualTo(2);
    assertThat(Elements.index(Scalar.of(-1), 5)).isEqualTo(4);
    assertThat(Elements.index(Scalar.of(5), 5)).isEqualTo(-1);
    assertThat(Elements.index(Scalar.of(Size.parse("n")), 5)).isEqualTo(-1);
    assertThat(Elements.index(Scalar.UNKNOWN, 5)).isEqualTo(-1);
  }

  @Test
  void findsThePlacesOfCoordinates() {
    TensorValue data = counting(2, 3, 4);
    TensorValue indices =
        TensorValue.of(
            ElementType.INT64,
            new long[] {3, 2},
            List.of(
                Scalar.of(1),
                Scalar.of(-1),
                Scalar.of(0),
                Scalar.UNKNOWN,
                Scalar.of(0),
                Scalar.of(1)));
    assertThat(Coordinates.places(data, indices, 0)).containsExactly(20, -1, 4);
    assertThat(Coordinates.sliceLength(data, indices, 0)).isEqualTo(4);
  }

  @Test
  void countsDifferentElementsAndSlices() {
    TensorValue rows =
        TensorValue.of(
            ElementType.INT64,
            new long[] {3, 2},
            List.of(
                Scalar.of(1),
                Scalar.of(2),
                Scalar.of(1),
                Scalar.of(2),
                Scalar.of(2),
                Scalar.of(2)));
    assertThat(Distinction.ofElements(rows)).contains(Size.of(2));
    assertThat(Distinction.ofSlices(rows, 0)).contains(Size.of(2));
    assertThat(Distinction.ofSlices(rows, 1)).contains(Size.of(2));
    TensorValue open = TensorValue.vector(ElementType.INT64, List.of(Scalar.UNKNOWN));
    assertThat(Distinction.ofElements(open)).isEmpty();
  }
}

package io.modelcounter.core.operator;

import io.modelcounter.core.convention.StandardConventions;
import io.modelcounter.core.operator.activation.ActivationOperators;
import io.modelcounter.core.operator.attention.AttentionOperators;
import io.modelcounter.core.operator.convolution.ConvolutionOperators;
import io.modelcounter.core.operator.elementwise.ElementwiseOperators;
import io.modelcounter.core.operator.foreign.ForeignOperators;
import io.modelcounter.core.operator.image.ImageOperators;
import io.modelcounter.core.operator.loss.LossOperators;
import io.modelcounter.core.operator.matrix.MatrixOperators;
import io.modelcounter.core.operator.ml.MlOperators;
import io.modelcounter.core.operator.normalization.NormalizationOperators;
import io.modelcounter.core.operator.pooling.PoolingOperators;
import io.modelcounter.core.operator.quantization.QuantizationOperators;
import io.modelcounter.core.operator.random.RandomOperators;
import io.modelcounter.core.operator.recurrent.RecurrentOperators;
import io.modelcounter.core.operator.reduction.ReductionOperators;
import io.modelcounter.core.operator.sequence.SequenceOperators;
import io.modelcounter.core.operator.spectral.SpectralOperators;
import io.modelcounter.core.operator.tensor.TensorOperators;
import io.modelcounter.core.operator.text.TextOperators;
import io.modelcounter.core.operator.training.TrainingOperators;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.model.OperatorId;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.spi.support.OperatorNotes;
import java.util.List;
import java.util.stream.Stream;

/** The standard operators and conventions, as an ordinary plugin: the one list of all families. */
public final class StandardOperators implements CounterPlugin {
  /** Id of the plugin. */
  public static final String ID = "modelcounter";

  private static final List<Operator> OPERATORS =
      Stream.of(
              ActivationOperators.all(),
              AttentionOperators.all(),
              ConvolutionOperators.all(),
              ElementwiseOperators.all(),
              ForeignOperators.all(),
              ImageOperators.all(),
              LossOperators.all(),
              MatrixOperators.all(),
              MlOperators.all(),
              NormalizationOperators.all(),
              PoolingOperators.all(),
              QuantizationOperators.all(),
              RandomOperators.all(),
              RecurrentOperators.all(),
              ReductionOperators.all(),
              SequenceOperators.all(),
              SpectralOperators.all(),
              TensorOperators.all(),
              TextOperators.all(),
              TrainingOperators.all())
          .flatMap(List::stream)
          .toList();

  /** Makes the plugin; for {@link java.util.ServiceLoader}. */
  public StandardOperators() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<LayerCounter> counters() {
    return List.copyOf(OPERATORS);
  }

  @Override
  public List<ShapeRule> shapeRules() {
    return List.copyOf(OPERATORS);
  }

  @Override
  public List<CountingConvention> conventions() {
    return StandardConventions.all();
  }

  @Override
  public List<OperatorNote> notes() {
    return OperatorNotes.read(
        OperatorId.ONNX, StandardOperators.class.getResourceAsStream("notes.md"));
  }
}

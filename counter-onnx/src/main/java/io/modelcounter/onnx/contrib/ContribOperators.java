package io.modelcounter.onnx.contrib;

import io.modelcounter.onnx.contrib.algorithm.AlgorithmOperators;
import io.modelcounter.onnx.contrib.attention.AttentionOperators;
import io.modelcounter.onnx.contrib.compiled.CompiledOperators;
import io.modelcounter.onnx.contrib.convolution.ConvolutionOperators;
import io.modelcounter.onnx.contrib.elementwise.ElementwiseOperators;
import io.modelcounter.onnx.contrib.generation.GenerationOperators;
import io.modelcounter.onnx.contrib.image.ImageOperators;
import io.modelcounter.onnx.contrib.matrix.MatrixOperators;
import io.modelcounter.onnx.contrib.mixture.MixtureOperators;
import io.modelcounter.onnx.contrib.normalization.NormalizationOperators;
import io.modelcounter.onnx.contrib.pooling.PoolingOperators;
import io.modelcounter.onnx.contrib.position.PositionOperators;
import io.modelcounter.onnx.contrib.quantization.QuantizationOperators;
import io.modelcounter.onnx.contrib.quantized.QuantizedOperators;
import io.modelcounter.onnx.contrib.recurrent.RecurrentOperators;
import io.modelcounter.onnx.contrib.signal.SignalOperators;
import io.modelcounter.onnx.contrib.tensor.TensorOperators;
import io.modelcounter.onnx.contrib.text.TextOperators;
import io.modelcounter.spi.CounterPlugin;
import io.modelcounter.spi.LayerCounter;
import io.modelcounter.spi.OperatorNote;
import io.modelcounter.spi.ShapeRule;
import io.modelcounter.spi.support.Operator;
import io.modelcounter.spi.support.OperatorNotes;
import java.util.List;
import java.util.stream.Stream;

/** The operators of the domain {@value Contrib#DOMAIN}, as a plugin: the one list of families. */
public final class ContribOperators implements CounterPlugin {
  /** Id of the plugin. */
  public static final String ID = "modelcounter.contrib";

  private static final List<Operator> OPERATORS =
      Stream.of(
              AlgorithmOperators.all(),
              AttentionOperators.all(),
              CompiledOperators.all(),
              ConvolutionOperators.all(),
              ElementwiseOperators.all(),
              GenerationOperators.all(),
              ImageOperators.all(),
              MatrixOperators.all(),
              MixtureOperators.all(),
              NormalizationOperators.all(),
              PoolingOperators.all(),
              PositionOperators.all(),
              QuantizationOperators.all(),
              QuantizedOperators.all(),
              RecurrentOperators.all(),
              SignalOperators.all(),
              TensorOperators.all(),
              TextOperators.all())
          .flatMap(List::stream)
          .toList();

  /** Makes the plugin; for {@link java.util.ServiceLoader}. */
  public ContribOperators() {}

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
  public List<OperatorNote> notes() {
    return OperatorNotes.read(
        Contrib.DOMAIN, ContribOperators.class.getResourceAsStream("notes.md"));
  }
}

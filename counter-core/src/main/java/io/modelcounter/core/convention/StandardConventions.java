package io.modelcounter.core.convention;

import io.modelcounter.core.convention.TorchstatMemoryConvention.Column;
import io.modelcounter.cost.CountingConvention;
import io.modelcounter.cost.WorkKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The conventions that ModelCounter brings: its own, that of the papers, and those of tools. */
public final class StandardConventions {
  private StandardConventions() {}

  /**
   * All of them.
   *
   * @return {@link #counts()}, then {@link #columns()}
   */
  public static List<CountingConvention> all() {
    List<CountingConvention> all = new ArrayList<>(counts());
    all.addAll(columns());
    return all;
  }

  /**
   * Those that count operations, which can be compared with each other.
   *
   * @return {@code macs}, {@code flops}, {@code additions}, {@code paper}, then those of tools
   */
  public static List<CountingConvention> counts() {
    List<CountingConvention> counts = new ArrayList<>(own());
    counts.addAll(ofTools());
    return counts;
  }

  /**
   * Other columns that tools print: elements, parameters and bytes.
   *
   * @return the conventions
   */
  public static List<CountingConvention> columns() {
    return List.of(
        new FvcoreActivationsConvention(),
        ModuleParametersConvention.thop(),
        ModuleParametersConvention.torchstat(),
        new TorchstatMemoryConvention(
            "torchstat-memory", "bytes in the column memory of torchstat", Column.MEMORY),
        new TorchstatMemoryConvention(
            "torchstat-memread", "bytes in the column MemRead of torchstat", Column.READ),
        new TorchstatMemoryConvention(
            "torchstat-memwrite", "bytes in the column MemWrite of torchstat", Column.WRITE),
        new TorchinfoPassesConvention());
  }

  private static List<CountingConvention> ofTools() {
    return List.of(
        PtflopsConvention.original(),
        PtflopsConvention.withoutFunctions(),
        new PtflopsAtenConvention(),
        ThopConvention.original(),
        ThopConvention.fork(),
        TorchstatConvention.flops(),
        TorchstatConvention.madd(),
        new FvcoreConvention("fvcore", "what fvcore calls flops: multiply-adds", false),
        new FvcoreConvention(
            "mmengine", "what mmengine calls flops, with the network in training mode", true),
        new FvcoreConvention(
            "mmengine-eval", "what mmengine calls flops, after a call of eval()", false),
        new TorchinfoConvention(),
        new TorchConvention(
            "torch", "FLOPs of torch.utils.flop_counter, complete as on the meta device", false),
        new TorchConvention(
            "torch-cpu", "FLOPs of torch.utils.flop_counter on a CPU in evaluation mode", true),
        new TorchTrainingConvention(),
        new DeepspeedConvention(
            "deepspeed", "forward FLOPs of the DeepSpeed profiler", false, false),
        new DeepspeedConvention(
            "deepspeed-macs", "forward MACs of the DeepSpeed profiler", false, true),
        new DeepspeedConvention("calflops", "FLOPs of calflops", true, false),
        new DeepspeedConvention("calflops-macs", "MACs of calflops", true, true),
        new OnnxToolConvention(),
        new TractConvention());
  }

  private static List<CountingConvention> own() {
    CountingConvention macs =
        CountingConvention.weighted("macs", "multiply-adds only", onlyMultiplyAdds());
    return List.of(
        macs,
        CountingConvention.weighted(
            "flops", "a multiply-add is 2, every other elementary operation 1", Map.of()),
        CountingConvention.weighted(
            "additions",
            "as flops, but only additions that really happen: a sum of n products has n - 1",
            Map.of(WorkKind.SUM_START, -1)),
        new PaperConvention(macs));
  }

  private static Map<WorkKind, Integer> onlyMultiplyAdds() {
    return Arrays.stream(WorkKind.values())
        .collect(Collectors.toMap(kind -> kind, kind -> kind == WorkKind.MULTIPLY_ADD ? 1 : 0));
  }
}
